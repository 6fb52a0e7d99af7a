package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.fixtures.Downloads;
import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.CheckPlan;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.Map;

/** What holds for exports of a task and of a job alike. */
public final class ExportChecks {

    /** A format that every kind of task can be exported in. */
    public static final String FORMAT = "CVAT for images 1.1";

    /** As the files of exports are called. */
    private static final String FILE = "as-it-is-called.zip";

    /** Another, in which no check waits for an export of the shared task. */
    private static final String UNSHARED = "COCO 1.0";

    private final Run run;
    private final String tag;
    private final Fixture<Answer> annotations;
    private final Fixture<Answer> dataset;

    private ExportChecks(Run run, String tag, Fixture<Answer> annotations, Fixture<Answer> dataset) {
        this.run = run;
        this.tag = tag;
        this.annotations = annotations;
        this.dataset = dataset;
    }

    /** A finished export of the shared task, or of its first job. */
    public static Fixture<Answer> exported(String tag, boolean pictures) {
        return Fixture.of("an export", run -> run.awaitFinished(run.main(),
                export(run.main(), tag, target(run, tag)).query("save_images", pictures).query("filename", FILE)
                        .expect(202)));
    }

    /**
     * The checks for the tag {@code tasks} or {@code jobs}.
     *
     * @param annotations an export without pictures
     * @param dataset     an export with pictures
     */
    public static void add(CheckPlan plan, Run run, String tag, Fixture<Answer> annotations, Fixture<Answer> dataset) {
        ExportChecks checks = new ExportChecks(run, tag, annotations, dataset);
        String operation = tag + "_create_dataset_export";
        plan.add(operation, Rule.ASYNC_ACCEPTED, "annotations", "an export is a request of its owner",
                () -> checks.accepted("annotations"));
        plan.add(operation, Rule.ASYNC_ACCEPTED, "dataset", "an export with pictures is a request of its owner",
                () -> checks.accepted("dataset"));
        plan.add(operation, Rule.ASYNC_RESULT, "annotations", "an export is an archive", checks::archive);
        plan.add(operation, Rule.ASYNC_RESULT, "dataset", "an export with pictures holds them", checks::pictures);
        plan.add(operation, Rule.HEADER_DOWNLOAD, "", "an export names its file as was asked for, and its version",
                checks::names);
        plan.add(operation, Rule.ASYNC_OWNER, "somebody else", "a result is not for others",
                () -> Downloads.result(run.second(), run.get(annotations)).expect(403).readableError());
        plan.add(operation, Rule.ASYNC_OWNER, "nobody", "a result is not for nobody",
                () -> Downloads.result(run.anonymous(), run.get(annotations)).expect(401).readableError());
        plan.add(operation, Rule.ASYNC_CONFLICT, "", "the same export twice at a time is refused with its request",
                checks::conflict);
        plan.add(operation, Rule.AUTH_FOREIGN, "", "somebody else cannot export",
                () -> export(run.second(), tag, target(run, tag)).expect(403).readableError());
        plan.add(operation, Rule.ERROR_INPUT, "no format", "an export without a format gets 400",
                () -> run.main().call(operation).path(target(run, tag)).expect(400).readableError());
        plan.add(operation, Rule.ERROR_INPUT, "unknown format", "an export in an unknown format gets 400",
                () -> run.main().call(operation).path(target(run, tag)).query("format", "No Such 1.0").expect(400)
                        .readableError());
        WrongPlaces.add(plan, operation,
                () -> run.main().call(operation).path(target(run, tag)).query("format", UNSHARED));
        plan.add(operation, Rule.ERROR_INPUT, "cloud_storage without an id",
                "an export to a cloud storage without its id is refused",
                () -> export(run.main(), tag, target(run, tag)).query("location", "cloud_storage").send()
                        .readableError());
        plan.add(operation, Rule.ERROR_INPUT, "save_images: maybe", "an export of perhaps the pictures is refused",
                () -> run.main().call(operation).path(target(run, tag)).query("format", UNSHARED)
                        .query("save_images", "maybe").send().readableError());
        plan.add(operation, Rule.ASYNC_RETIRED, "", "the retired way to export says so",
                () -> run.main().call("GET", "/api/" + tag + "/" + target(run, tag) + "/dataset").expect(410)
                        .readableError());
    }

    static long target(Run run, String tag) {
        long task = run.get(TaskFixtures.WITH_IMAGES);
        return tag.equals("tasks") ? task : TaskFixtures.jobs(run, task).get(0);
    }

    private static Call export(Caller caller, String tag, long target) {
        return caller.call(tag + "_create_dataset_export").path(target).query("format", FORMAT);
    }

    private void accepted(String what) {
        Answer request = run.get(what.equals("dataset") ? dataset : annotations);
        request.has("operation.type", "export:" + what).has("operation.format", FORMAT)
                .has("operation.target", tag.replaceFirst("s$", ""))
                .has("operation.task_id", run.get(TaskFixtures.WITH_IMAGES))
                .has("owner.id", run.main().id()).has("owner.username", run.main().username())
                .has("result_id", null).has("result_url").has("finished_date").has("expiry_date");
        request.has("operation.job_id", tag.equals("jobs") ? target(run, tag) : null);
    }

    private void archive() {
        Answer answer = Downloads.result(run.main(), run.get(annotations)).expect(200).mediaType("application/zip");
        Map<String, byte[]> files = Downloads.archive(answer);
        if (files.keySet().stream().noneMatch(name -> name.endsWith("annotations.xml"))) {
            throw answer.fail("the archive holds " + files.keySet() + ", expected annotations.xml");
        }
    }

    private void pictures() {
        Answer answer = Downloads.result(run.main(), run.get(dataset)).expect(200).mediaType("application/zip");
        Map<String, byte[]> files = Downloads.archive(answer);
        for (int frame = 0; frame < (tag.equals("tasks") ? TaskFixtures.PICTURES : TaskFixtures.SEGMENT); frame++) {
            String name = TaskFixtures.fileName(frame);
            byte[] picture = files.entrySet().stream().filter(file -> file.getKey().endsWith(name))
                    .map(Map.Entry::getValue).findFirst()
                    .orElseThrow(() -> answer.fail("the archive holds " + files.keySet() + ", expected " + name));
            Downloads.sized(answer, Downloads.picture(answer, picture));
        }
    }

    private void names() {
        Answer answer = Downloads.result(run.main(), run.get(annotations)).expect(200);
        String disposition = answer.header("Content-Disposition");
        if (disposition == null || !disposition.startsWith("attachment") || !disposition.contains(FILE)) {
            throw answer.fail("Content-Disposition is " + disposition + ", expected " + FILE);
        }
        if (answer.header("ETag") == null) {
            throw answer.fail("there is no ETag");
        }
    }

    private void conflict() {
        long task = TaskFixtures.withImages(run, 1, Map.of());
        long target = tag.equals("tasks") ? task : TaskFixtures.jobs(run, task).get(0);
        QueueFiller.conflict(run, target, tag, export(run.main(), tag, target).query("save_images", false));
    }
}
