package io.github.cvatopenapi.embedded.resources.issues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.Receiver;
import io.github.cvatopenapi.embedded.Steps;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IssuesTest {

    private static EmbeddedCvat cvat;
    private static Client anna;
    private static Client ben;
    private static Client carl;
    private static long task;
    private static long job;

    @BeforeAll
    static void start() {
        cvat = EmbeddedCvat.builder().workTime(Duration.ofMillis(1)).start();
        anna = Client.user(cvat, "anna");
        ben = Client.user(cvat, "ben");
        carl = Client.user(cvat, "carl");
        anna.post("/api/organizations", "{\"slug\": \"crew\"}");
        Client inside = anna.with("X-Organization", "crew");
        inside.post("/api/invitations", "{\"email\": \"ben@cvat.example\", \"role\": \"worker\"}");
        task = Steps.shareTask(inside, "{\"name\": \"t\", \"labels\": [{\"name\": \"car\"}]}");
        job = Steps.jobs(anna, task).get(0);
        long user = ben.get("/api/users/self").id();
        anna.patch("/api/jobs/" + job, "{\"assignee\": " + user + "}");
    }

    @AfterAll
    static void stop() {
        cvat.close();
    }

    private static String issue(Object job) {
        return "{\"job\": " + job + ", \"frame\": 1, \"position\": [1, 2], \"message\": \"look\"}";
    }

    @Test
    void beginsWithItsFirstComment() {
        Client.Reply made = ben.post("/api/issues", issue(job));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.object().getAsJsonObject("comments").get("count").getAsInt()).isEqualTo(1);
        assertThat(Steps.results(anna, "/api/comments?issue_id=" + made.id()).get(0).getAsJsonObject().get("message")
                .getAsString())
                .isEqualTo("look");
        assertThat(anna.get("/api/jobs/" + job).object().getAsJsonObject("issues").get("count").getAsInt())
                .isPositive();
    }

    @Test
    void isForThoseWhoMaySeeTheJob() {
        long id = ben.post("/api/issues", issue(job)).id();
        assertThat(carl.post("/api/issues", issue(job)).status()).isEqualTo(403);
        assertThat(carl.get("/api/issues/" + id).status()).isEqualTo(403);
        assertThat(carl.get("/api/issues").count()).isZero();
        assertThat(carl.post("/api/comments", "{\"issue\": " + id + ", \"message\": \"m\"}").status()).isEqualTo(403);
        assertThat(anna.get("/api/issues?task_id=" + task).count()).isPositive();
        assertThat(anna.get("/api/issues?frame_id=2").count()).isZero();
    }

    @Test
    void looksTheJobUpBeforeTheRestOfTheBody() {
        assertThat(anna.post("/api/issues", "{}").array()).hasSize(1);
        assertThat(anna.post("/api/issues", issue(987654)).array()).hasSize(1);
        assertThat(anna.post("/api/issues", issue("\"abc\"")).object().has("job")).isTrue();
        assertThat(anna.post("/api/issues", issue(job + ".5")).status()).isEqualTo(201);
        assertThat(anna.post("/api/issues", "[]").status()).isEqualTo(400);
        assertThat(anna.post("/api/issues", "{\"job\": " + job + "}").object().keySet())
                .contains("frame", "message", "position");
        assertThat(anna.post("/api/comments", "{}").array()).hasSize(1);
    }

    @Test
    void changes() {
        long id = ben.post("/api/issues", issue(job)).id();
        long user = anna.get("/api/users/self").id();
        assertThat(anna.patch("/api/issues/" + id, "{\"resolved\": true}").object().get("resolved").getAsBoolean())
                .isTrue();
        assertThat(anna.patch("/api/issues/" + id, "{\"assignee\": " + user + "}").object().getAsJsonObject("assignee")
                .get("id").getAsLong())
                .isEqualTo(user);
        assertThat(anna.patch("/api/issues/" + id, "{\"assignee\": 987654}").status()).isEqualTo(403);
        assertThat(anna.get("/api/issues?resolved=true&assignee=anna").count()).isEqualTo(1);
        assertThat(anna.get("/api/issues?resolved=2&assignee=anna").count()).as("yes, as a choice").isEqualTo(1);
        assertThat(anna.get("/api/issues?resolved=false&assignee=anna").count()).isZero();
        assertThat(anna.get("/api/issues?resolved=1&assignee=anna").count()).as("no filter").isEqualTo(1);
        assertThat(anna.get("/api/issues?assignee=anna&job_id=" + job + ".5").count()).as("cut off").isEqualTo(1);
    }

    @Test
    void goesWithItsCommentsAndWithItsJob() {
        long id = ben.post("/api/issues", issue(job)).id();
        long comment = Steps.results(ben, "/api/comments?issue_id=" + id).get(0).getAsJsonObject().get("id")
                .getAsLong();
        assertThat(carl.patch("/api/comments/" + comment, "{\"message\": \"not mine\"}").status()).isEqualTo(403);
        assertThat(ben.patch("/api/comments/" + comment, "{\"message\": \"mine\"}").object().get("message")
                .getAsString()).isEqualTo("mine");
        assertThat(ben.delete("/api/issues/" + id).status()).isEqualTo(204);
        assertThat(ben.get("/api/comments/" + comment).status()).isEqualTo(404);

        long other = Steps.shareTask(anna, "{\"name\": \"gone\", \"labels\": []}");
        long issue = anna.post("/api/issues", issue(Steps.jobs(anna, other).get(0))).id();
        anna.delete("/api/tasks/" + other);
        assertThat(anna.get("/api/issues/" + issue).status()).isEqualTo(404);
    }

    @Test
    void isHeardByWebhooksOfTheProject() {
        try (Receiver receiver = new Receiver(200, "")) {
            long project = anna.post("/api/projects", "{\"name\": \"p\"}").id();
            long inside = Steps.shareTask(anna, "{\"name\": \"t\", \"project_id\": " + project + "}");
            anna.post("/api/webhooks", """
                    {"type": "project", "project_id": %d, "target_url": "%s",
                     "events": ["create:issue", "create:comment", "delete:task"]}"""
                .formatted(project, receiver.url()));
            anna.post("/api/issues", issue(Steps.jobs(anna, inside).get(0)));
            anna.delete("/api/tasks/" + inside);
            await().until(() -> receiver.received().size() == 3);
            assertThat(receiver.received()).extracting(got -> got.json().get("event").getAsString())
                    .containsExactly("create:issue", "create:comment", "delete:task");
        }
    }
}
