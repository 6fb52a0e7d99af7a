package io.github.cvatopenapi.contract.jobs;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Jobs as they come with the data of a task, their stages and states, and those of ground truth. */
final class JobsLifecycleChecks {

    private static Map<String, Object> groundTruth(long task, Integer... frames) {
        return Map.of("task_id", task, "type", "ground_truth", "frame_selection_method", "manual",
                "frames", List.of(frames));
    }

    @Check(operation = "jobs_retrieve", rule = Rule.LIFECYCLE_READ)
    void aJobSaysWhichPartOfItsTaskItIs(Run run) {
        long id = run.get(JobFixtures.SECOND_JOB);
        run.main().call("jobs_retrieve").path(id).expect(200).has("id", id)
                .has("task_id", run.get(TaskFixtures.WITH_IMAGES))
                .has("type", "annotation").has("start_frame", TaskFixtures.SEGMENT)
                .has("stop_frame", 2 * TaskFixtures.SEGMENT - 1)
                .has("frame_count", TaskFixtures.SEGMENT).has("stage", "annotation").has("state", "new")
                .has("status", "annotation")
                .has("mode", "annotation").has("dimension", "2d").has("parent_job_id", null)
                .has("consensus_replicas", 0)
                .has("assignee", null).has("project_id", null).has("issues.count").has("labels.url");
    }

    @Check(operation = "jobs_list", rule = Rule.LIFECYCLE_READ)
    void thePartsOfATaskAreItsFramesWithoutGapsAndOverlaps(Run run) {
        Answer list = run.main().call("jobs_list").query("task_id", run.get(TaskFixtures.WITH_IMAGES))
                .query("sort", "id").expect(200);
        long next = 0;
        for (Map<String, Object> job : list.results().stream()
                .sorted(Comparator.comparing(each -> ((Number) each.get("start_frame")).longValue())).toList()) {
            if (((Number) job.get("start_frame")).longValue() != next) {
                throw list.fail("a job starts at frame " + job.get("start_frame") + ", expected " + next);
            }
            next = ((Number) job.get("stop_frame")).longValue() + 1;
        }
        if (next != TaskFixtures.PICTURES) {
            throw list.fail("the jobs end at frame " + (next - 1) + ", expected " + (TaskFixtures.PICTURES - 1));
        }
    }

