package io.github.cvatopenapi.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Sixteen clients at once lose nothing and break nothing. For a few seconds, or as many as the system property
 * {@code together.seconds} says ({@code mvn test -Dtest=TogetherTest -Dtogether.seconds=60}).
 */
class TogetherTest {

    private static final int CLIENTS = 16;
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("together.seconds", 3));

    /** What one client has done, and every status that it saw. */
    private record Seen(List<Long> projects, int shapes, int comments, List<Integer> statuses) {
    }

    @Test
    void everyChangeIsKept() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try (EmbeddedCvat cvat = EmbeddedCvat.builder().workTime(Duration.ZERO).start()) {
            Client admin = Client.admin(cvat);
            long task = Steps.task(admin, 4, "\"segment_size\": 2");
            long label = Steps.label(admin, task, "dog");
            long job = Steps.jobs(admin, task).get(0);
            long issue = admin.post("/api/issues",
                    "{\"job\": %d, \"frame\": 0, \"position\": [1, 2], \"message\": \"m\"}".formatted(job)).id();
            long end = System.nanoTime() + TIME.toNanos();
            List<Callable<Seen>> work = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                String name = "p" + client + "-";
                work.add(() -> untilThen(admin, end, name, task, label, issue));
            }
            List<Long> projects = new ArrayList<>();
            List<Integer> statuses = new ArrayList<>();
            int shapes = 0;
            int comments = 1;
            for (Future<Seen> done : threads.invokeAll(work)) {
                projects.addAll(done.get().projects());
                statuses.addAll(done.get().statuses());
                shapes += done.get().shapes();
                comments += done.get().comments();
            }

            assertThat(statuses).isNotEmpty().allMatch(each -> each < 300);
            assertThat(new HashSet<>(projects)).as("ids").hasSize(projects.size());
            assertThat(admin.get("/api/projects").count()).isEqualTo(projects.size());
            assertThat(admin.get("/api/tasks/" + task + "/annotations/").object().getAsJsonArray("shapes"))
                    .hasSize(shapes);
            assertThat(admin.get("/api/comments?issue_id=" + issue).count()).isEqualTo(comments);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Seen untilThen(Client client, long end, String name, long task, long label, long issue) {
        Seen seen = new Seen(new ArrayList<>(), 0, 0, new ArrayList<>());
        String shape = "{\"shapes\": [{\"type\": \"rectangle\", \"frame\": %d, \"label_id\": %d, "
                + "\"points\": [1, 2, 3, 4]}]}";
        int round = 0;
        for (; System.nanoTime() < end; round++) {
            Client.Reply made = client.post("/api/projects", "{\"name\": \"" + name + round + "\"}");
            seen.statuses().add(made.status());
            seen.projects().add(made.id());
            String path = "/api/projects/" + made.id();
            seen.statuses().add(
                    client.patch(path, "{\"bug_tracker\": \"http://bugs.example/" + round + "\"}").status());
            JsonObject read = client.get(path).object();
            assertThat(read.get("name").getAsString()).isEqualTo(name + round);
            assertThat(read.get("bug_tracker").getAsString()).isEqualTo("http://bugs.example/" + round);
            seen.statuses().add(client.get("/api/projects?page_size=5&sort=name&search=" + name).status());
            seen.statuses().add(client.patch("/api/tasks/" + task + "/annotations/?action=create",
                    shape.formatted(round % 4, label)).status());
            seen.statuses().add(
                    client.post("/api/comments", "{\"issue\": %d, \"message\": \"m\"}".formatted(issue)).status());
        }
        return new Seen(seen.projects(), round, round, seen.statuses());
    }
}
