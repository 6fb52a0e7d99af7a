package io.github.cvatopenapi.contract.jobs;

import io.github.cvatopenapi.client.Target;
import io.github.cvatopenapi.client.model.JobRead;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.ClientJobs;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;

/** Whole jobs of the client on the jobs of a task. */
final class JobsClientChecks {

    @Check(operation = "jobs_create_dataset_export", rule = Rule.CLIENT_EXPORT)
    void aDatasetIsOnTheDisk(Run run) {
        long job = TaskFixtures.jobs(run, run.get(ClientJobs.TO_EXPORT)).get(0);
        ClientJobs.exported(run, Target.job(Math.toIntExact(job)), TaskFixtures.SEGMENT);
    }

    @Check(operation = "jobs_create_annotations", rule = Rule.CLIENT_IMPORT)
    void annotationsComeBackFromAFile(Run run) {
        ClientJobs.imported(run, "jobs", false);
    }

    @Check(operation = "jobs_create_annotations", rule = Rule.CLIENT_IMPORT, caseName = "in pieces")
    void annotationsComeBackFromAFileSentInPieces(Run run) {
        ClientJobs.imported(run, "jobs", true);
    }

    @Check(operation = "jobs_list", rule = Rule.CLIENT_LIST)
    void everyJobOfATaskIsGivenOnce(Run run) {
        int task = Math.toIntExact(run.get(TaskFixtures.ANY));
        ClientJobs.walked(run.main().call("jobs_list").query("task_id", task).query("sort", "id"),
                run.main().byJar((cvat, directory) ->
                        cvat.list(cvat.jobs().jobsList(o -> o.taskId(task).sort("id"))).pageSize(1).stream()
                                .map(JobRead::getId).toList()));
    }
}
