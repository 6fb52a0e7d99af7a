package io.github.cvatopenapi.contract.requests;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.ExportChecks;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests that checks share. They are exports of a job, which servers keep longer than requests of other kinds. */
final class RequestFixtures {

    /**
     * A format other than that of {@link ExportChecks}. 2.58.1 fails to export some annotations in it, but none it can.
     */
    static final String OTHER_FORMAT = "COCO 1.0";

    /** Three finished requests for one job: annotations and the dataset in one format, annotations in another one. */
    static final Fixture<Sample.Items> SEVERAL = Fixture.of("several requests", run -> {
        long job = TaskFixtures.jobs(run, TaskFixtures.withImages(run, 1, Map.of())).get(0);
        return new Sample.Items(List.of(export(run, job, ExportChecks.FORMAT, false),
                export(run, job, ExportChecks.FORMAT, true),
                export(run, job, OTHER_FORMAT, false)), Map.of("job_id", String.valueOf(job)));
    });

    /** A finished request of the main account. */
    static final Fixture<Object> REQUEST = Fixture.<Object>of("a request", run -> run.get(SEVERAL).ids().get(0))
            .orExisting(run -> Optional.ofNullable(run.main().call("requests_list").query("status", "finished")
                    .expect(200).at("results.0.id")));

    /** A request that was finished when it was first asked for, as it was then. */
    static final Fixture<Answer> FINISHED = Fixture.of("a finished request",
            run -> run.main().call("requests_retrieve").path(run.get(REQUEST)).expect(200));

    private RequestFixtures() {
    }

    /**
     * The main account once it has a request: what servers make of an odd filter shows only where there is something to
     * filter.
     */
    static Caller owner(Run run) {
        run.get(REQUEST);
        return run.main();
    }

    /** The id of the finished request for an export. */
    private static Object export(Run run, long job, String format, boolean pictures) {
        return run.awaitFinished(run.main(), run.main().call("jobs_create_dataset_export").path(job)
                .query("format", format).query("save_images", pictures).expect(202)).at("id");
    }
}
