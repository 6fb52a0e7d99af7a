package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cvatopenapi.client.model.About;
import io.github.cvatopenapi.client.model.TaskWriteRequest;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletionException;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.Response;

/** What a bad network or server does to a call. */
class FaultTest extends ServerFixture {

    private static final String ABOUT = "{\"name\": \"CVAT\", \"version\": \"2.58.1\"}";

    private static MockResponse.Builder reset() {
        return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket());
    }

    private static MockResponse.Builder cut() {
        return json(200, ABOUT).onResponseBody(new SocketEffect.CloseSocket());
    }

    private About about(CvatClientBuilder settings) {
        try (CvatClient client = settings.build()) {
            return client.execute(client.server().serverRetrieveAbout());
        }
    }

    private CvatException create(CvatClientBuilder settings) {
        try (CvatClient client = settings.build()) {
            return catchThrowableOfType(CvatException.class, () ->
                    client.execute(client.tasks().tasksCreate(new TaskWriteRequest().name("t"))));
        }
    }

    @Test
    void safeCallIsMadeAgainAfterReset() {
        answer(reset(), reset(), json(200, ABOUT));
        assertThat(about(settings()).getVersion()).isEqualTo("2.58.1");
        assertThat(time.sleeps).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
    }

    @Test
    void safeCallIsGivenUpAfterThreeRetries() {
        answer(reset(), reset(), reset(), reset());
        assertThatThrownBy(() -> about(settings())).isInstanceOf(CvatException.class)
                .hasMessageStartingWith("GET /api/server/about: ");
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void unsafeCallIsNeverMadeAgain() {
        answer(reset(), json(201, "{}"));
        assertThat(create(settings()).status()).isZero();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void safeCallIsMadeAgainAfterPassingStatus(int status) {
        answer(json(status, "{\"detail\": \"later\"}"), json(200, ABOUT));
        assertThat(about(settings()).getVersion()).isEqualTo("2.58.1");
        assertThat(time.sleeps).containsExactly(Duration.ofMillis(250));
    }

    @Test
    void serverFaultIsNotTriedAgain() {
        answer(json(500, "\"An internal error has occurred\""));
        CvatException fault = catchThrowableOfType(CvatException.class, () -> about(settings()));
        assertThat(fault.status()).isEqualTo(500);
        assertThat(fault.serverMessage()).isEqualTo("An internal error has occurred");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void retryAfterInSecondsIsObeyed() {
        answer(json(429, "{}").setHeader("Retry-After", "17"), json(200, ABOUT));
        about(settings());
        assertThat(time.sleeps).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void retryAfterAsDateIsObeyed() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                FakeTime.START.plusSeconds(40).atOffset(ZoneOffset.UTC));
        answer(json(503, "{}").setHeader("Retry-After", date), json(200, ABOUT));
        about(settings());
        assertThat(time.sleeps).containsExactly(Duration.ofSeconds(40));
    }

    @Test
    void tooLongRetryAfterIsLeftToTheCaller() {
        answer(json(429, "{\"detail\": \"Request was throttled.\"}").setHeader("Retry-After", "61"));
        CvatException throttled = catchThrowableOfType(CvatException.class, () -> about(settings()));
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.retryAfter()).contains(Duration.ofSeconds(61));
        assertThat(time.sleeps).isEmpty();
    }

    @Test
    void throttledUnsafeCallTellsHowLongToWait() {
        answer(json(429, "{}").setHeader("Retry-After", "5"));
        assertThat(create(settings()).retryAfter()).contains(Duration.ofSeconds(5));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void unsafeCallIsNotMadeAgainEvenWhenTheServerAsksForItAtOnce() {
        answer(json(503, "{}").setHeader("Retry-After", "0"), json(201, "{}"));
        assertThat(create(settings()).status()).isEqualTo(503);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void bodyThatBreaksOffIsReadAgain() {
        answer(cut(), json(200, ABOUT));
        assertThat(about(settings()).getVersion()).isEqualTo("2.58.1");
    }

    @Test
    void bodyThatBreaksOffEachTimeFails() {
        answer(cut(), cut());
        assertThatThrownBy(() -> about(settings().retries(1, Duration.ZERO))).isInstanceOf(CvatException.class)
                .hasMessageStartingWith("GET /api/server/about: the answer broke off");
    }

    @Test
    void bodyOfAnUnsafeCallThatBreaksOffIsNotAskedForAgain() {
        answer(json(201, "{\"id\": 1, \"name\": \"t\"}").onResponseBody(new SocketEffect.CloseSocket()));
        assertThat(create(settings())).hasMessageContaining("broke off");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void stalledServerEndsInATimeout() {
        answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        assertThatThrownBy(() -> about(settings().readTimeout(Duration.ofMillis(150))))
                .isInstanceOf(CvatException.class).hasCauseInstanceOf(SocketTimeoutException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void htmlWhereJsonWasDue() {
        answer(new MockResponse.Builder().setHeader("Content-Type", "text/html")
                .body("<html><body>Log in here</body></html>"));
        CvatException wrong = catchThrowableOfType(CvatException.class, () -> about(settings()));
        assertThat(wrong).hasMessage("GET /api/server/about: HTML came where JSON was due: is the base URL right?");
        assertThat(wrong.rawBody()).isEqualTo("<html><body>Log in here</body></html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "{\"name\": \"CVAT\"", "[]", "{\"name\": {}}", "{} {}"})
    void jsonThatIsNotAsExpected(String body) {
        answer(json(200, body));
        CvatException wrong = catchThrowableOfType(CvatException.class, () -> about(settings()));
        assertThat(wrong.status()).isZero();
        assertThat(wrong.rawBody()).isEqualTo(body);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void emptyAnswerIsNull() {
        answer(json(200, ""));
        assertThat(about(settings())).isNull();
    }

    @Test
    void refusedConnection() {
        CvatClientBuilder settings = settings().retries(0, Duration.ZERO);
        server.close();
        assertThatThrownBy(() -> about(settings)).isInstanceOf(CvatException.class);
    }

    @Test
    void interruptEndsTheWaiting() {
        answer(reset());
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> about(settings())).isInstanceOf(CvatException.class)
                .hasCauseInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void callsOfTheCallersOwn() throws Exception {
        answer(json(404, "{\"detail\": \"Not found.\"}"), json(404, "{\"detail\": \"Not found.\"}"), json(200, ABOUT));
        try (CvatClient client = settings().build()) {
            Call<About> call = client.server().serverRetrieveAbout();
            Response<About> response = call.execute();
            assertThat(client.failure(response)).hasMessage("GET /api/server/about: 404: Not found.");
            assertThatThrownBy(() -> client.executeAsync(call.clone()).join()).isInstanceOf(CompletionException.class)
                    .cause().hasMessage("GET /api/server/about: 404: Not found.");
            assertThat(client.executeAsync(call.clone()).join().getVersion()).isEqualTo("2.58.1");
        }
    }
}
