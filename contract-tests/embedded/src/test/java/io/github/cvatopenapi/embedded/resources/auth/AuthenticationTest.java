package io.github.cvatopenapi.embedded.resources.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AuthenticationTest {

    private static EmbeddedCvat cvat;
    private static Client anna;

    @BeforeAll
    static void start() {
        cvat = EmbeddedCvat.start();
        anna = Client.user(cvat, "anna");
    }

    @AfterAll
    static void stop() {
        cvat.close();
    }

    @Test
    void asksForCredentials() {
        Client.Reply reply = Client.anonymous(cvat).get("/api/users/self");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Token");
        assertThat(reply.object().has("detail")).isTrue();
    }

    @Test
    void takesBasic() {
        assertThat(anna.get("/api/users/self").object().get("username").getAsString()).isEqualTo("anna");
        assertThat(Client.basic(cvat, "anna", "wrong").get("/api/users/self").status()).isEqualTo(401);
    }

    @Test
    void takesTheKeyOfLogin() {
        Client.Reply login = Client.anonymous(cvat)
                .post("/api/auth/login", "{\"username\": \"anna\", \"password\": \"anna-Passw0rd\"}");
        String key = login.object().get("key").getAsString();

        assertThat(Client.anonymous(cvat).with("Authorization", "Token " + key).get("/api/users/self").status())
                .isEqualTo(200);
        assertThat(Client.anonymous(cvat).with("Authorization", "Token 0").get("/api/users/self").status())
                .isEqualTo(401);
    }

    @Test
    void refusesMethodsThatAPathHasNot() {
        Client.Reply reply = anna.send("PUT", "/api/projects", "{}");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("GET, POST, HEAD, OPTIONS");
        assertThat(Client.anonymous(cvat).send("PUT", "/api/projects", "{}").status()).isEqualTo(401);
    }

    @Test
    void negotiates() {
        assertThat(anna.with("Accept", "application/json").get("/api/projects").status()).isEqualTo(406);
        assertThat(anna.with("Content-Type", "text/plain").post("/api/projects", "x").status()).isEqualTo(415);
    }
}
