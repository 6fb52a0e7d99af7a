package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cvatopenapi.client.model.Request;
import io.github.cvatopenapi.client.model.RqId;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import retrofit2.Call;

/** Waiting for background work. */
class PendingRequestTest extends ServerFixture {

    private static final String ID
            = "action=export&target=task&target_id=1&user_id=2&format=COCO_1~0&subresource=dataset";

    private static MockResponse.Builder state(String status, String created, String more) {
        return json(200, "{\"id\": \"" + ID + "\", \"status\": \"" + status
                + "\", \"progress\": 0.5, \"created_date\": \""
                + created + "\"" + more + "}");
    }

    private static MockResponse.Builder state(String status) {
        return state(status, "2026-11-24T12:00:00.5Z", "");
    }

    /** Accepted, by a server whose clock stands at the given seconds after the test's start. */
    private static MockResponse.Builder accepted(int seconds) {
        return json(202, "{\"rq_id\": \"" + ID + "\"}").setHeader("Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        FakeTime.START.plusSeconds(seconds).atOffset(ZoneOffset.UTC)));
    }

    private static MockResponse.Builder underWay() {
        return json(409, "{\"rq_id\": \"" + ID + "\"}");
    }

    private static Call<RqId> export(CvatClient client) {
        return client.tasks().tasksCreateDatasetExport(1, "COCO 1.0");
    }

    @Test
    void waitsAtGrowingIntervalsUntilFinished() {
        answer(state("queued"), state("started"), state("started"),
                state("finished", "2026-11-24T12:00:00Z", ", \"result_url\": \"http://cvat.example/x\""));
        List<String> told = new ArrayList<>();
        try (CvatClient client = settings().build()) {
            Request finished = client.pending(ID).onProgress(request -> told.add(request.getStatus().value())).await();
            assertThat(finished.getResultUrl()).isEqualTo("http://cvat.example/x");
        }
        assertThat(told).containsExactly("queued", "started", "started", "finished");
        assertThat(time.sleeps).containsExactly(Duration.ofMillis(200), Duration.ofMillis(300), Duration.ofMillis(450));
        assertThat(request().getUrl().pathSegments()).containsExactly("api", "requests", ID);
    }

    @Test
    void intervalsStopGrowingAtFiveSeconds() {
        for (int i = 0; i < 15; i++) {
            answer(state("started"));
        }
        answer(state("finished"));
        try (CvatClient client = settings().build()) {
            client.pending(ID).await();
        }
        assertThat(time.sleeps).hasSize(15).last().isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void failureHasTheServersMessage() {
        String traceback = "Traceback (most recent call last):\\n  File x, line 1\\n"
                + "ParseError: syntax error: line 1, column 0\\n";
        answer(state("failed", "2026-11-24T12:00:00Z", ", \"message\": \"" + traceback + "\""));
        try (CvatClient client = settings().build()) {
            RequestFailedException failed
                    = catchThrowableOfType(RequestFailedException.class, () -> client.pending(ID).await());
            assertThat(failed).hasMessage(
                    "request " + ID + ": the request failed: ParseError: syntax error: line 1, column 0");
            assertThat(failed.serverMessage()).startsWith("Traceback").endsWith("column 0");
            assertThat(failed.requestId()).contains(ID);
        }
    }

    @Test
    void statusOfANewerServerIsWaitedThrough() {
        answer(state("paused"), state("finished"));
        try (CvatClient client = settings().build()) {
            assertThat(client.pending(ID).await().getStatus().value()).isEqualTo("finished");
        }
    }

    @Test
    void timeout() {
        for (int i = 0; i < 8; i++) {
            answer(state("started"));
        }
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.pending(ID).timeout(Duration.ofSeconds(9)).await())
                    .isInstanceOf(CvatException.class)
                    .hasMessage("request " + ID + ": still started after PT9S")
                    .hasCauseInstanceOf(TimeoutException.class);
        }
        assertThat(server.getRequestCount()).isEqualTo(8);
    }

