package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.cvatopenapi.client.model.About;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retrofit2.Call;

/** What ends a pause, and which are not begun. The timeout only keeps a pause without end from holding the run. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WaitingTest extends ServerFixture {

    private final EndlessTime endless = new EndlessTime();

    /** Busy but for one path. */
    private void serveOnly(String path, String body) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return (request.getUrl().encodedPath().equals(path) ? json(200, body) : busy()).build();
            }
        });
    }

    @Test
    void cancelledFuturesGiveTheirPlacesBack() {
        serveOnly("/api/server/about", "{\"version\": \"2.58.1\"}");
        try (CvatClient client = settings().time(endless).build()) {
            List<CompletableFuture<?>> waiting = new ArrayList<>();
            int places = client.http().dispatcher().getMaxRequestsPerHost();
            for (int i = 0; i < places; i++) {
                waiting.add(client.executeAsync(client.users().usersRetrieveSelf()));
            }
            endless.awaitPauses(places);
            CompletableFuture<About> next = client.executeAsync(client.server().serverRetrieveAbout());
            waiting.forEach(future -> future.cancel(true));
            assertThat(next.join().getVersion()).isEqualTo("2.58.1");
        }
    }

    @Test
    void cancelledCallEndsItsPause() {
        answer(busy());
        try (CvatClient client = settings().time(endless).build()) {
            Call<About> call = client.server().serverRetrieveAbout();
            FutureTask<About> waiting = Caller.start(() -> client.execute(call));
            endless.awaitPauses(1);
            call.cancel();
            assertThat(Caller.failure(waiting)).isInstanceOf(CvatException.class).hasMessageEndingWith(": Canceled");
        }
    }

    @Test
    void callThatIsCancelledAfterItsAnswerBrokeOffIsNotMadeAgain() {
        answer(json(200, "{}").setHeader("Content-Length", 5).onResponseEnd(new SocketEffect.CloseSocket()));
        try (CvatClient client = settings().time(endless).build()) {
            Call<About> call = client.server().serverRetrieveAbout();
            FutureTask<About> waiting = Caller.start(() -> client.execute(call));
            endless.awaitPauses(1);
            call.cancel();
            assertThat(Caller.failure(waiting)).hasMessageEndingWith(": Canceled");
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void repeatedCallIsCancelledWithTheFirst() {
        answer(json(200, "{}").setHeader("Content-Length", 5).onResponseEnd(new SocketEffect.CloseSocket()),
                new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        try (CvatClient client = settings().readTimeout(Duration.ZERO).build()) {
            Call<About> call = client.server().serverRetrieveAbout();
            FutureTask<About> waiting = Caller.start(() -> client.execute(call));
            request();
            request();
            call.cancel();
            assertThat(Caller.failure(waiting)).isInstanceOf(CvatException.class);
        }
    }

    @Test
    void closingEndsPausesAndThreads() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return busy().build();
            }
        });
        CvatClient client = settings().time(endless).build();
        CompletableFuture<About> future = client.executeAsync(client.server().serverRetrieveAbout());
        FutureTask<About> waiting = Caller.start(() -> client.execute(client.server().serverRetrieveAbout()));
        endless.awaitPauses(2);
        client.close();
        assertThat(Caller.failure(waiting)).isInstanceOf(CvatException.class)
                .hasMessageEndingWith("the client was closed");
        assertThatThrownBy(future::join).hasCauseInstanceOf(CvatException.class);
        assertThat(client.http().dispatcher().executorService().awaitTermination(50, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> client.execute(client.server().serverRetrieveAbout()))
                .as("a pause after closing").hasMessageContaining("503");
    }

    @Test
    void closingEndsCallsThatAServerHolds() throws Exception {
        answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        CvatClient client = settings().readTimeout(Duration.ZERO).build();
        CompletableFuture<About> future = client.executeAsync(client.server().serverRetrieveAbout());
        request();
        client.close();
        assertThatThrownBy(future::join).hasCauseInstanceOf(CvatException.class);
        assertThat(client.http().dispatcher().executorService().awaitTermination(50, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void interruptEndsAPause() throws Exception {
        answer(busy());
        try (CvatClient client = settings().time(endless).build()) {
            Thread[] caller = new Thread[1];
            FutureTask<Throwable> waiting = Caller.start(() -> {
                caller[0] = Thread.currentThread();
                Throwable failure = catchThrowable(() -> client.execute(client.server().serverRetrieveAbout()));
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                return failure;
            });
            endless.awaitPauses(1);
            caller[0].interrupt();
            assertThat(waiting.get()).isInstanceOf(CvatException.class)
                    .hasCauseInstanceOf(InterruptedIOException.class);
        }
    }

    @Test
    void pauseThatOutlastsTheCallsTimeoutIsNotBegun() {
        answer(busy());
        try (CvatClient client = settings().callTimeout(Duration.ofSeconds(15)).build()) {
            CvatException busy = catchThrowableOfType(
                    CvatException.class, () -> client.execute(client.server().serverRetrieveAbout()));
            assertThat(busy.status()).isEqualTo(503);
            assertThat(busy.retryAfter()).contains(Duration.ofSeconds(15));
        }
        assertThat(time.sleeps).isEmpty();
    }

    @Test
    void pausesCountTogether() {
        answer(busy(), busy(), busy(), busy());
        try (CvatClient client = settings().callTimeout(Duration.ofSeconds(40)).build()) {
            assertThatThrownBy(() -> client.execute(client.server().serverRetrieveAbout()))
                    .hasMessageContaining("503");
        }
        assertThat(time.sleeps).containsExactly(Duration.ofSeconds(15), Duration.ofSeconds(15));
    }

    @Test
    void timeoutCountsOverAnswersThatBreakOffToo() {
        MockResponse.Builder cut = json(200, "{}").setHeader("Content-Length", 5)
                .onResponseEnd(new SocketEffect.CloseSocket());
        answer(busy(), cut);
        try (CvatClient client = settings().callTimeout(Duration.ofMillis(15_200)).build()) {
            assertThatThrownBy(() -> client.execute(client.server().serverRetrieveAbout()))
                    .hasMessageContaining("broke off");
        }
        assertThat(time.sleeps).containsExactly(Duration.ofSeconds(15));
    }

    @Test
    void whatComesBeforeACallKeepsItsTimeout() {
        answer(busy());
        try (CvatClient client = settings().callTimeout(Duration.ofSeconds(10))
                .serverVersionCheck(ServerVersionCheck.FAIL).build()) {
            assertThatThrownBy(() -> client.execute(client.users().usersRetrieveSelf()))
                    .hasMessage("GET /api/server/about: 503: Busy.");
        }
        assertThat(time.sleeps).isEmpty();
    }

    @Test
    void whatComesBeforeACallEndsWithIt() {
        serveOnly("/none", "");
        try (CvatClient client = settings().time(endless).serverVersionCheck(ServerVersionCheck.FAIL).build()) {
            Call<?> call = client.users().usersRetrieveSelf();
            FutureTask<?> waiting = Caller.start(() -> client.execute(call));
            endless.awaitPauses(1);
            call.cancel();
            assertThat(Caller.failure(waiting)).hasMessage("GET /api/server/about: Canceled");
        }
    }

    @Test
    void callThatWaitsForTheLoginOfAnotherCanBeCancelled() throws Exception {
        CountDownLatch door = new CountDownLatch(1);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                door.await();
                return json(200, "{}").addHeader("Set-Cookie", "sessionid=one; Path=/").build();
            }
        });
        try (CvatClient client = settings().credentials(Credentials.login("ann", "correct horse")).build()) {
            FutureTask<?> first = Caller.start(() -> client.execute(client.users().usersRetrieveSelf()));
            request();
            Call<?> call = client.users().usersRetrieveSelf();
            FutureTask<?> second = Caller.start(() -> client.execute(call));
            await().until(call::isExecuted);
            call.cancel();
            assertThat(Caller.failure(second)).hasMessageEndingWith(": Canceled");
            door.countDown();
            first.get();
        }
    }
}
