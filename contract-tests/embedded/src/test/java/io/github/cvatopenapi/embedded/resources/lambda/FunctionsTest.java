package io.github.cvatopenapi.embedded.resources.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.Steps;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FunctionsTest {

    private static EmbeddedCvat cvat;
    private static Client anna;
    private static Client ben;
    private static long task;

    @BeforeAll
    static void start() {
        cvat = EmbeddedCvat.builder().functions(true).workTime(Duration.ofMillis(300)).start();
        anna = Client.user(cvat, "anna");
        ben = Client.user(cvat, "ben");
        task = Steps.shareTask(anna, "{\"name\": \"t\", \"labels\": [{\"name\": \"car\"}, {\"name\": \"bus\"}]}");
    }

    @AfterAll
    static void stop() {
        cvat.close();
    }

    private static Client.Reply detect(String more) {
        return anna.post("/api/lambda/functions/lab-detector", "{\"task\": " + task + more + "}");
    }

    @Test
    void areNotThereWithoutAService() {
        try (EmbeddedCvat plain = EmbeddedCvat.start()) {
            Client someone = Client.user(plain, "someone");
            long bare = someone.post("/api/tasks", "{\"name\": \"t\", \"labels\": []}").id();
            assertThat(someone.get("/api/lambda/functions").status()).isEqualTo(503);
            assertThat(someone.get("/api/lambda/functions/x").status()).isEqualTo(503);
            assertThat(someone.post("/api/lambda/functions/x", "{\"task\": " + bare + "}").status()).isEqualTo(503);
            assertThat(someone.post("/api/lambda/requests", "{\"function\": \"x\", \"task\": " + bare + "}").status())
                    .isEqualTo(503);
            assertThat(someone.post("/api/lambda/requests", "{}").object().keySet())
                    .containsExactlyInAnyOrder("function", "task");
            assertThat(someone.get("/api/lambda/requests").array()).isEmpty();
        }
    }

    @Test
    void areListed() {
        assertThat(anna.get("/api/lambda/functions").array()).hasSize(3);
        assertThat(anna.get("/api/lambda/functions/lab-tracker").object().get("kind").getAsString())
                .isEqualTo("tracker");
        assertThat(anna.get("/api/lambda/functions/none").status()).isEqualTo(404);
        assertThat(anna.get("/api/lambda/functions/~").object().get("detail").getAsString()).isEqualTo("Not found.");
    }

    @Test
    void detectUnderTheLabelOfTheMapping() {
        JsonObject shape = detect(", \"frame\": 2, \"mapping\": {\"car\": {\"name\": \"bus\"}}").object()
                .getAsJsonArray("shapes").get(0).getAsJsonObject();
        assertThat(shape.get("label_id").getAsLong()).isEqualTo(Steps.label(anna, task, "bus"));
        assertThat(shape.get("frame").getAsInt()).isEqualTo(2);
        assertThat(detect(", \"frame\": 0, \"mapping\": {}").object().getAsJsonArray("shapes")).isEmpty();
        assertThat(detect(", \"frame\": 0, \"mapping\": {\"car\": {\"name\": \"none\"}}").status()).isEqualTo(400);
    }

    @Test
    void refuseWrongArguments() {
        assertThat(detect(", \"frame\": 3").array().get(0).getAsString()).contains("[0, 3]");
        assertThat(detect("").status()).isEqualTo(400);
        assertThat(anna.post("/api/lambda/functions/lab-detector", "{}").json().isJsonPrimitive()).isTrue();
        assertThat(anna.post("/api/lambda/functions/lab-detector", "{\"task\": 987654, \"frame\": 0}").array())
                .hasSize(1);
        assertThat(anna.post("/api/lambda/functions/lab-detector", "[]").status()).isEqualTo(400);
        assertThat(ben.post("/api/lambda/functions/lab-detector", "{\"task\": " + task + ", \"frame\": 0}").status())
                .isEqualTo(403);
        String track = "{\"task\": " + task + ", \"frame\": 0, \"shapes\": [[1, 1, 5, 5]], \"states\": %s}";
        assertThat(anna.post("/api/lambda/functions/lab-tracker", track.formatted("[]")).status()).isEqualTo(400);
        assertThat(anna.post("/api/lambda/functions/lab-tracker", track.formatted("[{}]")).object()
                .getAsJsonArray("shapes")).hasSize(1);
    }

    @Test
    void annotateAWholeTaskOnceAtATime() {
        Steps.rectangles(anna, Steps.jobs(anna, task).get(0), new long[] {0, Steps.label(anna, task, "bus"), 5, 5, 9,
                9});
        String order = "{\"function\": \"lab-detector\", \"task\": " + task + ", \"cleanup\": true}";
        Client.Reply reply = anna.post("/api/lambda/requests", order);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(anna.post("/api/lambda/requests", order).status()).isEqualTo(409);
        assertThat(ben.post("/api/lambda/requests", order).status()).isEqualTo(403);
        String path = "/api/lambda/requests/" + URLEncoder.encode(reply.object().get("id").getAsString(),
                StandardCharsets.UTF_8);
        await().until(() -> anna.get(path).object().get("status").getAsString().equals("finished"));

        assertThat(anna.get(path).object().get("progress").getAsInt()).isEqualTo(100);
        assertThat(anna.get("/api/tasks/" + task + "/annotations/").object().getAsJsonArray("shapes")).hasSize(3);
        assertThat(anna.get("/api/lambda/requests").array()).hasSize(1);
        assertThat(anna.delete(path).status()).isEqualTo(204);
        assertThat(anna.get(path).status()).isEqualTo(404);
    }
}