    @Test
    void interrupt() {
        answer(state("started"));
        try (CvatClient client = settings().build()) {
            PendingRequest pending = client.pending(ID).onProgress(state -> Thread.currentThread().interrupt());
            assertThatThrownBy(pending::await).isInstanceOf(CvatException.class)
                    .hasCauseInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void cancelled() {
        answer(state("queued"), json(200, ""), new MockResponse.Builder().code(404)
                .setHeader("Content-Type", "text/html; charset=utf-8")
                .body("There is no request with specified id"));
        try (CvatClient client = settings().build()) {
            PendingRequest pending = client.pending(ID);
            List<Boolean> answers = new ArrayList<>();
            assertThatThrownBy(() -> pending.onProgress(state -> {
                try {
                    answers.add(pending.cancel());
                } catch (CvatException e) {
                    throw new AssertionError(e);
                }
            }).await()).isInstanceOf(CancellationException.class);
            assertThat(answers).containsExactly(true);
        }
        request();
        assertThat(request().getRequestLine()).startsWith("POST /api/requests/").contains("/cancel ");
    }

    @Test
    void cancelledTooLate() {
        answer(new MockResponse.Builder().code(400).setHeader("Content-Type", "text/html; charset=utf-8")
                .body("Only requests that have not yet been started can be cancelled"), json(404, "{}"),
                json(403, "{\"detail\": \"No.\"}"));
        try (CvatClient client = settings().build()) {
            assertThat(client.pending(ID).cancel()).isFalse();
            assertThat(client.pending(ID).cancel()).isFalse();
            assertThatThrownBy(() -> client.pending(ID).cancel()).isInstanceOf(CvatException.class)
                    .hasMessageEndingWith("403: No.");
        }
    }

    @Test
    void unknownRequest() {
        answer(json(404, "There is no request with specified id"));
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.pending(ID).await()).isInstanceOf(CvatException.class)
                    .hasMessage("GET /api/requests/{id}: 404: There is no request with specified id");
        }
    }

    @Test
    void repeatedExportTakesUpTheRunningRequest() {
        answer(underWay(), state("started", "2026-11-24T11:00:00Z", ""), state("finished", "2026-11-24T11:00:00Z", ""));
        try (CvatClient client = settings().build()) {
            PendingRequest pending = client.start(export(client));
            assertThat(pending.id()).isEqualTo(ID);
            assertThat(pending.await().getStatus().value()).isEqualTo("finished");
        }
    }

    @Test
    void otherConflictsStayFailures() {
        answer(json(409, "{\"detail\": \"Conflict.\"}"));
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.start(export(client)))
                    .hasMessage("POST /api/tasks/{id}/dataset/export: 409: Conflict.");
        }
    }

    @Test
    void acceptedWithoutAnId() {
        answer(json(202, ""));
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.start(export(client))).isInstanceOf(CvatException.class)
                    .hasMessage("POST /api/tasks/{id}/dataset/export: the server named no request");
        }
    }

    @Test
    void oldEndOfAnEarlierAttemptIsNotTakenForTheNew() {
        answer(accepted(60), state("finished", "2026-11-24T11:00:00Z", ""),
                state("started", "2026-11-24T12:00:59.9Z", ""),
                state("finished", "2026-11-24T12:00:59.9Z", ""));
        try (CvatClient client = settings().build()) {
            assertThat(client.start(export(client)).await().getCreatedDate()).hasToString("2026-11-24T12:00:59.900Z");
        }
    }

    @Test
    void oldFailureOfAnEarlierAttemptIsNotTakenForTheNew() {
        answer(accepted(60), state("failed", "2026-11-24T11:00:00Z", ""),
                state("finished", "2026-11-24T12:01:00Z", ""));
        try (CvatClient client = settings().build()) {
            assertThat(client.start(export(client)).await().getStatus().value()).isEqualTo("finished");
        }
    }

    @Test
    void attemptsWithinASecondAreToldApart() {
        answer(accepted(0), state("finished", "2026-11-24T12:00:00.1Z", ""),
                accepted(0), state("finished", "2026-11-24T12:00:00.1Z", ""),
                state("finished", "2026-11-24T12:00:00.4Z", ""));
        try (CvatClient client = settings().build()) {
            client.start(export(client)).await();
            assertThat(client.start(export(client)).await().getCreatedDate()).hasToString("2026-11-24T12:00:00.400Z");
        }
    }

    @Test
    void endThatAnotherThreadSawFirstCountsForThisOneToo() {
        answer(accepted(0), underWay(), state("finished"), state("finished"));
        try (CvatClient client = settings().build()) {
            PendingRequest one = client.start(export(client));
            PendingRequest other = client.start(export(client));
            one.await();
            assertThat(other.await().getStatus().value()).isEqualTo("finished");
        }
    }

    @Test
    void serverThatOnlyTellsOfTheEarlierAttempt() {
        answer(accepted(60));
        for (int i = 0; i < 8; i++) {
            answer(state("finished", "2026-11-24T11:00:00Z", ""));
        }
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.start(export(client)).timeout(Duration.ofSeconds(9)).await())
                    .hasMessageContaining("the server still tells of an earlier attempt, created 2026-11-24T11:00Z");
        }
    }
}
