package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.fixtures.Meanwhile;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The life of a task. */
final class TasksLifecycleChecks {

    private static final Map<String, Object> HERE = Map.of("location", "local");
    /** How many tasks go one after the other while their list is asked for. */
    private static final int SEVERAL = 4;

    @Check(operation = "tasks_create", rule = Rule.LIFECYCLE_CREATE)
    void aTaskIsReadBackAsItWasSentAndListed(Run run) {
        String name = run.name("task");
        Map<String, Object> sent = Map.of("name", name, "segment_size", 3, "overlap", 2, "subset", "train",
                "bug_tracker", "https://bugs.contract.example/2");
        Map<String, Object> more = new LinkedHashMap<>(sent);
        more.put("labels", List.of(Map.of("name", "car", "attributes", List.of())));
        long id = run.main().call("tasks_create").json(more).expect(201).hasAll(sent).id();
        run.main().call("tasks_retrieve").path(id).expect(200).hasAll(sent)
                .has("owner.username", run.main().username()).has("assignee", null).has("project_id", null)
                .has("organization_id", null)
                .has("status", "annotation").has("dimension", dimensionBeforeData(run)).has("mode", "")
                .has("jobs.count", 0)
                .has("validation_mode", null)
                .has("consensus_enabled", false).has("guide_id", null).has("source_storage", null)
                .has("target_storage", null);
        run.main().call("tasks_list").query("name", name).expect(200).has("count", 1).has("results.0.id", id);
        run.main().call("labels_list").query("task_id", id).expect(200).has("count", 1).has("results.0.name", "car");
    }

    @Check(operation = "tasks_create", rule = Rule.LIFECYCLE_CREATE, caseName = "assignee, places and consensus")
    void aTaskIsAssignedAndHasItsPlacesFromTheBeginning(Run run) {
        Answer made = run.main().call("tasks_create").json(Map.of("name", run.name("task"),
                        "labels", List.of(Map.of("name", "car")), "assignee_id", run.main().id(),
                        "consensus_replicas", 2, "source_storage", HERE, "target_storage", HERE)).expect(201);
        assignedHere(run, made).has("consensus_enabled", true);
        assignedHere(run, run.main().call("tasks_retrieve").path(made.id()).expect(200));
    }

    private static Answer assignedHere(Run run, Answer task) {
        return task.has("assignee.id", run.main().id()).has("source_storage.location", "local")
                .has("target_storage.location", "local");
    }

    @Check(operation = "tasks_create", rule = Rule.LIFECYCLE_CREATE, caseName = "in a project")
    void aTaskInAProjectHasItsLabels(Run run) {
        long project = run.get(TaskFixtures.PROJECT);
        long id = run.main().call("tasks_create").json(Map.of("name", run.name("task"), "project_id", project))
                .expect(201).has("project_id", project).id();
        Answer labels = run.main().call("labels_list").query("task_id", id).expect(200);
        Answer expected = run.main().call("labels_list").query("project_id", project).expect(200);
        if (labels.results().isEmpty() || !labels.resultIds().equals(expected.resultIds())) {
            throw labels.fail("the labels are " + labels.resultIds() + ", those of the project are "
                    + expected.resultIds());
        }
    }

    @Check(operation = "tasks_retrieve", rule = Rule.LIFECYCLE_READ)
    void aTaskWithPicturesSaysWhatIsInIt(Run run) {
        long id = run.get(TaskFixtures.WITH_IMAGES);
        run.main().call("tasks_retrieve").path(id).expect(200).has("id", id).has("size", TaskFixtures.PICTURES)
                .has("mode", "annotation")
                .has("image_quality", 70).has("segment_size", TaskFixtures.SEGMENT).has("overlap", 0)
                .has("jobs.count", TaskFixtures.PICTURES / TaskFixtures.SEGMENT).has("jobs.completed", 0)
                .has("jobs.validation", 0)
                .has("data_original_chunk_type", "imageset").has("data_compressed_chunk_type", "imageset")
                .has("data_chunk_size").has("data");
    }

