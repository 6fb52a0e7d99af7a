package io.github.cvatopenapi.embedded.resources.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.Steps;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EventsTest {

    private static EmbeddedCvat cvat;
    private static Client anna;

    @BeforeAll
    static void start() {
        cvat = EmbeddedCvat.builder().workTime(Duration.ofMillis(1)).start();
        anna = Client.user(cvat, "anna");
    }

    @AfterAll
    static void stop() {
        cvat.close();
    }

    private static Client.Reply report(String event) {
        return anna.post("/api/events", "{\"timestamp\": \"2020-01-01T00:00:10Z\", \"events\": [" + event + "]}");
    }

    @Test
    void completesEventsAndCorrectsTheClockOfTheClient() {
        Client.Reply reply = report("""
                {"scope": "load:cvat", "timestamp": "2020-01-01T00:00:00Z", "user_name": "someone"}""");

        assertThat(reply.status()).isEqualTo(201);
        JsonObject event = reply.object().getAsJsonArray("events").get(0).getAsJsonObject();
        assertThat(event.get("user_name").getAsString()).isEqualTo("anna");
        assertThat(event.get("source").getAsString()).isEqualTo("client");
        assertThat(event.get("payload").getAsString()).isEqualTo("{}");
        assertThat(Instant.parse(event.get("timestamp").getAsString()))
                .isBetween(Instant.now().minusSeconds(20), Instant.now().minusSeconds(9));
    }

    @Test
    void refusesWhatOnlyTheServerDoes() {
        assertThat(report("{\"scope\": \"create:task\", \"timestamp\": \"2020-01-01T00:00:00Z\"}").object()
                .has("scope")).isTrue();
        assertThat(report("{\"scope\": \"load:cvat\", \"source\": \"server\", \"timestamp\": \"2020-01-01T00:00:00Z\"}")
                .status()).isEqualTo(400);
        assertThat(report("{\"scope\": \"load:cvat\", \"payload\": \"{\", \"timestamp\": \"2020-01-01T00:00:00Z\"}")
                .object().has("payload")).isTrue();
        assertThat(report("{\"scope\": \"load:cvat\"}").object().has("events")).isTrue();
    }

    @Test
    void takesAnExportOnAndFails() {
        Client.Reply reply = anna.post("/api/events/export", null);
        assertThat(reply.status()).isEqualTo(202);
        String id = URLEncoder.encode(reply.object().get("rq_id").getAsString(), StandardCharsets.UTF_8);
        await().until(() -> anna.get("/api/requests/" + id).object().get("status").getAsString().equals("failed"));
        JsonObject request = anna.get("/api/requests/" + id).object();
        assertThat(request.get("message").getAsString()).contains("analytics");
        assertThat(request.getAsJsonObject("operation").get("type").getAsString()).isEqualTo("export:events");
    }

    @Test
    void refusesFiltersAndPlacesThatCannotBe() {
        Client ben = Client.user(cvat, "ben");
        long stranger = ben.get("/api/users/self").id();
        for (String filter : List.of("job_id=abc", "from=yesterday",
                "from=2021-01-01T00:00:00Z&to=2020-01-01T00:00:00Z", "location=cloud_storage",
                "location=cloud_storage&cloud_storage_id=987654", "location=elsewhere")) {
            assertThat(anna.post("/api/events/export?" + filter, null).status()).as(filter).isEqualTo(400);
        }
        for (Client.Reply reply : List.of(anna.post("/api/events/export?user_id=" + stranger, null),
                anna.get("/api/events?user_id=" + stranger))) {
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.text()).contains("view events with user_id=" + stranger);
        }
        assertThat(ben.get("/api/events?user_id=" + stranger).status()).isEqualTo(202);
        assertThat(Client.admin(cvat).get("/api/events?user_id=" + stranger).status()).isEqualTo(202);
        assertThat(anna.post("/api/events/export?filename=e.csv&location=cloud_storage&cloud_storage_id="
                + Steps.bucket(anna), null).status()).isEqualTo(202);
        assertThat(anna.get("/api/events?location=cloud_storage&cloud_storage_id=1").text())
                .contains("does not support exporting events to cloud storage");
    }

    @Test
    void answersTheOutdatedWayToo() {
        Client.Reply first = anna.get("/api/events?from=2020-01-01T00:00:00Z&to=2021-01-01T00:00:00Z");
        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Deprecation")).isNotNull();
        String id = first.object().get("query_id").getAsString();
        await().until(() -> anna.get("/api/events?query_id=" + id).status() == 400);
        assertThat(anna.get("/api/events?job_id=abc").status()).isEqualTo(400);
        assertThat(anna.get("/api/events?from=yesterday").status()).isEqualTo(400);
        assertThat(anna.get("/api/events?action=upload").status()).isEqualTo(400);
        assertThat(anna.get("/api/events?action=download").status()).isEqualTo(202);
    }
}
