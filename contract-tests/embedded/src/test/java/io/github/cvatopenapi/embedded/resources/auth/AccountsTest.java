package io.github.cvatopenapi.embedded.resources.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.spec.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {

    private static final String GOOD = "Good-Passw0rd";

    @TempDir
    private Path mail;
    private EmbeddedCvat cvat;
    private Client anyone;
    private Client ann;

    @BeforeEach
    void start() {
        cvat = EmbeddedCvat.builder().mailDirectory(mail).start();
        anyone = Client.anonymous(cvat);
        ann = Client.user(cvat, "ann");
    }

    @AfterEach
    void stop() {
        cvat.close();
    }

    private Client.Reply register(String name, String email, String password, String again) {
        return anyone.post("/api/auth/register", "{\"username\": \"" + name + "\", \"email\": \"" + email
                + "\", \"password1\": \"" + password + "\", \"password2\": \"" + again + "\"}");
    }

    private Client bearer(String value) {
        return anyone.with("Authorization", "Bearer " + value);
    }

    @Test
    void registersAndSignsIn() {
        Client.Reply reply = register("newcomer", "new@cvat.example", GOOD, GOOD);

        assertThat(reply.status()).isEqualTo(201);
        String key = reply.object().get("key").getAsString();
        assertThat(anyone.with("Authorization", "Token " + key).get("/api/users/self").status()).isEqualTo(200);
        assertThat(Client.basic(cvat, "newcomer", GOOD).get("/api/users/self").status()).isEqualTo(200);
    }

    @Test
    void refusesBadRegistrations() {
        assertThat(register("newcomer", "new@cvat.example", GOOD, "other-Passw0rd").object().has("non_field_errors"))
                .isTrue();
        assertThat(register("newcomer", "nowhere", "123", "123").object().keySet())
                .containsExactlyInAnyOrderElementsOf(Contract.load().changes().inForce("password-length-first")
                        ? List.of("password1", "password2") : List.of("email", "password1"));
        assertThat(register("abc", "new@cvat.example", GOOD, GOOD).object().has("username")).isTrue();
        assertThat(register("admin", "new@cvat.example", GOOD, GOOD).object().has("username")).isTrue();
        assertThat(register("newcomer", "ann@cvat.example", GOOD, GOOD).object().has("email")).isTrue();
    }

    @Test
    void logoutEndsTheKey() {
        String key = anyone.post("/api/auth/login", "{\"username\": \"ann\", \"password\": \"ann-Passw0rd\"}")
                .object().get("key").getAsString();
        Client token = anyone.with("Authorization", "Token " + key);

        assertThat(token.send("POST", "/api/auth/logout", null).status()).isEqualTo(200);
        assertThat(token.get("/api/users/self").status()).isEqualTo(401);
    }

    @Test
    void aSessionNeedsTheCsrfTokenToChangeThings() {
        Client.Reply login = anyone.post("/api/auth/login", "{\"username\": \"ann\", \"password\": \"ann-Passw0rd\"}");
        List<String> cookies = login.headers().get("set-cookie").stream().map(each -> each.split(";")[0]).toList();
        String csrf = cookies.stream().filter(each -> each.startsWith("csrftoken="))
                .findFirst().orElseThrow().substring(10);
        Client session = anyone.with("Cookie", String.join("; ", cookies));

        assertThat(session.get("/api/users/self").status()).isEqualTo(200);
        assertThat(session.post("/api/projects", "{\"name\": \"p\"}").status()).isEqualTo(403);
        assertThat(session.with("X-CSRFToken", "wrong").post("/api/projects", "{\"name\": \"p\"}").status())
                .isEqualTo(403);
        assertThat(session.with("X-CSRFToken", csrf).post("/api/projects", "{\"name\": \"p\"}").status())
                .isEqualTo(201);
        assertThat(session.with("X-CSRFToken", csrf).send("POST", "/api/auth/logout", null).status()).isEqualTo(200);
        assertThat(session.get("/api/users/self").status()).isEqualTo(401);
    }

    @Test
    void changesPasswords() {
        String body = "{\"old_password\": \"%s\", \"new_password1\": \"%s\", \"new_password2\": \"%s\"}";

        assertThat(ann.post("/api/auth/password/change", body.formatted("wrong", GOOD, GOOD))
                .object().has("old_password")).isTrue();
        assertThat(ann.post("/api/auth/password/change", body.formatted("ann-Passw0rd", "123", "123")).status())
                .isEqualTo(400);
        assertThat(ann.post("/api/auth/password/change", body.formatted("ann-Passw0rd", GOOD, "other")).status())
                .isEqualTo(400);
        assertThat(ann.post("/api/auth/password/change", body.formatted("ann-Passw0rd", GOOD, GOOD)).status())
                .isEqualTo(200);
        assertThat(ann.get("/api/users/self").status()).isEqualTo(401);
        assertThat(Client.basic(cvat, "ann", GOOD).get("/api/users/self").status()).isEqualTo(200);
    }

    @Test
    void resetsPasswordsByMailOnce() throws IOException {
        assertThat(anyone.post("/api/auth/password/reset", "{\"email\": \"ann@cvat.example\"}").status())
                .isEqualTo(200);
        Matcher link = Pattern.compile("uid=(\\d+)&token=(\\S+)").matcher(Files.readString(mail.resolve("000001.eml")));
        assertThat(link.find()).isTrue();
        String body = "{\"uid\": \"" + link.group(1) + "\", \"token\": \"%s\", \"new_password1\": \"" + GOOD
                + "\", \"new_password2\": \"" + GOOD + "\"}";

        assertThat(anyone.post("/api/auth/password/reset/confirm", body.formatted("wrong")).object().has("token"))
                .isTrue();
        assertThat(anyone.post("/api/auth/password/reset/confirm", body.formatted(link.group(2))).status())
                .isEqualTo(200);
        assertThat(anyone.post("/api/auth/password/reset/confirm", body.formatted(link.group(2))).status())
                .isEqualTo(400);
        assertThat(Client.basic(cvat, "ann", GOOD).get("/api/users/self").status()).isEqualTo(200);
    }

    @Test
    void accessTokensReadAndManageNoTokens() {
        String value = ann.post("/api/auth/access_tokens", "{\"name\": \"t\", \"read_only\": false}")
                .object().get("value").getAsString();
        String readOnly = ann.post("/api/auth/access_tokens", "{\"name\": \"r\"}").object().get("value").getAsString();

        assertThat(bearer(value).get("/api/auth/access_tokens/self").object().get("name").getAsString()).isEqualTo("t");
        assertThat(bearer(value).post("/api/projects", "{\"name\": \"p\"}").status()).isEqualTo(201);
        assertThat(bearer(value).post("/api/auth/access_tokens", "{\"name\": \"x\"}").status()).isEqualTo(403);
        long self = ann.get("/api/users/self").id();
        assertThat(bearer(value).patch("/api/users/" + self, "{\"first_name\": \"x\"}").status()).isEqualTo(403);
        assertThat(bearer(readOnly).get("/api/projects").count()).isEqualTo(1);
        assertThat(bearer(readOnly).post("/api/projects", "{\"name\": \"p\"}").status()).isEqualTo(403);
        assertThat(ann.get("/api/auth/access_tokens/self").status()).isEqualTo(401);
        assertThat(ann.get("/api/auth/access_tokens/self").header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void accessTokensEndByExpiryAndRevocation() {
        String past = ann
                .post("/api/auth/access_tokens", "{\"name\": \"p\", \"expiry_date\": \"2020-01-01T00:00:00Z\"}")
                .object().get("value").getAsString();
        Client.Reply made = ann.post("/api/auth/access_tokens", "{\"name\": \"t\"}");
        String value = made.object().get("value").getAsString();

        assertThat(bearer(past).get("/api/users/self").status()).isEqualTo(401);
        assertThat(ann.get("/api/auth/access_tokens?name=p").count()).isZero();
        assertThat(bearer(value).get("/api/users/self").status()).isEqualTo(200);
        assertThat(ann.delete("/api/auth/access_tokens/" + made.id()).status()).isEqualTo(204);
        assertThat(bearer(value).get("/api/users/self").status()).isEqualTo(401);
    }

    @Test
    void accessTokensBelongToTheirOwner() {
        long id = ann.post("/api/auth/access_tokens", "{\"name\": \"t\"}").id();
        Client bob = Client.user(cvat, "bob");

        assertThat(bob.get("/api/auth/access_tokens/" + id).status()).isEqualTo(403);
        assertThat(bob.delete("/api/auth/access_tokens/" + id).status()).isEqualTo(403);
        assertThat(bob.get("/api/auth/access_tokens").count()).isZero();
        assertThat(ann.get("/api/auth/access_tokens/" + id).object().has("value")).as("shown once only").isFalse();
    }

    @Test
    void usersSeeAndChangeThemselves() {
        long id = ann.get("/api/users/self").id();

        assertThat(ann.get("/api/users").count()).isEqualTo(1);
        assertThat(ann.get("/api/users/1").status()).isEqualTo(403);
        Client.Reply changed = ann.patch("/api/users/" + id, "{\"first_name\": \"Ann\", \"is_superuser\": true}");
        assertThat(changed.object().get("is_superuser").getAsBoolean()).isFalse();
        assertThat(Client.admin(cvat).get("/api/users").count()).isEqualTo(2);
        assertThat(Client.admin(cvat).patch("/api/users/" + id, "{\"is_active\": false}").status()).isEqualTo(200);
        assertThat(ann.get("/api/users/self").status()).isEqualTo(401);
        assertThat(Client.admin(cvat).delete("/api/users/" + id).status()).isEqualTo(204);
        assertThat(Client.admin(cvat).get("/api/users/" + id).status()).isEqualTo(404);
    }

    @Test
    void callsWithoutCredentialsAreLimited() {
        int[] statuses = new int[101];
        for (int i = 0; i < statuses.length; i++) {
            statuses[i] = anyone.get("/api/server/about").status();
        }
        assertThat(statuses[99]).isEqualTo(200);
        assertThat(statuses[100]).isEqualTo(429);
        assertThat(ann.get("/api/server/about").status()).as("with credentials").isEqualTo(200);
    }

    @Test
    void theExpiryOfATokenIsKeptToTheMicrosecondAndNotBeyondTheCalendar() {
        Client.Reply made = ann.post("/api/auth/access_tokens",
                "{\"name\": \"p\", \"expiry_date\": \"9998-01-01T00:00:00.123456789Z\"}");
        assertThat(made.object().get("expiry_date").getAsString()).isEqualTo("9998-01-01T00:00:00.123456Z");
        assertThat(ann.post("/api/auth/access_tokens",
                "{\"name\": \"q\", \"expiry_date\": \"10000-01-01T00:00:00Z\"}").status()).isEqualTo(400);
        assertThat(ann.post("/api/auth/access_tokens",
                "{\"name\": \"q\", \"expiry_date\": \"9999-12-31T23:59:59-01:00\"}").status()).isEqualTo(400);
    }
}
