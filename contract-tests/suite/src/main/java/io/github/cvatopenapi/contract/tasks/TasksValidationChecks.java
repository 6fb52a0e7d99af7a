package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Trees;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which frames of a task are for validation: none, those of a ground truth job, or those of a pool. */
final class TasksValidationChecks {

    @Check(operation = "tasks_create_data", rule = Rule.LIFECYCLE_CREATE, caseName = "validation pool")
    void aTaskHasThePoolThatItsDataWereAskedFor(Run run) {
        Answer layout = run.main().call("tasks_retrieve_validation_layout").path(run.get(PoolFixtures.WITH_POOL))
                .expect(200).has("mode", "gt_pool").has("frames_per_job_count", 1);
        if (Trees.list(layout.at("validation_frames")).size() != PoolFixtures.POOL) {
            throw layout.fail("the pool is " + layout.at("validation_frames") + ", expected " + PoolFixtures.POOL
                    + " frames");
        }
    }

    @Check(operation = "tasks_retrieve_validation_layout", rule = Rule.LIFECYCLE_READ, caseName = "none")
    void aTaskWithoutValidationHasNoMode(Run run) {
        run.main().call("tasks_retrieve_validation_layout").path(run.get(TaskFixtures.WITH_IMAGES)).expect(200)
                .has("mode", null).has("frames_per_job_count", null);
    }

    @Check(operation = "tasks_retrieve_validation_layout", rule = Rule.LIFECYCLE_READ, caseName = "ground truth")
    void theFramesOfAGroundTruthJobAreForValidation(Run run) {
        run.main().call("tasks_retrieve_validation_layout").path(run.get(TaskFixtures.WITH_GROUND_TRUTH)).expect(200)
                .has("mode", "gt").hasInAnyOrder("validation_frames", List.of(0, 2)).has("frames_per_job_count", null);
        run.main().call("tasks_retrieve").path(run.get(TaskFixtures.WITH_GROUND_TRUTH)).expect(200)
                .has("validation_mode", "gt");
    }

    @Check(operation = "tasks_retrieve_validation_layout", rule = Rule.LIFECYCLE_READ, caseName = "pool")
    void aPoolTellsItsFramesAndWhereTheyAreHidden(Run run) {
        Answer layout = run.main().call("tasks_retrieve_validation_layout").path(run.get(PoolFixtures.WITH_POOL))
                .expect(200).has("mode", "gt_pool").has("frames_per_job_count", 1).has("disabled_frames", List.of());
        long hidden = layout.number("honeypot_count");
        List<Object> pool = Trees.list(layout.at("validation_frames"));
        if (pool.size() != PoolFixtures.POOL || Trees.list(layout.at("honeypot_frames")).size() != hidden
                || Trees.list(layout.at("honeypot_real_frames")).size() != hidden || hidden == 0) {
            throw layout.fail("the pool has " + pool.size() + " frames, expected " + PoolFixtures.POOL + ", and "
                    + hidden + " are hidden at " + layout.at("honeypot_frames") + " with "
                    + layout.at("honeypot_real_frames"));
        }
        if (!pool.containsAll(Trees.list(layout.at("honeypot_real_frames")))) {
            throw layout.fail("the frames " + layout.at("honeypot_real_frames") + " are hidden, the pool is " + pool);
        }
    }

