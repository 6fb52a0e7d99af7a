package io.github.cvatopenapi.contract.events;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.CheckPlan;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures;
import io.github.cvatopenapi.contract.projects.ProjectFixtures;
import io.github.cvatopenapi.contract.tasks.PlacesChecks;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.util.List;

/** Of which events a query and an export are, and where the export goes: what is refused shows that it is looked at. */
final class EventsFilterChecks {

    private static final List<String> NUMBERS = List.of("org_id", "job_id", "user_id");

    /** Whether anybody but the store of the events looks at these was not recorded. */
    private static final List<String> LEFT_TO_THE_STORE = List.of("project_id", "task_id");

    /** An export of what the main account may see, in a file of that name. */
    private static final Fixture<Answer> OF_ITS_OWN = Fixture.of("an export of some events", run ->
            run.await(run.main(), String.valueOf(filtered(run, "events_create_export").expect(202).at("rq_id"))));

    private static Call filtered(Run run, String operation) {
        long task = run.get(TaskFixtures.WITH_IMAGES);
        return run.main().call(operation).query("task_id", task).query("job_id", TaskFixtures.jobs(run, task).get(0))
                .query("project_id", run.get(ProjectFixtures.PROJECT))
                .query("filename", "events.csv")
                .query("from", "2026-01-01T00:00:00Z").query("to", "2026-12-31T00:00:00Z");
    }

    private static void backwards(Run run, String operation) {
        run.main().call(operation).query("from", "2026-12-31T00:00:00Z").query("to", "2026-01-01T00:00:00Z").expect(400)
                .readableError();
    }

    private static void others(Run run, String operation) {
        run.main().call(operation).query("user_id", run.second().id()).expect(403).readableError();
    }

    /** The checks that a filter of no right value is refused. */
    static void refused(CheckPlan plan, Run run, String operation) {
        for (String name : NUMBERS) {
            refused(plan, run, operation, name, "abc");
        }
        for (String name : LEFT_TO_THE_STORE) {
            plan.add(operation, Rule.ERROR_QUERY_BOUNDS, name + ": abc",
                    "a filter of events that does not fit does not break the server",
                    () -> run.main().call(operation).query(name, "abc").send().notBroken());
        }
        for (String name : List.of("from", "to")) {
            refused(plan, run, operation, name, "yesterday");
        }
    }

    /** An administrator may ask for the events of everybody, and what is everybody is looked at later only. */
    private static void refused(CheckPlan plan, Run run, String operation, String name, String value) {
        plan.add(operation, Rule.ERROR_QUERY_BOUNDS, name + ": " + value,
                "a filter of events that does not fit is refused", () -> {
                    if (name.equals("user_id")) {
                        run.ordinary();
                    }
                    run.main().call(operation).query(name, value).send().readableError();
                });
    }

    @Check(operation = "events_list", rule = Rule.ERROR_QUERY_BOUNDS, caseName = "action: no-such-value")
    void aQueryThatShallDoSomethingElseIsRefused(Run run) {
        run.main().call("events_list").query("action", "no-such-value").send().readableError();
    }

    @Check(operation = "events_list", rule = Rule.ASYNC_ACCEPTED, caseName = "action: download")
    void theDownloadOfNoQueryBeginsOne(Run run) {
        run.main().call("events_list").query("action", "download").expect(202).has("query_id");
    }

    @Check(operation = "events_list", rule = Rule.ASYNC_ACCEPTED, caseName = "every filter")
    void aQueryTakesEveryFilter(Run run) {
        filtered(run, "events_list").expect(202).has("query_id");
    }

    @Check(operation = "events_create_export", rule = Rule.ASYNC_ACCEPTED, caseName = "every filter")
    void anExportTakesEveryFilter(Run run) {
        run.get(OF_ITS_OWN).has("operation.target", "events").has("finished_date");
    }

    @Check(operation = "events_list", rule = Rule.ASYNC_ACCEPTED, caseName = "org_id")
    void aQueryTakesAnOrganization(Run run) {
        run.main().call("events_list").query("org_id", run.get(OrganizationFixtures.ORGANIZATION).id()).expect(202)
                .has("query_id");
    }

    @Check(operation = "events_create_export", rule = Rule.ASYNC_ACCEPTED, caseName = "org_id")
    void anExportTakesAnOrganization(Run run) {
        run.main().call("events_create_export").query("org_id", run.get(OrganizationFixtures.ORGANIZATION).id())
                .expect(202).has("rq_id");
    }

    @Check(operation = "events_list", rule = Rule.ERROR_INPUT, caseName = "from after to")
    void aQueryOfATimeThatEndsBeforeItBeginsIsRefused(Run run) {
        backwards(run, "events_list");
    }

    @Check(operation = "events_create_export", rule = Rule.ERROR_INPUT, caseName = "from after to")
    void anExportOfATimeThatEndsBeforeItBeginsIsRefused(Run run) {
        backwards(run, "events_create_export");
    }

    @Check(operation = "events_list", rule = Rule.AUTH_FOREIGN)
    void aQueryOfTheEventsOfOthersIsRefused(Run run) {
        run.ordinary();
        others(run, "events_list");
    }

    @Check(operation = "events_create_export", rule = Rule.AUTH_FOREIGN)
    void anExportOfTheEventsOfOthersIsRefused(Run run) {
        run.ordinary();
        others(run, "events_create_export");
    }

    @Check(operation = "events_create_export", rule = Rule.ERROR_INPUT, caseName = "missing cloud storage")
    void anExportToAStorageThatIsNotThereIsRefused(Run run) {
        PlacesChecks.nowhere(run.main().call("events_create_export")).expect(400).readableError();
    }
}
