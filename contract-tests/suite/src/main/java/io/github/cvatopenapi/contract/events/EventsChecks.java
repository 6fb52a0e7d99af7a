package io.github.cvatopenapi.contract.events;

import io.github.cvatopenapi.contract.harness.fixtures.Downloads;
import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Conditions;
import io.github.cvatopenapi.contract.harness.run.Polling;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.projects.ProjectFixtures;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opentest4j.TestAbortedException;

/** What browsers tell of their users, and getting it out again, which needs an analytics store. */
final class EventsChecks {

    static final String NOW = "2026-11-23T12:00:01.000Z";

    /** The driver of the store that a CVAT keeps its events in, which its failures name. */
    private static final String STORE = "clickhouse";

    /** The request for the events, however it ended. */
    private static final Fixture<Answer> EXPORTED = Fixture.of("exported events",
            run -> learn(run, run.await(run.main(),
                    String.valueOf(run.main().call("events_create_export").expect(202).has("rq_id").at("rq_id")))));

    /** Whether analytics are switched on does not tell whether there is a store; what became of an export does. */
    private static Answer learn(Run run, Answer ended) {
        if ("finished".equals(ended.at("status"))) {
            run.conditions().learn(Conditions.NO_ANALYTICS_STORE, false);
        } else if (String.valueOf(ended.at("message")).contains(STORE)) {
            run.conditions().learn(Conditions.NO_ANALYTICS_STORE, true);
        }
        return ended;
    }

    /** Not by a token, which may not send what browsers tell. */
    private static Answer send(Run run, String scope, String source) {
        return run.mainWithPassword().call("events_create").json(Map.of("timestamp", NOW, "events", List.of(
                Map.of("scope", scope, "source", source, "duration", 1, "timestamp", "2026-11-23T12:00:00.000Z"))))
                        .send();
    }

    @Check(operation = "events_create", rule = Rule.LIFECYCLE_CREATE)
    void anEventIsAnsweredWithWhoseItIs(Run run) {
        send(run, "load:cvat", "client").status(201).has("events.0.scope", "load:cvat").has("events.0.source", "client")
                .has("events.0.duration", 1).has("events.0.user_id", run.main().id())
                .has("events.0.user_name", run.main().username()).has("events.0.org_id", null).has("timestamp");
    }

    @Check(operation = "events_create", rule = Rule.LIFECYCLE_CREATE, caseName = "everything")
    void allThatIsToldOfAnEventIsAnswered(Run run) {
        long task = run.get(TaskFixtures.WITH_IMAGES);
        Map<String, Object> told = Map.of("obj_name", "rectangle", "obj_id", 3, "obj_val", "4", "count", 2,
                "duration", 5, "project_id", run.get(ProjectFixtures.PROJECT), "task_id", task,
                "job_id", TaskFixtures.jobs(run, task).get(0));
        Map<String, Object> event = new LinkedHashMap<>(told);
        event.putAll(Map.of("scope", "draw:object", "timestamp", "2026-11-23T12:00:00.000Z",
                "payload", "{\"where\": \"contract\"}"));
        Map<String, Object> previous = Map.of("scope", "load:cvat", "timestamp", "2026-11-23T11:00:00.000Z");
        Answer answer = run.mainWithPassword().call("events_create").json(Map.of("timestamp", NOW,
                "events", List.of(event), "previous_event", previous)).expect(201);
        told.forEach((name, value) -> answer.has("events.0." + name, value));
        if (!String.valueOf(answer.at("events.0.payload")).contains("contract")) {
            throw answer.fail("the payload of the event is " + answer.at("events.0.payload"));
        }
    }

    @Check(operation = "events_create", rule = Rule.ERROR_INPUT, caseName = "event of the server")
    void anEventThatOnlyTheServerKnowsGets400(Run run) {
        send(run, "create:task", "server").status(400).readableError().has("scope");
    }

    @Check(operation = "events_create", rule = Rule.ERROR_INPUT, caseName = "unknown source")
    void anEventOfAnUnknownSourceGets400(Run run) {
        send(run, "send:exception", "nobody").status(400).readableError().has("scope");
    }

    @Check(operation = "events_create", rule = Rule.ERROR_INPUT, caseName = "no time")
    void anEventWithoutItsTimeGets400(Run run) {
        run.mainWithPassword().call("events_create").json(Map.of("events", List.of(Map.of("scope", "load:cvat"))))
                .expect(400).readableError().has("timestamp").has("events.0.timestamp");
    }

    @Check(operation = "events_list", rule = Rule.ASYNC_ACCEPTED)
    void aQueryIsAcceptedWithItsId(Run run) {
        queried(run.main().call("events_list").expect(202));
    }

    @Check(operation = "events_list", rule = Rule.ASYNC_ACCEPTED, caseName = "from and to")
    void aQueryOfATimeIsAcceptedWithItsId(Run run) {
        queried(run.main().call("events_list").query("from", "2026-01-01T00:00:00Z")
                .query("to", "2026-12-31T00:00:00Z").expect(202));
    }

    private static void queried(Answer answer) {
        try {
            UUID.fromString(String.valueOf(answer.has("query_id").at("query_id")));
        } catch (IllegalArgumentException e) {
            throw answer.fail("query_id is " + answer.at("query_id") + ", expected a UUID");
        }
    }

    /** The outdated way, which asks for the export itself whether it is ready. Without a store it never is. */
    @Check(operation = "events_list", rule = Rule.ASYNC_RESULT)
    void theEventsOfAQueryCanBeHad(Run run) {
        run.get(EXPORTED); // tells whether there is a store
        Object id = run.main().call("events_list").expect(202).has("query_id").at("query_id");
        Polling.until(run.settings().timeout(), () -> run.main().call("events_list").query("query_id", id).send(),
                answer -> answer.status() != 202,
                answer -> answer.fail("still not ready after " + run.settings().timeout().toSeconds() + " s"))
                .status(201);
        Answer events = run.main().call("events_list").query("query_id", id).query("action", "download").accept("*/*")
                .expect(200);
        if (events.bytes().length == 0) {
            throw events.fail("there is nothing in it");
        }
    }

    @Check(operation = "events_create_export", rule = Rule.ASYNC_ACCEPTED)
    void anExportIsARequestOfItsOwner(Run run) {
        run.get(EXPORTED).has("operation.target", "events").has("operation.type", "export:events")
                .has("owner.username", run.main().username()).has("finished_date");
    }

    @Check(operation = "events_create_export", rule = Rule.ASYNC_RESULT)
    void anExportEndsAsFinished(Run run) {
        Answer ended = run.get(EXPORTED).has("status", "finished");
        if (ended.at("result_url") != null) {
            Downloads.result(run.main(), ended).expect(200);
        }
    }

    @Check(operation = "events_create_export", rule = Rule.ASYNC_FAILURE)
    void anExportWithoutAStoreFailsWithAMessage(Run run) {
        Answer ended = run.get(EXPORTED);
        if (!run.conditions().holds(Conditions.NO_ANALYTICS_STORE).orElse(false)) {
            throw new TestAbortedException("there is an analytics store, with which nothing fails");
        }
        ended.has("status", "failed").has("message");
        if (String.valueOf(ended.at("message")).isBlank()) {
            throw ended.fail("there is no message");
        }
    }

    @Check(operation = "events_create_export", rule = Rule.ASYNC_OWNER)
    void anExportIsNotForOthers(Run run) {
        Object id = run.get(EXPORTED).at("id");
        run.second().call("requests_retrieve").path(id).expect(403).readableError();
    }
}
