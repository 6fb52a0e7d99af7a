package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The pauses between the calls of a job. The timeout only keeps a pause without end from holding the run. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JobWaitingTest extends ServerFixture {

    private static final String ID = "action=export&target=task&target_id=7";

    private final EndlessTime endless = new EndlessTime();

    @Test
    void uploadThatWouldPauseLongerThanACallMayTake(@TempDir Path directory) throws IOException {
        answer(json(202, ""), busy());
        Path file = Files.writeString(directory.resolve("a.zip"), "12345");
        try (CvatClient client = settings().callTimeout(Duration.ofSeconds(10)).build()) {
            assertThatThrownBy(() -> client.imports().annotations(Target.task(7), "CVAT 1.1", file,
                    TransferOptions.DEFAULT.withPieceSize(3))).hasMessageContaining("503: Busy.");
        }
        assertThat(time.sleeps).isEmpty();
    }

    @Test
    void downloadThatWouldPauseLongerThanACallMayTake(@TempDir Path directory) {
        answer(new MockResponse.Builder().setHeader("ETag", "\"v1\"").body("12345")
                .setHeader("Content-Length", 9).onResponseEnd(new SocketEffect.CloseSocket()));
        try (CvatClient client = settings().callTimeout(Duration.ofMillis(200)).build()) {
            assertThatThrownBy(() -> client.exports().download("/api/x", directory)).isInstanceOf(CvatException.class);
        }
        assertThat(time.sleeps).isEmpty();
    }

    private static MockResponse.Builder state(String status) {
        return json(200, "{\"id\": \"" + ID + "\", \"status\": \"" + status + "\"}");
    }

    @Test
    void waitingForARequestEndsWhenItIsCancelled() {
        answer(state("queued"), json(200, ""), json(404, "{\"detail\": \"Not found.\"}"));
        try (CvatClient client = settings().time(endless).build()) {
            PendingRequest pending = client.pending(ID);
            FutureTask<?> waiting = Caller.start(pending::await);
            endless.awaitPauses(1);
            assertThat(pending.cancel()).isTrue();
            assertThat(Caller.failure(waiting)).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void waitingForARequestEndsWhenTheClientIsClosed() {
        answer(state("started"));
        CvatClient client = settings().time(endless).build();
        FutureTask<?> waiting = Caller.start(client.pending(ID)::await);
        endless.awaitPauses(1);
        client.close();
        assertThat(Caller.failure(waiting)).isInstanceOf(CvatException.class)
                .hasMessageEndingWith("while it was started: the client was closed");
    }

    @Test
    void waitingForARequestDoesNotOutlastItsTimeoutWhereTheServerIsBusy() {
        answer(state("started"), busy());
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.pending(ID).timeout(Duration.ofSeconds(14)).await())
                    .hasMessageContaining("503: Busy.");
        }
        assertThat(time.sleeps).containsExactly(Duration.ofMillis(200));
    }

    @Test
    void waitingForARequestDoesNotOutlastItsTimeoutWhereTheServerSaysNothing() {
        answer(json(200, "{}"), state("started"),
                new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        try (CvatClient client = settings().time(Time.SYSTEM).readTimeout(Duration.ZERO).build()) {
            client.execute(client.server().serverRetrieveAbout());
            assertThatThrownBy(() -> client.pending(ID).timeout(Duration.ofMillis(250)).await())
                    .hasMessage("request " + ID + ": still started after PT0.25S")
                    .hasCauseInstanceOf(TimeoutException.class);
        }
    }
}