    @Check(operation = "tasks_partial_update", rule = Rule.LIFECYCLE_CHANGE)
    void aChangedTaskIsReadBackAndNothingElseChanges(Run run) {
        long id = TaskFixtures.make(run, Map.of("segment_size", 3));
        Answer before = run.main().call("tasks_retrieve").path(id).expect(200);
        Map<String, Object> sent = Map.of("name", run.name("renamed task"), "subset", "val");
        run.main().call("tasks_partial_update").path(id).json(sent).expect(200).hasAll(sent);
        run.main().call("tasks_retrieve").path(id).expect(200).hasAll(sent)
                .sameAs(before, "name", "subset", "updated_date").updatedSince(before);
    }

    @Check(operation = "tasks_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "many at once")
    void theTrackerAndTheAssigneeOfATaskAreReadBackAndItsPlacesAreAnswered(Run run) {
        long id = TaskFixtures.make(run, Map.of());
        String tracker = "https://bugs.contract.example/4";
        // CVAT's source does not keep places where there were none, so that only the answer is sure to have them
        assignedHere(run, run.main().call("tasks_partial_update").path(id).json(Map.of("bug_tracker", tracker,
                "assignee_id", run.main().id(), "source_storage", HERE, "target_storage", HERE)).expect(200))
                .has("bug_tracker", tracker);
        run.main().call("tasks_retrieve").path(id).expect(200).has("assignee.id", run.main().id())
                .has("bug_tracker", tracker);
    }

    @Check(operation = "tasks_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "project_id")
    void aTaskMovesIntoAProjectThatHasItsLabels(Run run) {
        long id = TaskFixtures.make(run, Map.of());
        long project = run.main().call("projects_create").json(Map.of("name", run.name("project"),
                "labels", List.of(Map.of("name", "car")))).expect(201).id();
        run.main().call("tasks_partial_update").path(id).json(Map.of("project_id", project)).expect(200)
                .has("project_id", project);
        run.main().call("tasks_retrieve").path(id).expect(200).has("project_id", project);
    }

    @Check(operation = "tasks_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "assignee null")
    void nobodyIsAssigned(Run run) {
        long id = TaskFixtures.make(run, Map.of());
        Answer before = run.main().call("tasks_retrieve").path(id).expect(200);
        run.main().call("tasks_partial_update").path(id).json(Collections.singletonMap("assignee_id", null))
                .expect(200).has("assignee", null).sameAs(before, "assignee_updated_date", "updated_date");
    }

    @Check(operation = "tasks_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "labels")
    void aLabelIsAddedToTheOthers(Run run) {
        long id = TaskFixtures.make(run, Map.of());
        run.main().call("tasks_partial_update").path(id).json(Map.of("labels", List.of(Map.of("name", "bus"))))
                .expect(200);
        Answer labels = run.main().call("labels_list").query("task_id", id).query("sort", "name").expect(200);
        List<Object> names = labels.results().stream().map(each -> each.get("name")).toList();
        if (!names.equals(List.of("bus", "car"))) {
            throw labels.fail("the labels are " + names + ", expected bus and car");
        }
    }

    @Check(operation = "tasks_partial_update", rule = Rule.ERROR_INPUT, caseName = "project_id null")
    void aTaskCannotBeTakenOutOfItsProject(Run run) {
        long id = TaskFixtures.make(run, Map.of("project_id", run.get(TaskFixtures.PROJECT)));
        run.main().call("tasks_partial_update").path(id).json(Collections.singletonMap("project_id", null)).send()
                .readableError();
    }

    @Check(operation = "tasks_partial_update", rule = Rule.ERROR_INPUT, caseName = "unknown assignee")
    void aTaskIsNotAssignedToNobodyKnown(Run run) {
        run.ordinary().call("tasks_partial_update").path(run.get(TaskFixtures.EMPTY))
                .json(Map.of("assignee_id", 987654321)).expect(403).readableError();
    }

    @Check(operation = "tasks_destroy", rule = Rule.LIFECYCLE_REMOVE)
    void aRemovedTaskIsGoneFromItsList(Run run) {
        long id = TaskFixtures.make(run, Map.of());
        Object name = run.main().call("tasks_retrieve").path(id).expect(200).at("name");
        run.main().call("tasks_destroy").path(id).expect(204);
        run.main().call("tasks_retrieve").path(id).expect(404).readableError();
        run.main().call("tasks_destroy").path(id).expect(404).readableError();
        run.main().call("tasks_list").query("name", name).expect(200).has("count", 0);
    }

    @Check(operation = "tasks_destroy", rule = Rule.LIFECYCLE_CASCADE)
    void theJobsOfARemovedTaskAreGone(Run run) {
        long id = TaskFixtures.withImages(run, 1, Map.of());
        long job = TaskFixtures.jobs(run, id).get(0);
        run.main().call("tasks_destroy").path(id).expect(204);
        run.main().call("jobs_retrieve").path(job).expect(404).readableError();
    }

    @Check(operation = "tasks_retrieve", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotReadATask(Run run) {
        run.second().call("tasks_retrieve").path(run.get(TaskFixtures.WITH_IMAGES)).expect(403).readableError();
    }

    @Check(operation = "tasks_partial_update", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotChangeATask(Run run) {
        run.second().call("tasks_partial_update").path(run.get(TaskFixtures.WITH_IMAGES)).json(Map.of()).expect(403)
                .readableError();
    }

    @Check(operation = "tasks_destroy", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotRemoveATask(Run run) {
        run.second().call("tasks_destroy").path(run.get(TaskFixtures.WITH_IMAGES)).expect(403).readableError();
        run.main().call("tasks_retrieve").path(run.get(TaskFixtures.WITH_IMAGES)).expect(200);
    }

    @Check(operation = "tasks_create", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotMakeATaskInAProject(Run run) {
        run.second().call("tasks_create")
                .json(Map.of("name", run.name("task"), "project_id", run.get(TaskFixtures.PROJECT)))
                .expect(403).readableError();
    }

    @Check(operation = "tasks_create", rule = Rule.ERROR_INPUT, caseName = "labels and project")
    void aTaskHasItsOwnLabelsOrAProject(Run run) {
        run.main().call("tasks_create")
                .json(Map.of("name", run.name("task"), "project_id", run.get(TaskFixtures.PROJECT),
                        "labels", List.of(Map.of("name", "car")))).expect(400).readableError();
    }

    @Check(operation = "tasks_create", rule = Rule.ERROR_INPUT, caseName = "unknown project")
    void aTaskInAProjectThatIsNotThereGets400(Run run) {
        run.main().call("tasks_create").json(Map.of("name", run.name("task"), "project_id", 987654321)).expect(400)
                .readableError();
    }

    @Check(operation = "tasks_create", rule = Rule.ERROR_INPUT, caseName = "one replica")
    void aConsensusOfOneGets400(Run run) {
        run.main().call("tasks_create").json(Map.of("name", run.name("task"), "labels", List.of(Map.of("name", "a")),
                "consensus_replicas", 1)).expect(400).readableError();
    }

    @Check(operation = "tasks_create", rule = Rule.ERROR_INPUT, caseName = "no name")
    void aTaskWithoutItsNameGets400(Run run) {
        run.main().call("tasks_create").json(Map.of()).expect(400).has("name").readableError();
    }

    @Check(operation = "tasks_create", rule = Rule.MEDIA_REFUSE, caseName = "application/xml")
    void whoeverTakesOnlyXmlGets406(Run run) {
        run.main().call("tasks_create").accept("application/xml").json(Map.of("name", run.name("task"))).expect(406)
                .readableError();
    }

    @Check(operation = "tasks_destroy_annotations", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotRemoveAnnotations(Run run) {
        run.second().call("tasks_destroy_annotations").path(run.get(TaskFixtures.WITH_IMAGES)).expect(403)
                .readableError();
    }

    @Check(operation = "tasks_list", rule = Rule.PAGE_MEANWHILE)
    void theListIsAnsweredWhileTasksInItAreRemoved(Run run) {
        List<Long> tasks = Stream.generate(() -> TaskFixtures.make(run, Map.of())).limit(SEVERAL).toList();
        Meanwhile.list(() -> tasks.forEach(id -> run.main().call("tasks_destroy").path(id).expect(204)),
                () -> run.main().call("tasks_list").query("page_size", 50), "status");
    }

    private static String dimensionBeforeData(Run run) {
        return run.contract().changes().inForce("dimension-empty-before-data") ? "" : "2d";
    }
}
