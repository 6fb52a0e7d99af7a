package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.fixtures.Downloads;
import io.github.cvatopenapi.contract.harness.generic.CheckPlan;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Trees;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What holds for the annotations of a task and of a job alike: both are written whole (PUT), in part (PATCH with an
 * action) and taken away.
 */
public final class AnnotationsChecks {

    private static final int PICTURES = 3;

    private final Run run;
    private final String tag;

    private AnnotationsChecks(Run run, String tag) {
        this.run = run;
        this.tag = tag;
    }

    /** The checks for the tag {@code tasks} or {@code jobs}. */
    public static void add(CheckPlan plan, Run run, String tag) {
        AnnotationsChecks checks = new AnnotationsChecks(run, tag);
        String put = tag + "_update_annotations";
        String patch = tag + "_partial_update_annotations";
        plan.add(put, Rule.LIFECYCLE_CREATE, "", "annotations of every kind are read back as they were sent",
                checks::writtenWhole);
        plan.add(put, Rule.LIFECYCLE_CHANGE, "", "what was there before is replaced", checks::replaced);
        plan.add(put, Rule.AUTH_FOREIGN, "", "somebody else cannot annotate",
                () -> checks.call(put, run.second(), run.get(TaskFixtures.WITH_IMAGES))
                        .json(LabelledTask.sheet(List.of(), List.of(), List.of())).expect(403).readableError());
        plan.add(patch, Rule.LIFECYCLE_CREATE, "create", "annotations are added to what is there", checks::added);
        plan.add(patch, Rule.LIFECYCLE_CHANGE, "update", "an annotation is changed and the others stay",
                checks::changed);
        plan.add(patch, Rule.LIFECYCLE_REMOVE, "delete", "an annotation is removed and the others stay",
                checks::removed);
        plan.add(tag + "_destroy_annotations", Rule.LIFECYCLE_REMOVE, "", "all annotations are gone", checks::cleared);
        plan.add(patch, Rule.ERROR_INPUT, "unknown action", "an action that is none gets 400",
                () -> checks.refused("bad", Map.of("shapes", List.of())));
        plan.add(patch, Rule.ERROR_INPUT, "no action", "no action gets 400",
                () -> checks.refused(null, Map.of("shapes", List.of())));
        plan.add(patch, Rule.ERROR_INPUT, "unknown label", "a label of nobody gets 400", () -> checks.refused("create",
                Map.of("shapes", List.of(Map.of("type", "rectangle", "frame", 0, "label_id", 987654321,
                        "points", List.of(1, 1, 9, 9))))));
        plan.add(patch, Rule.ERROR_INPUT, "shape without label and type", "a shape that misses its members gets 400",
                () -> checks.refused("create", Map.of("shapes", List.of(Map.of("frame", 0)))));
        if (tag.equals("jobs")) { // of a task it was not recorded
            plan.add(patch, Rule.ERROR_INPUT, "track without shapes", "a track that is nowhere is refused",
                    checks::trackWithoutShapes);
        }
        String get = tag + "_retrieve_annotations";
        plan.add(get, Rule.ASYNC_RETIRED, "", "the retired way to export says so",
                () -> checks.call(get, run.main(), run.get(TaskFixtures.WITH_IMAGES))
                        .query("format", "COCO 1.0").expect(410).readableError());
        String make = tag + "_create_annotations";
        plan.add(make, Rule.ERROR_INPUT, "no format", "an import without its format gets 400",
                () -> checks.call(make, run.main(), run.get(TaskFixtures.WITH_IMAGES)).json(Map.of()).expect(400)
                        .readableError());
        plan.add(make, Rule.ERROR_INPUT, "unknown format", "an import in an unknown format gets 400",
                () -> checks.sending("No Such 1.0", run.get(TaskFixtures.WITH_IMAGES),
                        "PK".getBytes(StandardCharsets.US_ASCII))
                        .expect(400).readableError());
        plan.add(make, Rule.ASYNC_RESULT, "", "exported annotations come back by an import", checks::imported);
        plan.add(make, Rule.ASYNC_FAILURE, "", "what is no archive ends as failed with a message", checks::failed);
    }

    /** A call on a task, or on its first job. */
    private Call call(String operation, Caller caller, long task) {
        return caller.call(operation).path(target(task));
    }

