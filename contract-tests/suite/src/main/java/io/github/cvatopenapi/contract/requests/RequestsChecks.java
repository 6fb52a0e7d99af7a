package io.github.cvatopenapi.contract.requests;

import io.github.cvatopenapi.contract.harness.fixtures.Meanwhile;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Polling;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.ExportChecks;
import io.github.cvatopenapi.contract.tasks.QueueFiller;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** Work that takes time, from its beginning to its end. */
final class RequestsChecks {

    private static final String NO_SUCH = "action=export&target=task&id=987654321&subresource=dataset";

    private static final List<String> STATES = List.of("queued", "started", "finished");

    /** How often work is cancelled, before it is a fault that it is still there too. */
    private static final int TRIES = 3;

    /** What sums of fractions may be beside the number. */
    private static final double ROUNDING = 1e-6;

    /** How far apart the clocks of the parts of a server may be. */
    private static final Duration SKEW = Duration.ofSeconds(1);

    @Check(operation = "requests_retrieve", rule = Rule.ASYNC_PROGRESS, caseName = "states")
    void statesOnlyMoveForwardAndProgressStaysBetweenNoughtAndOne(Run run) {
        long task = TaskFixtures.make(run, Map.of());
        Answer accepted = TaskFixtures.sending(run.main(), task, 3).expect(202).has("rq_id");
        Seen seen = new Seen();
        Polling.until(run.settings().timeout(),
                () -> seen.next(run.main().call("requests_retrieve").path(accepted.at("rq_id")).expect(200)),
                answer -> "finished".equals(answer.at("status")),
                answer -> answer.fail("still " + answer.at("status")));
    }

    /** What was seen of a request so far. */
    private static final class Seen {
        private int state;
        private double progress;

        private Answer next(Answer answer) {
            int now = STATES.indexOf(String.valueOf(answer.at("status")));
            if (now < state) {
                throw answer.fail("status is " + answer.at("status") + " after " + STATES.get(state));
            }
            state = now;
            if (answer.at("progress") != null) {
                double done = answer.at("progress") instanceof Number number ? number.doubleValue() : -1;
                if (done < 0 || done > 1 + ROUNDING) {
                    throw answer.fail("progress is " + answer.at("progress") + ", expected a number between 0 and 1");
                }
                if (done < progress - ROUNDING) {
                    throw answer.fail("progress is " + done + " after " + progress);
                }
                progress = done;
            }
            return answer;
        }
    }

    @Check(operation = "requests_retrieve", rule = Rule.ASYNC_PROGRESS, caseName = "dates")
    void theDatesAreInTheirOrder(Run run) {
        Answer answer = run.get(RequestFixtures.FINISHED);
        Instant created = date(answer, "created_date");
        Instant started = date(answer, "started_date");
        Instant finished = date(answer, "finished_date");
        Instant expiry = date(answer, "expiry_date");
        if (started.isBefore(created.minus(SKEW)) || finished.isBefore(started) || expiry.isBefore(finished)) {
            throw answer.fail("created at " + created + ", started at " + started + ", finished at " + finished
                    + ", kept until " + expiry);
        }
    }

    private static Instant date(Answer answer, String name) {
        try {
            return OffsetDateTime.parse(String.valueOf(answer.at(name))).toInstant();
        } catch (DateTimeParseException e) {
            throw answer.fail(name + " is " + answer.at(name) + ", expected a date");
        }
    }

    @Check(operation = "requests_retrieve", rule = Rule.LIFECYCLE_READ)
    void aRequestSaysWhatItIsAboutAndWhoseItIs(Run run) {
        run.get(RequestFixtures.FINISHED).has("id", run.get(RequestFixtures.REQUEST)).has("status", "finished")
                .has("message", "")
                .has("operation.type", "export:annotations").has("operation.target", "job")
                .has("operation.format", ExportChecks.FORMAT)
                .has("operation.job_id", Long.parseLong(run.get(RequestFixtures.SEVERAL).scope().get("job_id")))
                .has("operation.task_id").has("operation.project_id", null)
                .has("owner.id", run.main().id()).has("owner.username", run.main().username());
    }

    @Check(operation = "requests_retrieve", rule = Rule.DOC_ASYNC)
    void workIsAcceptedWithItsRequestAndPolledThere(Run run) {
        Answer accepted = TaskFixtures.sending(run.main(), TaskFixtures.make(run, Map.of()), 1).expect(202)
                .has("rq_id");
        run.awaitFinished(run.main(), accepted).has("id", accepted.at("rq_id"));
    }

