package io.github.cvatopenapi.embedded.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OddRequestsTest {

    private static EmbeddedCvat cvat;
    private static Client admin;

    @BeforeAll
    static void start() {
        cvat = EmbeddedCvat.start();
        admin = Client.admin(cvat);
    }

    @AfterAll
    static void stop() {
        cvat.close();
    }

    @ParameterizedTest
    @CsvSource({"/api/projects/%00,400", "/api/projects/1.5,404", "/api/projects/None,404", "/api/projects/0,404",
        "/api/projects/-1,404", "/api/projects/1180591620717411303424,404", "/api/no-such-thing,404", "/nowhere,404",
        "/api/requests/nope,404", "/api/server/share?directory=..%2F..,400"})
    void answersOddPaths(String path, int status) {
        assertThat(admin.get(path).status()).isEqualTo(status);
    }

    @Test
    void sendsOnWhereOnlyTheSlashIsMissing() {
        Client.Reply reply = admin.get("/api/schema");

        assertThat(reply.status()).isEqualTo(301);
        assertThat(reply.header("Location")).isEqualTo("/api/schema/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{broken", "", "null", "[]", "\"text\"", "{\"name\": {\"a\": [[[[[]]]]]}}",
        "\u0000", "{\"name\": 1e999}"})
    void refusesOddBodies(String body) {
        assertThat(admin.post("/api/projects", body).status()).isEqualTo(400);
    }

    @Test
    void survivesHostileBodies() {
        assertThat(admin.post("/api/projects", "[".repeat(500_000)).status()).isEqualTo(400);
        assertThat(admin.post("/api/projects", "{\"owner_id\": " + "9".repeat(500_000) + "}").status()).isEqualTo(400);
        assertThat(admin.with("Authorization", "Basic " + "A".repeat(5_000)).get("/api/projects").status())
                .isEqualTo(401);
        assertThat(admin.get("/api/projects?filter=" + "%5B".repeat(5_000)).status()).isEqualTo(400);
        assertThat(admin.with("Content-Type", "multipart/form-data").post("/api/cloudstorages", "x").status())
                .isBetween(400, 501);
    }

    @Test
    void refusesAnotherVersion() {
        Client.Reply reply = admin.with("Accept", "application/vnd.cvat+json; version=1.0").get("/api/projects");

        assertThat(reply.status()).isEqualTo(406);
        assertThat(reply.object().get("detail").getAsString()).isEqualTo("Invalid version in \"Accept\" header.");
    }

    @Test
    void refusesARequestWithoutHost() throws IOException {
        URI base = cvat.baseUrl();
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream().write(
                    "GET /api/server/about HTTP/1.1\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void showsPeopleAPage() {
        Client.Reply reply = admin.with("Accept", "text/html").get("/api/projects");

        assertThat(reply.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(reply.text()).contains("<!DOCTYPE html>").contains("\"count\": 0").contains("href=\"/api/tasks\"");
    }

    @Test
    void answersHeadAndOptions() {
        assertThat(admin.send("HEAD", "/api/projects", null).status()).isEqualTo(200);
        assertThat(admin.send("HEAD", "/api/projects", null).text()).isEmpty();
        Client.Reply options = admin.send("OPTIONS", "/api/projects", null);
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.object().getAsJsonObject("actions").getAsJsonObject("POST").has("name")).isTrue();
        assertThat(admin.send("OPTIONS", "/api/webhooks", null).status()).isEqualTo(405);
    }

    @Test
    void tellsCachesWhatAnAnswerDependsOn() {
        assertThat(admin.get("/api/server/plugins").header("Vary")).isEqualTo("Accept, Origin, Cookie");
        assertThat(admin.get("/api/server/annotation/formats").header("Vary"))
                .isEqualTo("Accept, Accept-Encoding, Origin, Cookie");
        assertThat(admin.with("Authorization", "Token wrong").get("/api/users/self").header("Vary"))
                .isEqualTo("Accept, Origin");
    }
}
