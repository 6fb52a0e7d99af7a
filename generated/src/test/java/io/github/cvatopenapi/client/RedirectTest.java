package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cvatopenapi.client.model.PasswordChangeRequest;
import io.github.cvatopenapi.client.model.TaskWriteRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where redirects lead, and what goes along. */
class RedirectTest extends ServerFixture {

    private static final String PASSWORD = "correct horse battery";

    private MockWebServer other;

    @BeforeEach
    void startOther() throws IOException {
        QueueDispatcher prompt = new QueueDispatcher();
        prompt.setFailFast(true);
        server.setDispatcher(prompt);
        other = new MockWebServer();
        other.start();
        for (int i = 0; i < 5; i++) {
            other.enqueue(json(200, "{}").addHeader("Set-Cookie", "sessionid=stolen; Path=/").build());
        }
    }

    @AfterEach
    void stopOther() {
        other.close();
    }

    private static MockResponse.Builder redirect(int status, String location) {
        return new MockResponse.Builder().code(status).setHeader("Location", location);
    }

    /** The other server under another host name too. */
    private String elsewhere() {
        return "http://127.0.0.1:" + other.getPort() + "/api/elsewhere";
    }

    private void refusedWithBothHosts(String operation, int status, Consumer<CvatClient> job) {
        answer(redirect(status, elsewhere()));
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> job.accept(client)).isInstanceOf(CvatException.class).hasMessageStartingWith(
                    operation + ": http://localhost:" + server.getPort() + " redirected it (" + status
                            + ") to http://127.0.0.1:" + other.getPort() + ", another server, which was sent nothing");
        }
        assertThat(other.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void safeCall(int status) {
        refusedWithBothHosts("GET /api/users/self", status,
                client -> client.execute(client.users().usersRetrieveSelf()));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void callWithABody(int status) {
        refusedWithBothHosts("POST /api/auth/password/change", status, client -> client.execute(
                client.auth().authCreatePasswordChange(new PasswordChangeRequest().oldPassword(PASSWORD))));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void removal(int status) {
        refusedWithBothHosts("DELETE /api/tasks/{id}", status,
                client -> client.execute(client.tasks().tasksDestroy(7)));
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void upload(int status, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("a.zip"), "secret");
        refusedWithBothHosts("POST /api/tasks/{id}/annotations/", status,
                client -> client.imports().annotations(Target.task(7), "CVAT 1.1", file));
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void pieceOfAnUpload(int status, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("a.zip"), "secret");
        answer(json(202, ""), new MockResponse.Builder().code(201)
                .setHeader("Location", "/api/tasks/7/annotations/2_abc"));
        refusedWithBothHosts("PATCH /api/tasks/7/annotations/2_abc", status, client -> client.imports().annotations(
                Target.task(7), "CVAT 1.1", file, TransferOptions.DEFAULT.withPieceSize(3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void login(int status) {
        answer(redirect(status, elsewhere()));
        try (CvatClient client = settings().credentials(Credentials.login("ann", PASSWORD)).build()) {
            assertThatThrownBy(() -> client.execute(client.users().usersRetrieveSelf()))
                    .hasMessageStartingWith("POST /api/auth/login: http://localhost:" + server.getPort()
                            + " redirected it (" + status + ") to http://127.0.0.1:" + other.getPort());
        }
        assertThat(other.getRequestCount()).isZero();
    }

    @Test
    void loginAfterTheServerEndedTheSession() {
        answer(json(200, "{}").addHeader("Set-Cookie", "sessionid=one; Path=/"), json(401, "{}"),
                redirect(307, elsewhere()));
        try (CvatClient client = settings().credentials(Credentials.login("ann", PASSWORD)).build()) {
            assertThatThrownBy(() -> client.execute(client.users().usersRetrieveSelf()))
                    .hasMessageStartingWith("POST /api/auth/login: ").hasMessageContaining("which was sent nothing");
        }
        assertThat(other.getRequestCount()).isZero();
    }

    @Test
    void lastHopOfSeveral() {
        answer(redirect(307, "/api/one"), redirect(308, "/api/two"));
        refusedWithBothHosts("POST /api/tasks", 307,
                client -> client.execute(client.tasks().tasksCreate(new TaskWriteRequest().name("t"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://%s:PORT/", "//%s:PORT/", "http://localhost@%s:PORT/", "http://u:pass@%s:PORT/"})
    void addressesThatHideTheirHost(String form) {
        String location = form.formatted("127.0.0.1").replace("PORT", Integer.toString(other.getPort()));
        answer(redirect(307, location));
        try (CvatClient client = settings().build()) {
            CvatException refused = catchThrowableOfType(CvatException.class,
                    () -> client.execute(client.tasks().tasksCreate(new TaskWriteRequest().name("t"))));
            assertThat(refused).hasMessageContaining(" to http://127.0.0.1:" + other.getPort() + ", another server")
                    .hasMessageNotContaining("pass");
        }
        assertThat(other.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://localhost/api/tasks", "http://localhost:1/api/tasks"})
    void otherSchemeOrPortOfTheSameHost(String location) {
        answer(redirect(308, location));
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.execute(client.tasks().tasksCreate(new TaskWriteRequest().name("t"))))
                    .hasMessageContaining(" to " + location.replace("/api/tasks", "") + ", another server");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303})
    void creationThatWouldBecomeAListing(int status) {
        answer(redirect(status, "/api/tasks"), json(200, "{\"count\": 0}"));
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.execute(client.tasks().tasksCreate(new TaskWriteRequest().name("t"))))
                    .isInstanceOf(CvatException.class)
                    .hasMessageStartingWith("POST /api/tasks: ").hasMessageContaining("(" + status + ")")
                    .hasMessageContaining("which would change what it does");
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void creationOnTheSameServerKeepsMethodBodyAndCredentials(int status) {
        answer(redirect(status, "../moved/tasks"), json(201, "{\"id\": 5}"));
        try (CvatClient client = settings().build()) {
            assertThat(client.execute(client.tasks().tasksCreate(new TaskWriteRequest().name("t"))).getId())
                    .isEqualTo(5);
        }
        RecordedRequest first = request();
        RecordedRequest second = request();
        assertThat(second.getRequestLine()).isEqualTo("POST /moved/tasks HTTP/1.1");
        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer " + TOKEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void safeCallOnTheSameServerIsFollowed(int status) {
        answer(redirect(status, "/moved"), json(200, "{}"));
        try (CvatClient client = settings().organization("acme").build()) {
            client.execute(client.users().usersRetrieveSelf());
        }
        request();
        RecordedRequest second = request();
        assertThat(second.getRequestLine()).isEqualTo("GET /moved HTTP/1.1");
        assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer " + TOKEN);
    }

    @Test
    void redirectOfAServerThatKnowsNothingOfThePrefix() {
        answer(redirect(301, "/api/users/self/?x=1"), json(200, "{}"));
        try (CvatClient client = settings().baseUrl(server.url("/tools/cvat").toString()).build()) {
            client.execute(client.users().usersRetrieveSelf());
        }
        assertThat(List.of(request().getTarget(), request().getTarget()))
                .containsExactly("/tools/cvat/api/users/self", "/tools/cvat/api/users/self/?x=1");
    }
}