    @Check(operation = "requests_retrieve", rule = Rule.ASYNC_OWNER, caseName = "somebody else")
    void aRequestIsNotForOthers(Run run) {
        run.second().call("requests_retrieve").path(run.get(RequestFixtures.REQUEST)).expect(403).readableError();
    }

    @Check(operation = "requests_retrieve", rule = Rule.ASYNC_OWNER, caseName = "nobody")
    void aRequestIsNotForNobody(Run run) {
        run.anonymous().call("requests_retrieve").path(run.get(RequestFixtures.REQUEST)).expect(401).readableError();
    }

    @Check(operation = "requests_list", rule = Rule.FILTER_SIMPLE, caseName = "task_id")
    void theRequestsOfATaskAreFound(Run run) {
        Object task = run.get(RequestFixtures.FINISHED).at("operation.task_id");
        run.main().call("requests_list").query("task_id", task).query("action", "export").query("page_size", "all")
                .expect(200).has("count", run.get(RequestFixtures.SEVERAL).ids().size());
    }

    @Check(operation = "requests_retrieve", rule = Rule.ASYNC_UNKNOWN)
    void anUnknownRequestGets404(Run run) {
        run.main().call("requests_retrieve").path(NO_SUCH).expect(404).readableError();
    }

    @Check(operation = "requests_create_cancel", rule = Rule.ASYNC_UNKNOWN)
    void anUnknownRequestCannotBeCancelled(Run run) {
        run.main().call("requests_create_cancel").path(NO_SUCH).expect(404).readableError();
    }

    @Check(operation = "requests_create_cancel", rule = Rule.ASYNC_CANCEL, caseName = "finished")
    void whatHasEndedCannotBeCancelled(Run run) {
        run.main().call("requests_create_cancel").path(run.get(RequestFixtures.REQUEST)).expect(400).readableError();
        run.main().call("requests_retrieve").path(run.get(RequestFixtures.REQUEST)).expect(200)
                .has("status", "finished");
    }

    @Check(operation = "requests_create_cancel", rule = Rule.ASYNC_OWNER)
    void somebodyElseCannotCancel(Run run) {
        run.second().call("requests_create_cancel").path(run.get(RequestFixtures.REQUEST)).expect(403).readableError();
    }

    @Check(operation = "requests_create_cancel", rule = Rule.ASYNC_CANCEL, caseName = "waiting")
    void whatWaitsIsCancelledAndGone(Run run) {
        Answer after = afterCancel(run);
        for (int i = 1; i < TRIES && after.status() != 404; i++) {
            after = afterCancel(run); // work that begins in the moment in which it is cancelled can come back
        }
        after.status(404).readableError();
    }

    /**
     * What is told about work after it was cancelled. Other work goes before, so that it waits behind it. Where it
     * could not be cancelled, that is a fault only if the work before it is known not to have begun even then.
     */
    private static Answer afterCancel(Run run) {
        long task = TaskFixtures.withImages(run, 1, Map.of());
        Answer before = QueueFiller.fill(run, task, "tasks");
        Answer accepted = run.main().call("tasks_create_dataset_export").path(task).query("format", ExportChecks.FORMAT)
                .expect(202);
        Answer cancelled = run.main().call("requests_create_cancel").path(accepted.at("rq_id")).send();
        if (cancelled.status() == 400 && !QueueFiller.waits(run, before)) {
            throw new TestAbortedException("work begins too quickly here for some to be seen while it waits");
        }
        cancelled.status(200);
        return run.main().call("requests_retrieve").path(accepted.at("rq_id")).send();
    }

    @Check(operation = "requests_list", rule = Rule.PAGE_MEANWHILE)
    void theListIsAnsweredWhileWorkInItIsCancelled(Run run) {
        long task = TaskFixtures.withImages(run, 1, Map.of());
        Meanwhile.list(() -> {
            for (int i = 0; i < TRIES; i++) {
                Answer accepted = run.main().call("tasks_create_dataset_export").path(task)
                        .query("format", ExportChecks.FORMAT).expect(202, 409);
                run.main().call("requests_create_cancel").path(accepted.at("rq_id")).send();
            }
        }, () -> run.main().call("requests_list").query("page_size", 50), "status");
    }
}
