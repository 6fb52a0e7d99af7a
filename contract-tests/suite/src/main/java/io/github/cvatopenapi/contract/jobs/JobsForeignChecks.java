package io.github.cvatopenapi.contract.jobs;

import io.github.cvatopenapi.contract.harness.generic.CheckPlan;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.List;
import java.util.Map;

/** The jobs of one account are nobody else's. */
final class JobsForeignChecks {

    private static final List<String> READING = List.of("jobs_retrieve", "jobs_retrieve_data_meta",
            "jobs_retrieve_preview", "jobs_retrieve_annotations", "jobs_retrieve_validation_layout");

    private JobsForeignChecks() {
    }

    static void add(CheckPlan plan, Run run) {
        for (String operation : READING) {
            plan.add(operation, Rule.AUTH_FOREIGN, "", "somebody else cannot read it",
                    () -> run.second().call(operation).path(run.get(JobFixtures.JOB)).expect(403).readableError());
        }
        plan.add("jobs_retrieve_data", Rule.AUTH_FOREIGN, "", "somebody else cannot see a frame",
                () -> run.second().call("jobs_retrieve_data")
                        .path(run.get(JobFixtures.JOB)).query("type", "frame").query("number", 0)
                        .query("quality", "original").expect(403).readableError());
        plan.add("jobs_partial_update", Rule.AUTH_FOREIGN, "", "somebody else cannot change it",
                () -> run.second().call("jobs_partial_update").path(run.get(JobFixtures.JOB)).json(Map.of()).expect(403)
                        .readableError());
        plan.add("jobs_destroy", Rule.AUTH_FOREIGN, "", "somebody else cannot remove it", () -> {
            run.second().call("jobs_destroy").path(run.get(JobFixtures.JOB)).expect(403).readableError();
            run.main().call("jobs_retrieve").path(run.get(JobFixtures.JOB)).expect(200);
        });
    }
}
