package io.github.cvatopenapi.embedded.resources.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.Steps;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConsensusTest {

    private static EmbeddedCvat cvat;
    private static Client anna;
    private static Client ben;
    private static long task;
    private static long plain;
    private static long car;
    private static long job;
    private static List<Long> replicas;

    @BeforeAll
    static void start() {
        cvat = EmbeddedCvat.builder().workTime(Duration.ofMillis(1)).start();
        anna = Client.user(cvat, "anna");
        ben = Client.user(cvat, "ben");
        plain = Steps.shareTask(anna, "{\"name\": \"plain\", \"labels\": []}");
        task = Steps.shareTask(anna, "{\"name\": \"t\", \"labels\": [{\"name\": \"car\"}], \"consensus_replicas\": 3}");
        car = Steps.label(anna, task, "car");
        replicas = Steps.jobs(anna, task).stream()
                .filter(id -> !anna.get("/api/jobs/" + id).object().get("parent_job_id").isJsonNull()).toList();
        job = Steps.jobs(anna, task).stream().filter(id -> !replicas.contains(id)).findFirst().orElseThrow();
    }

    @AfterAll
    static void stop() {
        cvat.close();
    }

    private static Client.Reply merge(String body) {
        return anna.post("/api/consensus/merges", body);
    }

    @Test
    void keepsWhatMostHave() {
        assertThat(merge("{\"task_id\": " + task + "}").array().get(0).getAsString()).contains("consensus_replica");
        Steps.rectangles(anna, replicas.get(0), new long[] {1, car, 1, 1, 20, 20});
        Steps.rectangles(anna, replicas.get(1), new long[] {1, car, 1, 1, 21, 20}, new long[] {1, car, 60, 60, 90, 90});
        Steps.rectangles(anna, replicas.get(2));
        replicas.forEach(each -> anna.patch("/api/jobs/" + each, "{\"state\": \"completed\"}"));

        Steps.finished(anna, merge("{\"task_id\": " + task + "}"));

        JsonArray shapes = anna.get("/api/jobs/" + job + "/annotations/").object().getAsJsonArray("shapes");
        assertThat(shapes).hasSize(1);
        assertThat(shapes.get(0).getAsJsonObject().get("source").getAsString()).isEqualTo("consensus");
        assertThat(shapes.get(0).getAsJsonObject().get("score").getAsDouble()).isEqualTo(2.0 / 3);
        assertThat(anna.get("/api/jobs/" + job).object().get("state").getAsString()).isEqualTo("completed");
    }

    @Test
    void refusesWhatCannotBeMerged() {
        assertThat(merge("{}").status()).isEqualTo(403);
        assertThat(merge("{\"task_id\": " + plain + "}").array().get(0).getAsString()).contains("not enabled");
        assertThat(merge("{\"task_id\": 987654}").array().get(0).getAsString()).contains("task");
        assertThat(merge("{\"job_id\": 987654}").array().get(0).getAsString()).contains("job");
        assertThat(merge("{\"task_id\": \"abc\"}").status()).isEqualTo(400);
        assertThat(merge("{\"task_id\": " + task + ".5}").object().has("task_id")).isTrue();
        assertThat(merge("{\"job_id\": " + replicas.get(0) + "}").status()).isEqualTo(400);
        assertThat(ben.post("/api/consensus/merges", "{\"task_id\": " + task + "}").status()).isEqualTo(403);
    }

    @Test
    void hasSettingsForTasksWithReplicas() {
        assertThat(anna.get("/api/consensus/settings").count()).isEqualTo(1);
        long id = Steps.results(anna, "/api/consensus/settings?task_id=" + task).get(0).getAsJsonObject().get("id")
                .getAsLong();
        assertThat(anna.patch("/api/consensus/settings/" + id, "{\"iou_threshold\": 0.3, \"quorum\": 7}").object()
                .get("iou_threshold").getAsDouble())
                .isEqualTo(0.3);
        assertThat(anna.patch("/api/consensus/settings/" + id, "{\"iou_threshold\": 2}").status()).isEqualTo(400);
        assertThat(ben.get("/api/consensus/settings/" + id).status()).isEqualTo(403);
        assertThat(anna.get("/api/consensus/settings?task_id=987654").status()).isEqualTo(400);
    }
}