    @Check(operation = "jobs_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "state")
    void aChangedStateIsReadBackAndNothingElseChanges(Run run) {
        long id = run.get(JobFixtures.TO_MOVE).get(0);
        Answer before = run.main().call("jobs_retrieve").path(id).expect(200);
        JobFixtures.change(run, id, Map.of("state", "in progress")).has("state", "in progress");
        run.main().call("jobs_retrieve").path(id).expect(200).has("state", "in progress").has("stage", "annotation")
                .has("status", "annotation").has("type", before.at("type")).has("task_id", before.at("task_id"))
                .has("frame_count", before.at("frame_count")).has("created_date", before.at("created_date"))
                .has("assignee", null).updatedSince(before);
    }

    @Check(operation = "jobs_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "stage")
    void aNewStageBeginsWithANewState(Run run) {
        long id = run.get(JobFixtures.TO_MOVE).get(1);
        JobFixtures.change(run, id, Map.of("state", "in progress"));
        JobFixtures.change(run, id, Map.of("stage", "validation")).has("stage", "validation").has("state", "new")
                .has("status", "validation");
        JobFixtures.change(run, id, Map.of("stage", "annotation", "state", "new")).has("stage", "annotation")
                .has("status", "annotation");
        run.main().call("jobs_retrieve").path(id).expect(200).has("stage", "annotation").has("state", "new");
    }

    @Check(operation = "jobs_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "accepted")
    void anAcceptedJobIsCompleted(Run run) {
        long id = run.get(JobFixtures.TO_MOVE).get(2);
        JobFixtures.change(run, id, Map.of("stage", "acceptance", "state", "completed")).has("stage", "acceptance")
                .has("state", "completed").has("status", "completed");
    }

    @Check(operation = "jobs_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "nothing")
    void noChangeChangesNothing(Run run) {
        long id = run.get(JobFixtures.TO_MOVE).get(3);
        JobFixtures.change(run, id, Map.of()).has("state", "new").has("stage", "annotation");
    }

    @Check(operation = "jobs_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "assignee")
    void anAssigneeIsSetAndTakenAway(Run run) {
        long id = run.get(JobFixtures.TO_MOVE).get(4);
        JobFixtures.change(run, id, Map.of("assignee", run.main().id())).has("assignee.id", run.main().id());
        run.main().call("jobs_retrieve").path(id).expect(200).has("assignee.id", run.main().id());
        JobFixtures.change(run, id, Collections.singletonMap("assignee", null)).has("assignee", null);
    }

    @Check(operation = "jobs_partial_update", rule = Rule.ERROR_INPUT, caseName = "unknown assignee")
    void aJobIsNotAssignedToNobodyKnown(Run run) {
        run.ordinary(); // an administrator may name anybody
        changing(run, Map.of("assignee", 987654321)).expect(403).readableError();
    }

    @Check(operation = "jobs_partial_update", rule = Rule.ERROR_INPUT, caseName = "unknown state")
    void anUnknownStateGets400(Run run) {
        changing(run, Map.of("state", "bad")).expect(400).has("state").readableError();
    }

    @Check(operation = "jobs_partial_update", rule = Rule.ERROR_INPUT, caseName = "unknown stage")
    void anUnknownStageGets400(Run run) {
        changing(run, Map.of("stage", "bad")).expect(400).has("stage").readableError();
    }

    @Check(operation = "jobs_partial_update", rule = Rule.ERROR_INPUT, caseName = "type")
    void theTypeOfAJobCannotBeChanged(Run run) {
        changing(run, Map.of("type", "ground_truth")).expect(403).readableError();
    }

    private static Call changing(Run run, Map<String, ?> change) {
        return run.main().call("jobs_partial_update").path(run.get(JobFixtures.JOB)).json(change);
    }

    @Check(operation = "jobs_create", rule = Rule.LIFECYCLE_CREATE)
    void aGroundTruthJobHasTheFramesThatWereChosen(Run run) {
        long task = TaskFixtures.withImages(run, 4, Map.of("segment_size", 2));
        long id = run.main().call("jobs_create").json(groundTruth(task, 0, 2)).expect(201).has("type", "ground_truth")
                .has("task_id", task).has("frame_count", 2).has("start_frame", 0).has("stop_frame", 3)
                .has("stage", "annotation").has("state", "new").has("parent_job_id", null).id();
        run.main().call("jobs_retrieve").path(id).expect(200).has("type", "ground_truth").has("frame_count", 2)
                .has("task_id", task);
        run.main().call("jobs_list").query("task_id", task).query("type", "ground_truth").expect(200).has("count", 1)
                .has("results.0.id", id);
    }

    @Check(operation = "jobs_create", rule = Rule.ERROR_INPUT, caseName = "second ground truth")
    void aTaskHasOneGroundTruthJob(Run run) {
        run.main().call("jobs_create").json(groundTruth(run.get(TaskFixtures.WITH_GROUND_TRUTH), 1)).expect(400)
                .readableError();
    }

    @Check(operation = "jobs_create", rule = Rule.ERROR_INPUT, caseName = "annotation job")
    void onlyGroundTruthJobsAreMade(Run run) {
        run.main().call("jobs_create").json(Map.of("task_id", run.get(TaskFixtures.WITH_IMAGES), "type", "annotation"))
                .expect(400).readableError();
    }

    @Check(operation = "jobs_create", rule = Rule.ERROR_INPUT, caseName = "unknown task")
    void aJobOfATaskThatIsNotThereGets400(Run run) {
        run.main().call("jobs_create").json(groundTruth(987654321, 0)).expect(400).readableError();
    }

    @Check(operation = "jobs_create", rule = Rule.ERROR_INPUT, caseName = "before data")
    void aTaskWithoutDataHasNoGroundTruth(Run run) {
        run.main().call("jobs_create").json(Map.of("task_id", run.get(TaskFixtures.EMPTY), "type", "ground_truth",
                "frame_selection_method", "random_uniform", "frame_count", 2)).expect(400).readableError();
    }

    @Check(operation = "jobs_create", rule = Rule.ERROR_INPUT, caseName = "nothing")
    void aJobOfNoTaskGets400(Run run) {
        run.main().call("jobs_create").json(Map.of()).expect(400).readableError();
    }

    @Check(operation = "jobs_destroy", rule = Rule.LIFECYCLE_REMOVE)
    void aRemovedGroundTruthJobIsGoneFromItsList(Run run) {
        long task = TaskFixtures.withImages(run, 1, Map.of());
        long id = run.main().call("jobs_create").json(groundTruth(task, 0)).expect(201).id();
        run.main().call("jobs_destroy").path(id).expect(204);
        run.main().call("jobs_retrieve").path(id).expect(404).readableError();
        run.main().call("jobs_list").query("task_id", task).query("type", "ground_truth").expect(200).has("count", 0);
    }

    @Check(operation = "jobs_destroy", rule = Rule.ERROR_INPUT, caseName = "annotation job")
    void onlyGroundTruthJobsAreRemoved(Run run) {
        run.main().call("jobs_destroy").path(run.get(JobFixtures.JOB)).expect(400).readableError();
        run.main().call("jobs_retrieve").path(run.get(JobFixtures.JOB)).expect(200);
    }

    @Check(operation = "jobs_list", rule = Rule.LIFECYCLE_READ, caseName = "consensus")
    void aConsensusTaskHasReplicasOfItsJobs(Run run) {
        long task = TaskFixtures.withImages(run, 1, Map.of("consensus_replicas", 2));
        run.main().call("tasks_retrieve").path(task).expect(200).has("consensus_enabled", true);
        Answer parents = run.main().call("jobs_list").query("task_id", task).query("type", "annotation").expect(200)
                .has("count", 1).has("results.0.consensus_replicas", 2).has("results.0.parent_job_id", null);
        Object parent = parents.at("results.0.id");
        run.main().call("jobs_list").query("task_id", task).query("type", "consensus_replica").expect(200)
                .has("count", 2)
                .has("results.0.parent_job_id", parent).has("results.1.parent_job_id", parent)
                .has("results.0.consensus_replicas", 0).has("results.0.frame_count", 1);
        run.main().call("jobs_list").query("parent_job_id", parent).expect(200).has("count", 2);
    }
}
