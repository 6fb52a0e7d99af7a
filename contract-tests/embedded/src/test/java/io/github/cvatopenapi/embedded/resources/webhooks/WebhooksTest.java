package io.github.cvatopenapi.embedded.resources.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.Receiver;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Trees;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private static EmbeddedCvat cvat;
    private static Client anna;
    private static Client ben;
    private long project;

    @BeforeAll
    static void start() {
        cvat = EmbeddedCvat.start();
        anna = Client.user(cvat, "anna");
        ben = Client.user(cvat, "ben");
    }

    @AfterAll
    static void stop() {
        cvat.close();
    }

    @BeforeEach
    void project() {
        project = anna.post("/api/projects", "{\"name\": \"before\"}").id();
    }

    private String hook(String url, String events) {
        return """
                {"type": "project", "project_id": %d, "target_url": "%s", "events": [%s], "secret": "s3cret"}"""
                .formatted(project, url, events);
    }

    private JsonObject delivery(long webhook, int index) {
        return anna.get("/api/webhooks/" + webhook + "/deliveries").object().getAsJsonArray("results").get(index)
                .getAsJsonObject();
    }

    private static int deliveries(long webhook) {
        return anna.get("/api/webhooks/" + webhook + "/deliveries").count();
    }

    @Test
    void deliversAnUpdateSignedWithWhatItWasBefore() throws Exception {
        try (Receiver receiver = new Receiver(202, "thanks")) {
            long id = anna.post("/api/webhooks", hook(receiver.url(), "\"update:project\"")).id();
            anna.patch("/api/projects/" + project, "{\"name\": \"after\"}");
            await().until(() -> deliveries(id) == 1);

            Receiver.Received got = receiver.received().get(0);
            assertThat(got.json().get("event").getAsString()).isEqualTo("update:project");
            assertThat(got.json().getAsJsonObject("project").get("name").getAsString()).isEqualTo("after");
            assertThat(got.json().getAsJsonObject("before_update").get("name").getAsString()).isEqualTo("before");
            assertThat(got.json().getAsJsonObject("sender").get("username").getAsString()).isEqualTo("anna");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            assertThat(got.signature()).isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(got.body())));

            JsonObject delivery = delivery(id, 0);
            assertThat(delivery.get("status_code").getAsInt()).isEqualTo(202);
            assertThat(delivery.get("response").getAsString()).isEqualTo("thanks");
            assertThat(delivery.get("changed_fields").getAsString()).isEqualTo("name,updated_date");
            assertThat(delivery.getAsJsonObject("request")).isEqualTo(got.json());
            assertThat(anna.get("/api/webhooks/" + id).object().get("last_status").getAsInt()).isEqualTo(202);
        }
    }

    @Test
    void deliversOnlyWhatItWasAskedForAndOnlyWhileActive() {
        try (Receiver receiver = new Receiver(200, "")) {
            long other = anna.post("/api/projects", "{\"name\": \"other\"}").id();
            long id = anna.post("/api/webhooks", hook(receiver.url(), "\"update:project\"")).id();
            anna.patch("/api/projects/" + other, "{\"name\": \"unheard\"}");
            anna.patch("/api/webhooks/" + id, "{\"is_active\": false}");
            anna.patch("/api/projects/" + project, "{\"name\": \"unheard too\"}");
            anna.post("/api/webhooks/" + id + "/ping", "{}");

            assertThat(receiver.received()).extracting(got -> got.json().get("event").getAsString())
                    .containsExactly("ping");
        }
    }

    @Test
    void tellsOfTheEndOfAProjectAndGoesWithIt() {
        try (Receiver receiver = new Receiver(200, "")) {
            long id = anna.post("/api/webhooks", hook(receiver.url(), "\"delete:project\"")).id();
            anna.delete("/api/projects/" + project);
            await().until(() -> receiver.received().size() == 1);

            assertThat(receiver.received().get(0).json().getAsJsonObject("project").get("id").getAsLong())
                    .isEqualTo(project);
            assertThat(anna.get("/api/webhooks/" + id).status()).isEqualTo(404);
        }
    }

    @Test
    void tellsAnOrganizationOfItsProjectsAndMembers() {
        try (Receiver receiver = new Receiver(200, "")) {
            anna.post("/api/organizations", "{\"slug\": \"hooked\"}");
            Client inside = anna.with("X-Organization", "hooked");
            String body = """
                    {"type": "organization", "target_url": "%s",
                     "events": ["create:project", "create:invitation", "%s"]}""";
            // newer documents have no event for the end of an organization
            boolean end = Trees.list(Contract.load().schema("EventsEnum").get("enum")).contains("delete:organization");
            String last = end ? "delete:organization" : "update:organization";
            assertThat(ben.with("X-Organization", "hooked").post("/api/webhooks", body.formatted(receiver.url(), last))
                    .status()).isEqualTo(403);
            Client.Reply made = inside.post("/api/webhooks", body.formatted(receiver.url(), last));
            assertThat(made.status()).isEqualTo(201);

            anna.post("/api/projects", "{\"name\": \"at home\"}");
            inside.post("/api/projects", "{\"name\": \"inside\"}");
            inside.post("/api/invitations", "{\"email\": \"ben@cvat.example\", \"role\": \"worker\"}");
            String organization = "/api/organizations/" + made.object().get("organization").getAsLong();
            if (!end) {
                anna.patch(organization, "{\"name\": \"renamed\"}");
                await().until(() -> receiver.received().size() == 3);
            }
            anna.delete(organization);
            await().until(() -> receiver.received().size() == 3);

            assertThat(receiver.received()).extracting(got -> got.json().get("event").getAsString())
                    .containsExactly("create:project", "create:invitation", last);
            assertThat(receiver.received().get(0).json().getAsJsonObject("project").get("name").getAsString())
                    .isEqualTo("inside");
            assertThat(anna.get("/api/webhooks/" + made.id()).status()).isEqualTo(404);
        }
    }

    @Test
    void pingsAtOnceAndRedelivers() {
        try (Receiver receiver = new Receiver(200, "ok")) {
            long id = anna.post("/api/webhooks", hook(receiver.url(), "\"update:project\"")).id();
            Client.Reply ping = anna.post("/api/webhooks/" + id + "/ping", null);
            assertThat(ping.object().get("response").getAsString()).isEqualTo("ok");
            assertThat(ping.object().getAsJsonObject("request").getAsJsonObject("webhook").has("secret")).isFalse();

            Client.Reply again = anna.post("/api/webhooks/" + id + "/deliveries/" + ping.id() + "/redelivery", null);
            assertThat(again.status()).isEqualTo(200);
            await().until(() -> deliveries(id) == 2);
            assertThat(delivery(id, 0).get("redelivery").getAsBoolean()).isTrue();
            assertThat(delivery(id, 0).getAsJsonObject("request")).isEqualTo(ping.object().getAsJsonObject("request"));
            assertThat(anna.get("/api/webhooks/" + id + "/deliveries/987654").status()).isEqualTo(404);
        }
    }

    @Test
    void saysThatATargetIsAway() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        long id = anna.post("/api/webhooks", hook("http://127.0.0.1:" + free, "\"update:project\"")).id();

        assertThat(anna.post("/api/webhooks/" + id + "/ping", null).object().get("status_code").getAsInt())
                .isEqualTo(502);
    }

    @Test
    void judgesPermissionBeforeTheRestOfTheBody() {
        assertThat(ben.post("/api/webhooks", hook("not a url", "")).status()).isEqualTo(403);
        assertThat(anna.post("/api/webhooks", "{}").status()).isEqualTo(403);
        assertThat(anna.post("/api/webhooks", hook("not a url", "")).object().has("target_url")).isTrue();
        assertThat(anna.post("/api/webhooks", "[]").status()).isEqualTo(400);
        assertThat(anna.post("/api/webhooks", hook("http://x.example", "").replace(": " + project, ": \"abc\""))
                .status()).isEqualTo(400);
        long id = anna.post("/api/webhooks", hook("http://x.example", "")).id();
        assertThat(ben.get("/api/webhooks/" + id).status()).isEqualTo(403);
        assertThat(ben.get("/api/webhooks").count()).isZero();
    }

    @Test
    void takesOnlyEventsOfItsType() {
        assertThat(anna.post("/api/webhooks", hook("http://x.example", "\"create:task\", \"bad\"")).object()
                .has("events")).isTrue();
        assertThat(anna.post("/api/webhooks", hook("http://x.example", "\"create:project\"")).status()).isEqualTo(400);
        assertThat(Client.anonymous(cvat).get("/api/webhooks/events?type=project").object().getAsJsonArray("events"))
                .hasSizeGreaterThanOrEqualTo(14);
        assertThat(Client.anonymous(cvat).get("/api/webhooks/events?type=").status()).isEqualTo(400);
    }

    @Test
    void keepsTypeAndProjectWhenReplaced() {
        long id = anna.post("/api/webhooks", hook("http://x.example", "\"create:task\"")).id();
        Client.Reply reply = anna.send("PUT", "/api/webhooks/" + id,
                "{\"type\": \"organization\", \"target_url\": \"http://y.example\", \"events\": []}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.object().get("type").getAsString()).isEqualTo("project");
        assertThat(reply.object().get("target_url").getAsString()).isEqualTo("http://y.example");
        assertThat(anna.send("PUT", "/api/webhooks/" + id, "{}").object().keySet())
                .containsExactlyInAnyOrder("events", "target_url");
    }
}
