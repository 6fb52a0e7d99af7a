package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.cloudstorages.CloudstorageFixtures;
import io.github.cvatopenapi.contract.harness.generic.CheckPlan;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.Map;

/** Where exports of tasks and jobs go to and imports come from. */
public final class PlacesChecks {

    /** An id that no cloud storage has. */
    private static final long NO_STORAGE = 987_654_321;

    private PlacesChecks() {
    }

    /** An import into a task or job of its own. */
    private static Call imported(Run run, String operation) {
        long task = TaskFixtures.withImages(run, 1, Map.of());
        return run.main().call(operation)
                .path(operation.startsWith("tasks") ? task : TaskFixtures.jobs(run, task).get(0))
                .query("format", "CVAT 1.1");
    }

    /** A call with a cloud storage that does not exist as its place. */
    public static Call nowhere(Call call) {
        return call.query("location", "cloud_storage").query("cloud_storage_id", NO_STORAGE)
                .query("filename", "x.zip");
    }

    /**
     * Asserts that what is imported from a file that is not in the bucket of the settings ends as failed, and says
     * which file.
     */
    public static void missingFile(Run run, Call importing) {
        CloudstorageFixtures.own(run);
        String name = run.names().slug() + ".zip";
        Answer failed = run.await(run.main(), String.valueOf(importing.query("location", "cloud_storage")
                .query("cloud_storage_id", run.get(CloudstorageFixtures.STORAGE)).query("filename", name).expect(202)
                .has("rq_id").at("rq_id"))).has("status", "failed");
        if (!String.valueOf(failed.at("message")).contains(name)) {
            throw failed.fail("the message does not name " + name);
        }
    }

    /** The checks for the tag {@code tasks} or {@code jobs}. */
    static void add(CheckPlan plan, Run run, String tag) {
        String imports = tag + "_create_annotations";
        plan.add(imports, Rule.ASYNC_FAILURE, "missing file in a cloud storage",
                "an import of a file that is not there fails and says which",
                () -> missingFile(run, imported(run, imports)));
        plan.add(imports, Rule.ERROR_INPUT, "cloud storage without a file name",
                "an import from a cloud storage without the name of the file gets 400", () -> {
                    CloudstorageFixtures.own(run);
                    imported(run, imports).query("location", "cloud_storage")
                            .query("cloud_storage_id", run.get(CloudstorageFixtures.STORAGE)).expect(400)
                            .readableError();
                });
        plan.add(tag + "_create_dataset_export", Rule.ERROR_INPUT, "missing cloud storage",
                "an export to a cloud storage that does not exist is refused",
                () -> nowhere(run.main().call(tag + "_create_dataset_export").path(ExportChecks.target(run, tag))
                        .query("format", ExportChecks.FORMAT)).expect(400).readableError());
        plan.add(tag + "_retrieve_annotations", Rule.ASYNC_RETIRED, "to a cloud storage",
                "the retired way to export to somewhere says so",
                () -> nowhere(run.main().call(tag + "_retrieve_annotations").path(ExportChecks.target(run, tag)))
                        .expect(410).readableError());
    }
}
