package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.List;
import java.util.Map;

/** Tasks with a pool of validation frames, which are hidden in its jobs. */
public final class PoolFixtures {

    /** How many frames are in the pool. */
    static final int POOL = 3;

    private static final int PICTURES = 8;

    /** A task with a pool of three frames, one of them hidden in each job. */
    public static final Fixture<Long> WITH_POOL = Fixture.of("a task with a pool of validation frames",
            PoolFixtures::make);

    /** Frames to hide that are none, and ways to choose them that are none. */
    public static final List<Map<String, Object>> WRONG_FRAMES = List.of(
            Map.of("frame_selection_method", 7, "honeypot_real_frames", List.of(0, -1, "x")),
            Map.of("frame_selection_method", "no-such-method", "honeypot_real_frames", "abc"));

    private PoolFixtures() {
    }

    /** A new task like {@link #WITH_POOL}. */
    public static long make(Run run) {
        long task = TaskFixtures.make(run, Map.of("segment_size", 3));
        TasksUploadChecks.start(run, task);
        TaskFixtures.adding(run.main().call("tasks_create_data").path(task).header("Upload-Multiple", "true")
                .field("image_quality", 70), PICTURES).expect(200);
        run.awaitFinished(run.main(),
                TasksUploadChecks.finish(run, task, Map.of("image_quality", 70, "sorting_method", "random",
                        "validation_params", Map.of("mode", "gt_pool", "frame_selection_method", "random_uniform",
                        "frame_count", POOL, "frames_per_job_count", 1))).expect(202));
        return task;
    }
}
