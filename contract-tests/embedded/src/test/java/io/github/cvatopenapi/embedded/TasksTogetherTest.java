package io.github.cvatopenapi.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many clients upload, draw, look and remove at once; nothing is lost and nothing fails on the server's side. */
class TasksTogetherTest {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 12;

    @Test
    void annotationsOfAllAreKept() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try (EmbeddedCvat cvat = EmbeddedCvat.builder().workTime(java.time.Duration.ZERO).start()) {
            Client admin = Client.admin(cvat);
            long task = Steps.task(admin, 4, "\"segment_size\": 2");
            long label = Steps.label(admin, task, "dog");
            String box = "{\"shapes\": [{\"type\": \"rectangle\", \"frame\": %d, "
                    + "\"label_id\": " + label + ", \"points\": [1, 2, 3, 4]}]}";
            AtomicInteger number = new AtomicInteger();
            List<Integer> statuses = new ArrayList<>();
            List<Callable<List<Integer>>> work = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                work.add(() -> {
                    List<Integer> seen = new ArrayList<>();
                    for (int round = 0; round < ROUNDS; round++) {
                        int frame = number.getAndIncrement() % 4;
                        seen.add(admin.patch("/api/tasks/" + task + "/annotations/?action=create",
                                box.formatted(frame)).status());
                        seen.add(admin.bytes("/api/tasks/" + task + "/data/?type=chunk&number=0").status());
                        long own = admin.post("/api/tasks", "{\"name\": \"t\"}").id();
                        seen.add(admin.form("/api/tasks/" + own + "/data/",
                                Map.of("image_quality", "70"), Steps.pictures(1)).status());
                        seen.add(admin.bytes("/api/tasks/" + own + "/data/?type=frame&number=0&quality=original")
                                .status());
                        seen.add(admin.post("/api/tasks/" + own
                                + "/dataset/export?format=COCO%201.0&save_images=true", null).status());
                        seen.add(admin.delete("/api/tasks/" + own).status());
                        seen.add(admin.bytes("/api/tasks/" + own + "/data/?type=frame&number=0").status());
                    }
                    return seen;
                });
            }
            for (Future<List<Integer>> done : threads.invokeAll(work)) {
                statuses.addAll(done.get());
            }
            assertThat(statuses).hasSize(CLIENTS * ROUNDS * 7).allMatch(each -> each < 500);
            assertThat(admin.get("/api/tasks/" + task + "/annotations/").object().getAsJsonArray("shapes"))
                    .hasSize(CLIENTS * ROUNDS);
            assertThat(admin.get("/api/tasks").count()).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
