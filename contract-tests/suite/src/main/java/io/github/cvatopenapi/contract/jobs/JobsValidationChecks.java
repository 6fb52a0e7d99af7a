package io.github.cvatopenapi.contract.jobs;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.PoolFixtures;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import io.github.cvatopenapi.spec.Trees;
import java.util.List;
import java.util.Map;

/** Validation frames that are hidden in a job. */
final class JobsValidationChecks {

    private static final Map<String, Object> AT_RANDOM = Map.of("frame_selection_method", "random_uniform");

    @Check(operation = "jobs_retrieve_validation_layout", rule = Rule.LIFECYCLE_READ, caseName = "none")
    void aJobWithoutHiddenFramesHasNoLayout(Run run) {
        Answer answer = run.main().call("jobs_retrieve_validation_layout").path(run.get(JobFixtures.JOB)).expect(200);
        if (!answer.object().isEmpty()) {
            throw answer.fail("there is a layout where nothing is validated");
        }
    }

    @Check(operation = "jobs_retrieve_validation_layout", rule = Rule.LIFECYCLE_READ, caseName = "pool")
    void aJobTellsWhereFramesOfThePoolAreHidden(Run run) {
        long task = run.get(PoolFixtures.WITH_POOL);
        Answer layout = run.main().call("jobs_retrieve_validation_layout").path(TaskFixtures.jobs(run, task).get(0))
                .expect(200).has("honeypot_count", 1);
        inThePool(run, task, layout);
    }

    private static void inThePool(Run run, long task, Answer layout) {
        List<Object> real = Trees.list(layout.at("honeypot_real_frames"));
        List<Object> pool = Trees.list(run.main().call("tasks_retrieve_validation_layout").path(task).expect(200)
                .at("validation_frames"));
        if (real.size() != 1 || Trees.list(layout.at("honeypot_frames")).size() != 1 || !pool.containsAll(real)) {
            throw layout.fail("at " + layout.at("honeypot_frames") + " are hidden " + real + ", the pool is " + pool);
        }
    }

    @Check(operation = "jobs_retrieve_validation_layout", rule = Rule.LIFECYCLE_READ,
            caseName = "ground truth of a pool")
    void nothingIsHiddenInTheGroundTruthItself(Run run) {
        Object job = run.main().call("jobs_list").query("task_id", run.get(PoolFixtures.WITH_POOL))
                .query("type", "ground_truth").expect(200).has("count", 1).at("results.0.id");
        run.main().call("jobs_retrieve_validation_layout").path(job).expect(200).has("honeypot_count", 0)
                .has("honeypot_frames", List.of()).has("honeypot_real_frames", List.of());
    }

    @Check(operation = "jobs_partial_update_validation_layout", rule = Rule.LIFECYCLE_CHANGE)
    void theHiddenFrameIsDrawnAnewFromThePool(Run run) {
        long task = PoolFixtures.make(run);
        long job = TaskFixtures.jobs(run, task).get(0);
        Answer before = run.main().call("jobs_retrieve_validation_layout").path(job).expect(200);
        Answer layout = run.main().call("jobs_partial_update_validation_layout").path(job).json(AT_RANDOM).expect(200)
                .has("honeypot_count", 1).has("honeypot_frames", before.at("honeypot_frames"));
        inThePool(run, task, layout);
        run.main().call("jobs_retrieve_validation_layout").path(job).expect(200)
                .has("honeypot_real_frames", layout.at("honeypot_real_frames"));
    }

    @Check(operation = "jobs_partial_update_validation_layout", rule = Rule.ERROR_INPUT, caseName = "unknown method")
    void anUnknownMethodGets400(Run run) {
        run.main().call("jobs_partial_update_validation_layout")
                .path(TaskFixtures.jobs(run, run.get(PoolFixtures.WITH_POOL)).get(0))
                .json(Map.of("frame_selection_method", "bad")).expect(400).readableError();
    }

    @Check(operation = "jobs_partial_update_validation_layout", rule = Rule.ERROR_TYPE, caseName = "array")
    void aListIsNoLayout(Run run) {
        run.main().call("jobs_partial_update_validation_layout")
                .path(TaskFixtures.jobs(run, run.get(PoolFixtures.WITH_POOL)).get(0))
                .body("application/json", "[]").send().readableError();
    }

    @Check(operation = "jobs_partial_update_validation_layout", rule = Rule.ERROR_INPUT, caseName = "wrong frames")
    void whatAreNoFramesAreNotHidden(Run run) {
        for (Map<String, Object> wrong : PoolFixtures.WRONG_FRAMES) {
            run.main().call("jobs_partial_update_validation_layout")
                    .path(TaskFixtures.jobs(run, run.get(PoolFixtures.WITH_POOL)).get(0)).json(wrong).send()
                    .readableError();
        }
    }

    @Check(operation = "jobs_partial_update_validation_layout", rule = Rule.ERROR_INPUT, caseName = "no pool")
    void whereNothingIsHiddenNothingIsDrawn(Run run) {
        Object job = run.main().call("jobs_list").query("task_id", run.get(TaskFixtures.WITH_GROUND_TRUTH))
                .query("type", "ground_truth").expect(200).at("results.0.id");
        run.main().call("jobs_partial_update_validation_layout").path(job).json(AT_RANDOM).expect(400).readableError();
    }

    @Check(operation = "jobs_partial_update_validation_layout", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotDrawFrames(Run run) {
        run.second().call("jobs_partial_update_validation_layout")
                .path(TaskFixtures.jobs(run, run.get(PoolFixtures.WITH_POOL)).get(0))
                .json(AT_RANDOM).expect(403).readableError();
    }
}
