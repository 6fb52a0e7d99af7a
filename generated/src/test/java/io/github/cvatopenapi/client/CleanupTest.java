package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.client.model.DataRequest;
import io.github.cvatopenapi.client.model.TaskWriteRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is put right although the thread was interrupted, as {@code shutdownNow} does it. */
@Timeout(60)
class CleanupTest extends ServerFixture {

    @TempDir
    Path directory;

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @Test
    void taskWhoseUploadIsInterruptedIsDeleted() throws IOException {
        answer(json(201, "{\"id\": 7}"), json(202, ""), json(200, ""), new MockResponse.Builder().code(204));
        Path file = Files.writeString(directory.resolve("a.png"), "x");
        TransferOptions options = TransferOptions.DEFAULT
                .withTransfer((bytes, total) -> Thread.currentThread().interrupt());
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.createTask(new TaskWriteRequest().name("t"),
                    new DataRequest().imageQuality(70), List.of(file), options)).isInstanceOf(CvatException.class)
                    .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());
            assertThat(Thread.interrupted()).isTrue();
        }
        request();
        request();
        request();
        assertThat(request().getRequestLine()).isEqualTo("DELETE /api/tasks/7 HTTP/1.1");
    }

    @Test
    void taskIsDeletedAfterAnErrorToo() throws IOException {
        answer(json(201, "{\"id\": 7}"), json(202, ""), json(200, ""), new MockResponse.Builder().code(204));
        Path file = Files.writeString(directory.resolve("a.png"), "x");
        TransferOptions options = TransferOptions.DEFAULT.withTransfer((bytes, total) -> {
            throw new StackOverflowError();
        });
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.createTask(new TaskWriteRequest().name("t"),
                    new DataRequest().imageQuality(70), List.of(file), options)).isInstanceOf(StackOverflowError.class);
        }
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void sessionIsLoggedOut() {
        answer(json(200, "{}").addHeader("Set-Cookie", "sessionid=one; Path=/"), json(200, "{}"), json(200, "{}"));
        CvatClient client = settings().credentials(Credentials.login("ann", "correct horse")).build();
        client.execute(client.users().usersRetrieveSelf());
        Thread.currentThread().interrupt();
        client.close();
        assertThat(Thread.interrupted()).isTrue();
        request();
        request();
        assertThat(request().getRequestLine()).isEqualTo("POST /api/auth/logout HTTP/1.1");
    }

    @Test
    void whatCleansUpIsGivenTenSecondsWhereOtherCallsHaveNoEnd() throws IOException {
        Map<String, Duration> timeouts = new LinkedHashMap<>();
        OkHttpClient http = new OkHttpClient.Builder().addInterceptor(chain -> {
            timeouts.put(chain.request().url().encodedPath() + " " + chain.request().method(),
                    Duration.ofNanos(chain.call().timeout().timeoutNanos()));
            return chain.proceed(chain.request());
        }).build();
        answer(json(200, "{}").addHeader("Set-Cookie", "sessionid=one; Path=/"), json(201, "{\"id\": 7}"),
                json(400, "[\"No.\"]"), new MockResponse.Builder().code(204), json(200, "{}"));
        Path file = Files.writeString(directory.resolve("a.png"), "x");
        try (CvatClient client = CvatClient.builder().okHttpClient(http).baseUrl(server.url("/").toString())
                .serverVersionCheck(ServerVersionCheck.OFF).credentials(Credentials.login("ann", "correct horse"))
                .build()) {
            assertThatThrownBy(() -> client.createTask(new TaskWriteRequest().name("t"),
                    new DataRequest().imageQuality(70), List.of(file))).hasMessageContaining("400: No.");
        }
        assertThat(timeouts).hasSize(5).containsEntry("/api/tasks POST", Duration.ZERO);
        assertThat(timeouts.get("/api/tasks/7 DELETE")).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
        assertThat(timeouts.get("/api/auth/logout POST")).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
    }

    @Test
    void closedClientLogsInNoMore() {
        CvatClient client = settings().credentials(Credentials.login("ann", "correct horse")).build();
        client.close();
        assertThatThrownBy(() -> client.execute(client.users().usersRetrieveSelf()))
                .hasMessageEndingWith("the client was closed");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void partOfAFileIsRemoved() throws IOException {
        answer(new MockResponse.Builder().setHeader("ETag", "\"v1\"").body("x".repeat(300_000)));
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.exports().download("/api/x", directory,
                    (bytes, total) -> Thread.currentThread().interrupt())).isInstanceOf(CvatException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }
}