    private long target(long task) {
        return tag.equals("tasks") ? task : TaskFixtures.jobs(run, task).get(0);
    }

    private Call put(long task) {
        return call(tag + "_update_annotations", run.main(), task);
    }

    private Call patch(long task, String action) {
        return call(tag + "_partial_update_annotations", run.main(), task).query("action", action);
    }

    private Answer read(long task) {
        return call(tag + "_retrieve_annotations", run.main(), task).expect(200);
    }

    private void refused(String action, Map<String, Object> body) {
        Call call = call(tag + "_partial_update_annotations", run.main(), run.get(TaskFixtures.WITH_IMAGES));
        (action == null ? call : call.query("action", action)).json(body).expect(400).readableError();
    }

    private void trackWithoutShapes() {
        long task = TaskFixtures.withImages(run, 1, Map.of());
        Object label = run.main().call("labels_list").query("task_id", task).expect(200).at("results.0.id");
        call(tag + "_partial_update_annotations", run.main(), task).query("action", "create")
                .json(Map.of("tracks", List.of(Map.of("frame", 0, "label_id", label, "group", 0, "source", "manual",
                        "attributes", List.of(), "shapes", List.of())))).send().readableError();
    }

    private void writtenWhole() {
        LabelledTask labelled = LabelledTask.make(run, PICTURES);
        List<Object> shapes = new ArrayList<>(labelled.shapes());
        shapes.add(labelled.told(labelled.rectangle(1)));
        Map<String, Object> sent = LabelledTask.sheet(List.of(labelled.tag(0), labelled.told(labelled.tag(1))), shapes,
                List.of(labelled.track(), labelled.told(labelled.track())));
        Answer written = put(labelled.task()).json(sent).expect(200);
        Answer there = read(labelled.task()).has("version", 0);
        WrittenAnnotations.KINDS.forEach(kind -> {
            int asked = Trees.list(sent.get(kind)).size();
            if (Trees.list(there.at(kind)).size() != asked) {
                throw there.fail("there are " + Trees.list(there.at(kind)).size() + " " + kind + ", sent were "
                        + asked);
            }
        });
        WrittenAnnotations.areThere(sent, written, there);
    }

    private void replaced() {
        LabelledTask labelled = LabelledTask.make(run, 1);
        put(labelled.task()).json(LabelledTask.sheet(List.of(labelled.tag(0)), List.of(labelled.rectangle(0)),
                List.of())).expect(200);
        put(labelled.task()).json(LabelledTask.sheet(List.of(labelled.tag(0)), List.of(), List.of())).expect(200);
        Answer there = read(labelled.task());
        counts(there, 1, 0);
    }

    private static void counts(Answer answer, int tags, int shapes) {
        if (Trees.list(answer.at("tags")).size() != tags || Trees.list(answer.at("shapes")).size() != shapes
                || !Trees.list(answer.at("tracks")).isEmpty()) {
            throw answer.fail("there are " + Trees.list(answer.at("tags")).size() + " tags, "
                    + Trees.list(answer.at("shapes")).size() + " shapes and "
                    + Trees.list(answer.at("tracks")).size() + " tracks, expected "
                    + tags + ", " + shapes + " and 0");
        }
    }

    /** Two rectangles, as the server tells them. */
    private Answer two(LabelledTask labelled) {
        return put(labelled.task())
                .json(LabelledTask.sheet(List.of(), List.of(labelled.rectangle(0), labelled.rectangle(0)), List.of()))
                .expect(200);
    }

    private void added() {
        LabelledTask labelled = LabelledTask.make(run, PICTURES);
        List<Object> before = WrittenAnnotations.ids(two(labelled), "shapes");
        Map<String, Object> sent = LabelledTask.sheet(List.of(labelled.told(labelled.tag(0))),
                List.of(labelled.rectangle(0), labelled.told(labelled.rectangle(1)), labelled.skeleton()),
                List.of(labelled.told(labelled.track())));
        Answer added = patch(labelled.task(), "create").json(sent).expect(200);
        Answer there = read(labelled.task());
        expectIds(there, Stream.concat(before.stream(), WrittenAnnotations.ids(added, "shapes").stream()).toList(), 5);
        WrittenAnnotations.areThere(sent, added, there);
    }