    @Check(operation = "tasks_retrieve_validation_layout", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotReadTheLayout(Run run) {
        run.second().call("tasks_retrieve_validation_layout").path(run.get(TaskFixtures.WITH_IMAGES)).expect(403)
                .readableError();
    }

    @Check(operation = "tasks_partial_update_validation_layout", rule = Rule.LIFECYCLE_CHANGE)
    void aFrameOfThePoolIsLeftOutAndTakenInAgain(Run run) {
        long task = PoolFixtures.make(run);
        Answer before = run.main().call("tasks_retrieve_validation_layout").path(task).expect(200);
        Object frame = before.at("validation_frames.0");
        for (List<Object> disabled : List.of(List.of(frame), List.<Object>of())) {
            run.main().call("tasks_partial_update_validation_layout").path(task)
                    .json(Map.of("disabled_frames", disabled)).expect(200).has("disabled_frames", disabled);
            run.main().call("tasks_retrieve_validation_layout").path(task).expect(200).has("disabled_frames", disabled)
                    .has("validation_frames", before.at("validation_frames"));
        }
    }

    @Check(operation = "tasks_partial_update_validation_layout", rule = Rule.LIFECYCLE_CHANGE,
            caseName = "ground truth")
    void aFrameOfTheGroundTruthIsLeftOutAndTakenInAgain(Run run) {
        long task = TaskFixtures.withGroundTruth(run);
        for (List<Integer> disabled : List.of(List.of(0), List.<Integer>of())) {
            run.main().call("tasks_partial_update_validation_layout").path(task)
                    .json(Map.of("disabled_frames", disabled)).expect(200)
                    .has("disabled_frames", disabled).hasInAnyOrder("validation_frames", List.of(0, 2));
        }
    }

    @Check(operation = "tasks_partial_update_validation_layout", rule = Rule.LIFECYCLE_CHANGE, caseName = "at random")
    void theHiddenFramesAreDrawnAnewFromThePool(Run run) {
        long task = PoolFixtures.make(run); // of its own: 2.58.1 does not keep changes apart that are made at a time
        Answer before = run.main().call("tasks_retrieve_validation_layout").path(task).expect(200);
        Answer layout = run.main().call("tasks_partial_update_validation_layout").path(task)
                .json(Map.of("frame_selection_method", "random_uniform")).expect(200).has("mode", "gt_pool")
                .has("honeypot_count", before.at("honeypot_count")).has("honeypot_frames", before.at("honeypot_frames"))
                .has("validation_frames", before.at("validation_frames"));
        if (!Trees.list(layout.at("validation_frames")).containsAll(Trees.list(layout.at("honeypot_real_frames")))) {
            throw layout.fail("the frames " + layout.at("honeypot_real_frames") + " are hidden, the pool is "
                    + layout.at("validation_frames"));
        }
    }

    @Check(operation = "tasks_partial_update_validation_layout", rule = Rule.ERROR_INPUT, caseName = "unknown frame")
    void aFrameThatIsNotForValidationCannotBeLeftOut(Run run) {
        run.main().call("tasks_partial_update_validation_layout").path(run.get(PoolFixtures.WITH_POOL))
                .json(Map.of("disabled_frames", List.of(987654))).expect(400).readableError();
    }

    @Check(operation = "tasks_partial_update_validation_layout", rule = Rule.ERROR_INPUT,
            caseName = "nothing to validate")
    void whereNothingIsValidatedNoFrameIsLeftOut(Run run) {
        run.main().call("tasks_partial_update_validation_layout").path(run.get(TaskFixtures.WITH_IMAGES))
                .json(Map.of("disabled_frames", List.of(0))).expect(400).readableError();
    }

    @Check(operation = "tasks_partial_update_validation_layout", rule = Rule.ERROR_TYPE, caseName = "array")
    void aListIsNoLayout(Run run) {
        run.main().call("tasks_partial_update_validation_layout").path(run.get(PoolFixtures.WITH_POOL))
                .body("application/json", "[]").send().readableError();
    }

    @Check(operation = "tasks_partial_update_validation_layout", rule = Rule.ERROR_INPUT, caseName = "wrong frames")
    void whatAreNoFramesAreNotHidden(Run run) {
        for (Map<String, Object> frames : PoolFixtures.WRONG_FRAMES) {
            Map<String, Object> wrong = new HashMap<>(frames);
            wrong.put("disabled_frames", frames.get("honeypot_real_frames"));
            run.main().call("tasks_partial_update_validation_layout").path(run.get(PoolFixtures.WITH_POOL)).json(wrong)
                    .send().readableError();
        }
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_BAD, caseName = "validation without its method")
    void aPoolWithoutAMethodGets400(Run run) {
        TaskFixtures.adding(run.main().call("tasks_create_data").path(run.get(TaskFixtures.TO_FILL))
                .field("image_quality", 70).field("sorting_method", "random")
                .field("validation_params.mode", "gt_pool"), 1)
                .expect(400).has("validation_params").readableError();
    }
}
