package io.github.cvatopenapi.contract.jobs;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.LabelledTask;
import java.util.List;
import java.util.Map;

/** What is drawn in a job dates the job and its task. */
final class JobsDatesChecks {

    @Check(operation = "jobs_partial_update_annotations", rule = Rule.LIFECYCLE_DATE)
    void aJobAndItsTaskAreDatedWhenSomethingIsDrawn(Run run) {
        dated(run, run.main().call("jobs_partial_update_annotations").query("action", "create"));
    }

    @Check(operation = "jobs_update_annotations", rule = Rule.LIFECYCLE_DATE)
    void aJobAndItsTaskAreDatedWhenItsAnnotationsAreReplaced(Run run) {
        dated(run, run.main().call("jobs_update_annotations"));
    }

    private static void dated(Run run, Call call) {
        Answer job = run.main().call("jobs_retrieve").path(run.get(JobFixtures.TO_DRAW_IN)).expect(200);
        Object task = job.at("task_id");
        Answer before = run.main().call("tasks_retrieve").path(task).expect(200);
        Object label = run.main().call("labels_list").query("job_id", job.id()).expect(200).has("results.0.id")
                .at("results.0.id");
        call.path(job.id()).json(Map.of("version", 0, "tags", List.of(), "shapes",
                List.of(LabelledTask.bare(label, 0)), "tracks", List.of())).expect(200);
        run.main().call("jobs_retrieve").path(job.id()).expect(200).updatedSince(job);
        run.main().call("tasks_retrieve").path(task).expect(200).updatedSince(before);
    }
}