    private void removed() {
        LabelledTask labelled = LabelledTask.make(run, PICTURES);
        Answer before = put(labelled.task()).json(LabelledTask.sheet(List.of(labelled.tag(0)),
                List.of(labelled.rectangle(0), labelled.rectangle(0)), List.of(labelled.track()))).expect(200);
        patch(labelled.task(), "delete").json(LabelledTask.sheet(List.of(before.at("tags.0")),
                List.of(before.at("shapes.0")), List.of(before.at("tracks.0")))).expect(200);
        Answer there = read(labelled.task());
        counts(there, 0, 1);
        expectIds(there, WrittenAnnotations.ids(before, "shapes").subList(1, 2), 1);
    }

    private static void expectIds(Answer there, List<Object> expected, int count) {
        List<Object> ids = WrittenAnnotations.ids(there, "shapes");
        boolean same = ids.size() == count && expected.size() == count
                && expected.stream().allMatch(each -> ids.stream().anyMatch(id -> JsonTrees.same(id, each)));
        if (!same) {
            throw there.fail("the shapes have the ids " + ids + ", expected " + expected + " in some order");
        }
    }

    private void changed() {
        LabelledTask labelled = LabelledTask.make(run, 1);
        Answer before = two(labelled);
        Map<String, Object> moved = new LinkedHashMap<>(Trees.object(before.at("shapes.0")));
        moved.put("points", List.of(3.0, 3.0, 9.5, 9.5));
        patch(labelled.task(), "update").json(LabelledTask.sheet(List.of(), List.of(moved), List.of())).expect(200);
        Answer there = read(labelled.task());
        counts(there, 0, 2);
        WrittenAnnotations.byId(there, "shapes", before.at("shapes.1.id"));
        if (Trees.list(there.at("shapes")).stream()
                .filter(each -> JsonTrees.same(JsonTrees.at(each, "points"), moved.get("points"))).count() != 1) {
            throw there.fail("one shape was moved to " + moved.get("points") + ", and not one is there");
        }
    }

    private void cleared() {
        LabelledTask labelled = LabelledTask.make(run, 1);
        put(labelled.task()).json(LabelledTask.sheet(List.of(labelled.tag(0)), List.of(labelled.rectangle(0)),
                List.of())).expect(200);
        call(tag + "_destroy_annotations", run.main(), labelled.task()).expect(204);
        counts(read(labelled.task()), 0, 0);
    }

    private Call sending(String format, long task, byte[] file) {
        return call(tag + "_create_annotations", run.main(), task).query("format", format)
                .file("annotation_file", "annotations.zip", file, "application/zip");
    }

    private void imported() {
        LabelledTask labelled = LabelledTask.make(run, 1);
        Map<String, Object> rectangle = labelled.rectangle(0);
        put(labelled.task()).json(LabelledTask.sheet(List.of(labelled.tag(0)), List.of(rectangle), List.of()))
                .expect(200);
        Answer exported = run.awaitFinished(run.main(),
                call(tag + "_create_dataset_export", run.main(), labelled.task())
                        .query("format", ExportChecks.FORMAT).query("save_images", false).expect(202));
        byte[] archive = Downloads.result(run.main(), exported).expect(200).bytes();
        call(tag + "_destroy_annotations", run.main(), labelled.task()).expect(204);
        run.awaitFinished(run.main(), sending("CVAT 1.1", labelled.task(), archive).expect(202))
                .has("operation.type", "import:annotations").has("operation.task_id", labelled.task())
                .has("result_url", null);
        Answer there = read(labelled.task());
        counts(there, 1, 1);
        Object label = rectangle.get("label_id");
        there.has("shapes.0.type", "rectangle").has("shapes.0.frame", 0).has("shapes.0.label_id", label)
                .has("shapes.0.points", rectangle.get("points")).has("tags.0.label_id", label);
    }

    private void failed() {
        Answer accepted = sending("CVAT 1.1", TaskFixtures.withImages(run, 1, Map.of()),
                "no archive".getBytes(StandardCharsets.US_ASCII)).expect(202).has("rq_id");
        Answer failed = run.await(run.main(), String.valueOf(accepted.at("rq_id"))).has("status", "failed")
                .has("operation.type", "import:annotations").has("operation.format", null);
        if (String.valueOf(failed.at("message")).isBlank()) {
            throw failed.fail("there is no message");
        }
    }
}
