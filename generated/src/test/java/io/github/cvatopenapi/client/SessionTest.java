package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import io.github.cvatopenapi.client.model.TaskWriteRequest;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Login with a password: the session's cookies, the CSRF token, the logout. */
class SessionTest extends ServerFixture {

    private static final String PASSWORD = "correct horse battery";

    private static MockResponse.Builder entered() {
        return entered("session-1");
    }

    private static MockResponse.Builder entered(String session) {
        return json(200, "{\"key\": \"the-token-key\"}")
                .addHeader("Set-Cookie",
                "csrftoken=csrf-1; expires=Mon, 22 Nov 2038 19:25:32 GMT; Path=/; SameSite=Lax")
                .addHeader("Set-Cookie", "sessionfresh=1; Path=/")
                .addHeader("Set-Cookie",
                "sessionid=" + session + "; expires=Mon, 07 Dec 2038 19:25:32 GMT; HttpOnly; Path=/");
    }

    private CvatClient client() {
        return settings().credentials(Credentials.login("ann", PASSWORD)).build();
    }

    @Test
    void wholeLife() {
        answer(entered(), json(200, "{}"), json(201, "{}"), json(200, "{\"detail\": \"Successfully logged out.\"}"));
        try (CvatClient client = client()) {
            client.execute(client.users().usersRetrieveSelf());
            client.execute(client.tasks().tasksCreate(new TaskWriteRequest().name("t")));
        }
        RecordedRequest login = request();
        assertThat(login.getRequestLine()).isEqualTo("POST /api/auth/login HTTP/1.1");
        assertThat(JsonParser.parseString(login.getBody().utf8()))
                .isEqualTo(JsonParser.parseString("{\"username\": \"ann\", \"password\": \"" + PASSWORD + "\"}"));
        assertThat(login.getHeaders().get("Cookie")).isNull();

        RecordedRequest safe = request();
        assertThat(safe.getHeaders().get("Cookie").split("; "))
                .containsExactlyInAnyOrder("sessionid=session-1", "csrftoken=csrf-1");
        assertThat(safe.getHeaders().names()).doesNotContain("X-CSRFToken", "Authorization");

        RecordedRequest unsafe = request();
        assertThat(unsafe.getHeaders().get("X-CSRFToken")).isEqualTo("csrf-1");
        assertThat(unsafe.getHeaders().get("Referer")).isEqualTo(server.url("/").toString());

        RecordedRequest logout = request();
        assertThat(logout.getRequestLine()).isEqualTo("POST /api/auth/logout HTTP/1.1");
        assertThat(logout.getHeaders().get("Cookie")).contains("sessionid=session-1");
        assertThat(logout.getHeaders().get("X-CSRFToken")).isEqualTo("csrf-1");
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void newCookiesReplaceTheOld() {
        answer(entered(), json(200, "{}").addHeader("Set-Cookie", "csrftoken=csrf-2; Path=/"), json(201, "{}"),
                json(200, "{}"));
        try (CvatClient client = client()) {
            client.execute(client.users().usersRetrieveSelf());
            client.execute(client.tasks().tasksCreate(new TaskWriteRequest().name("t")));
        }
        request();
        request();
        assertThat(request().getHeaders().get("X-CSRFToken")).isEqualTo("csrf-2");
    }

    private static MockResponse.Builder ended() {
        return json(401, "{\"detail\": \"Authentication credentials were not provided.\"}");
    }

    @Test
    void sessionThatTheServerEndedIsOpenedAnew() {
        answer(entered(), json(200, "{}"), ended(), entered("session-2"), json(201, "{\"id\": 5}"), json(200, "{}"));
        try (CvatClient client = client()) {
            client.execute(client.users().usersRetrieveSelf());
            assertThat(client.execute(client.tasks().tasksCreate(new TaskWriteRequest().name("t"))).getId())
                    .isEqualTo(5);
        }
        request();
        request();
        RecordedRequest refused = request();
        assertThat(refused.getHeaders().get("Cookie")).contains("sessionid=session-1");
        RecordedRequest login = request();
        assertThat(login.getRequestLine()).isEqualTo("POST /api/auth/login HTTP/1.1");
        assertThat(login.getHeaders().get("Cookie")).isNull();
        RecordedRequest again = request();
        assertThat(again.getRequestLine()).isEqualTo("POST /api/tasks HTTP/1.1").isEqualTo(refused.getRequestLine());
        assertThat(again.getHeaders().get("Cookie")).contains("sessionid=session-2").doesNotContain("session-1");
        assertThat(again.getBody()).isEqualTo(refused.getBody());
        assertThat(request().getHeaders().get("Cookie")).as("logout").contains("sessionid=session-2");
    }

    @Test
    void callThatIsRefusedInANewSessionTooIsNotMadeAThirdTime() {
        answer(entered(), ended(), entered("session-2"), ended(), json(200, "{}"));
        try (CvatClient client = client()) {
            assertThatThrownBy(() -> client.execute(client.users().usersRetrieveSelf()))
                    .hasMessageContaining("401").hasMessageContaining("credentials were not provided");
            assertThat(server.getRequestCount()).isEqualTo(4);
        }
    }

    @Test
    void passwordThatWasChangedMeanwhileIsNamed() {
        answer(entered(), ended(), json(400, "{\"non_field_errors\": [\"Unable to log in.\"]}"));
        try (CvatClient client = client()) {
            assertThatThrownBy(() -> client.execute(client.users().usersRetrieveSelf()))
                    .hasMessage("POST /api/auth/login: 400: Unable to log in.");
        }
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void refusedTokenIsNotTriedAgain() {
        answer(ended());
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.execute(client.users().usersRetrieveSelf())).hasMessageContaining("401");
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void wrongPasswordFailsTheFirstCallAndIsNotShown() {
        answer(json(400, "{\"non_field_errors\": [\"Unable to log in with provided credentials.\"]}"));
        try (CvatClient client = client()) {
            assertThatThrownBy(() -> client.execute(client.users().usersRetrieveSelf()))
                    .hasMessage("POST /api/auth/login: 400: Unable to log in with provided credentials.")
                    .hasMessageNotContaining(PASSWORD);
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void loginWithoutASession() {
        answer(json(200, "{\"key\": \"k\"}"));
        try (CvatClient client = client()) {
            assertThatThrownBy(() -> client.execute(client.users().usersRetrieveSelf()))
                    .hasMessage("GET /api/users/self: the server took the login but opened no session");
        }
    }

    @Test
    void clientThatNeverCalledDoesNotLogOut() {
        client().close();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void clientsWithATokenDoNotLogOut() {
        answer(json(200, "{}"));
        try (CvatClient client = settings().build()) {
            client.execute(client.users().usersRetrieveSelf());
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void viewsShareTheSessionAndDoNotEndIt() {
        answer(entered(), json(200, "{}"), json(200, "{}"), json(200, "{}"));
        try (CvatClient client = client()) {
            try (CvatClient view = client.inOrganization("acme")) {
                view.execute(view.users().usersRetrieveSelf());
            }
            client.execute(client.users().usersRetrieveSelf());
            assertThat(server.getRequestCount()).isEqualTo(3);
        }
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void failedLogoutDoesNotFailTheClosing() {
        answer(entered(), json(200, "{}"), json(500, "{}"));
        try (CvatClient client = client()) {
            client.execute(client.users().usersRetrieveSelf());
        }
        assertThat(server.getRequestCount()).isEqualTo(3);
    }
}
