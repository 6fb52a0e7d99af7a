package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.CheckPlan;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.Map;

/** Exports of tasks and jobs into the bucket of the settings, and imports from it. */
final class BucketChecks {

    /** What is in a task after imports from the bucket: first of the file of a task, then of that of a job. */
    private record Imported(Answer ofTask, Answer ofJob) {
    }

    private static final Fixture<Imported> IMPORTED = Fixture.of("annotations out of a bucket", run -> {
        long task = TaskFixtures.withImages(run, 1, Map.of());
        Answer ofTask = imported(run, "tasks", task, PlacedTask.TASK);
        run.main().call("tasks_destroy_annotations").path(task).expect(204);
        return new Imported(ofTask, imported(run, "jobs", TaskFixtures.jobs(run, task).get(0), PlacedTask.JOB));
    });

    private BucketChecks() {
    }

    private static Answer imported(Run run, String tag, long target, Fixture<PlacedTask.Stored> from) {
        run.awaitFinished(run.main(), run.get(from).from(run, run.main().call(tag + "_create_annotations").path(target)
                .query("format", "CVAT 1.1")).expect(202));
        return run.main().call(tag + "_retrieve_annotations").path(target).expect(200);
    }

    /** The checks for the tag {@code tasks} or {@code jobs}. */
    static void add(CheckPlan plan, Run run, String tag) {
        boolean tasks = tag.equals("tasks");
        plan.add(tag + "_create_dataset_export", Rule.ASYNC_RESULT, "to a cloud storage",
                "an export goes to a cloud storage, under its name",
                () -> run.get(tasks ? PlacedTask.TASK : PlacedTask.JOB).isStored(run));
        plan.add(tag + "_create_annotations", Rule.ASYNC_RESULT, "from a cloud storage",
                "annotations come back from a cloud storage", () -> {
                    Imported imported = run.get(IMPORTED);
                    PlacedTask.comeBack(tasks ? imported.ofTask() : imported.ofJob());
                });
    }
}
