package io.github.cvatopenapi.embedded.resources.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.InstanceFixture;
import io.github.cvatopenapi.embedded.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TasksTest extends InstanceFixture {

    @Test
    void showWhatTheyAreBeforeAndAfterData() {
        Client.Reply made = ann.post("/api/tasks",
                "{\"name\": \"t\", \"labels\": [{\"name\": \"a\"}], \"segment_size\": 3}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(cvat.baseUrl() + "/api/tasks/1");
        assertThat(made.object().get("mode").getAsString()).isEmpty();
        assertThat(made.object().has("size")).isFalse();

        ann.form("/api/tasks/1/data/", java.util.Map.of("image_quality", "70"), Steps.pictures(7));
        JsonObject task = ann.get("/api/tasks/" + Steps.task(ann, 7, "\"segment_size\": 3")).object();
        assertThat(task.get("mode").getAsString()).isEqualTo("annotation");
        assertThat(task.get("size").getAsInt()).isEqualTo(7);
        assertThat(task.get("overlap").getAsInt()).isZero();
        assertThat(task.getAsJsonObject("jobs").get("count").getAsInt()).isEqualTo(3);
    }

    @Test
    void belongToOwnerAndAssigneeAndThoseOfTheProject() {
        long project = bob.post("/api/projects", "{\"name\": \"p\"}").id();
        assertThat(ann.post("/api/tasks", "{\"name\": \"t\", \"project_id\": " + project + "}").status())
                .isEqualTo(403);
        bob.patch("/api/projects/" + project, "{\"assignee_id\": 2}");
        long task = ann.post("/api/tasks", "{\"name\": \"t\", \"project_id\": " + project + "}").id();
        assertThat(bob.get("/api/tasks/" + task).status()).as("owner of the project").isEqualTo(200);
        long own = ann.post("/api/tasks", "{\"name\": \"t\"}").id();
        assertThat(bob.get("/api/tasks/" + own).status()).isEqualTo(403);
        assertThat(bob.get("/api/tasks").count()).isEqualTo(1);
        assertThat(bob.delete("/api/tasks/" + own).status()).isEqualTo(403);
    }

    @Test
    void cannotBeGivenToStrangers() {
        long task = ann.post("/api/tasks", "{\"name\": \"t\"}").id();
        for (String user : new String[] {"3", "987654", "1.5", "1180591620717411303424"}) {
            assertThat(ann.patch("/api/tasks/" + task, "{\"assignee_id\": " + user + "}").status()).as(user)
                    .isEqualTo(403);
            assertThat(ann.post("/api/tasks", "{\"name\": \"t\", \"owner_id\": " + user + "}").status()).as(user)
                    .isEqualTo(403);
        }
        assertThat(ann.patch("/api/tasks/" + task, "{\"assignee_id\": 2}").object().getAsJsonObject("assignee")
                .get("id").getAsInt())
                .as("oneself").isEqualTo(2);
        assertThat(Client.admin(cvat).patch("/api/tasks/" + task, "{\"assignee_id\": 3}").status()).isEqualTo(200);
        assertThat(bob.get("/api/tasks/" + task).status()).as("as its assignee").isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "{\"name\": \"\"}", "{\"name\": \"t\", \"project_id\": 987654}",
        "{\"name\": \"t\", \"project_id\": \"abc\"}", "{\"name\": \"t\", \"consensus_replicas\": 1}",
        "{\"name\": \"t\", \"consensus_replicas\": 11}",
                "{\"name\": \"t\", \"labels\": [{\"name\": \"a\"}, {\"name\": \"a\"}]}",
        "{\"name\": \"t\", \"segment_size\": -1}", "{\"name\": \"t\", \"target_storage\": \"x\"}"})
    void areNotMadeOfWhatDoesNotFit(String body) {
        assertThat(ann.post("/api/tasks", body).status()).isEqualTo(400);
        assertThat(ann.get("/api/tasks").count()).isZero();
    }

    @Test
    void haveLabelsOfTheirOwnOrOfTheirProject() {
        long project = ann.post("/api/projects", "{\"name\": \"p\", \"labels\": [{\"name\": \"a\"}]}").id();
        assertThat(ann.post("/api/tasks", "{\"name\": \"t\", \"labels\": [{\"name\": \"b\"}], \"project_id\": "
                + project + "}").array()
                .get(0).getAsString()).isEqualTo("Task must have only one of Label set or project_id");
        long task = ann.post("/api/tasks", "{\"name\": \"t\", \"project_id\": " + project + "}").id();
        assertThat(ann.get("/api/labels?task_id=" + task).count()).isEqualTo(1);
    }

    @Test
    void refuseUnknownPropertiesInChanges() {
        long task = ann.post("/api/tasks", "{\"name\": \"t\"}").id();
        assertThat(ann.patch("/api/tasks/" + task, "{\"status\": \"completed\"}").status()).isEqualTo(403);
    }

    @Test
    void moveIntoAProjectThatHasTheirLabels() {
        long task = Steps.task(ann, 1, "");
        long label = Steps.label(ann, task, "cat");
        ann.send("PUT", "/api/tasks/" + task + "/annotations/",
                "{\"shapes\": [{\"type\": \"rectangle\", \"frame\": 0, \"label_id\": "
                + label + ", \"points\": [1, 2, 3, 4]}]}");
        long bare = ann.post("/api/projects", "{\"name\": \"p\", \"labels\": [{\"name\": \"dog\"}]}").id();
        assertThat(ann.patch("/api/tasks/" + task, "{\"project_id\": " + bare + "}").text()).contains("'cat'");
        long full = ann.post("/api/projects", "{\"name\": \"p\", \"labels\": " + Steps.LABELS + "}").id();
        assertThat(ann.patch("/api/tasks/" + task, "{\"project_id\": " + full + "}").status()).isEqualTo(200);
        long moved = ann.get("/api/tasks/" + task + "/annotations/").object().getAsJsonArray("shapes").get(0)
                .getAsJsonObject()
                .get("label_id").getAsLong();
        assertThat(moved).isNotEqualTo(label).isEqualTo(ann.get("/api/labels?name=cat&project_id=" + full).object()
                .getAsJsonArray("results").get(0).getAsJsonObject().get("id").getAsLong());
        assertThat(ann.get("/api/labels/" + label).status()).isEqualTo(404);
        assertThat(ann.patch("/api/tasks/" + task, "{\"project_id\": null}").status()).isEqualTo(400);
    }

    @Test
    void goWithTheirProjectAndTakeTheirJobsAlong() {
        long project = ann.post("/api/projects", "{\"name\": \"p\", \"labels\": " + Steps.LABELS + "}").id();
        long task = Steps.task(ann, "{\"name\": \"t\", \"subset\": \"train\", \"project_id\": " + project + "}",
                java.util.Map.of("image_quality", "70"), Steps.pictures(2));
        long job = Steps.jobs(ann, task).get(0);
        JsonObject view = ann.get("/api/projects/" + project).object();
        assertThat(view.getAsJsonObject("tasks").get("count").getAsInt()).isEqualTo(1);
        assertThat(view.getAsJsonArray("task_subsets").get(0).getAsString()).isEqualTo("train");
        assertThat(view.get("dimension").getAsString()).isEqualTo("2d");
        assertThat(ann.delete("/api/projects/" + project).status()).isEqualTo(204);
        assertThat(ann.get("/api/tasks/" + task).status()).isEqualTo(404);
        assertThat(ann.get("/api/jobs/" + job).status()).isEqualTo(404);
    }

    @Test
    void sayHowTheirCreationWent() {
        long task = ann.post("/api/tasks", "{\"name\": \"t\"}").id();
        assertThat(ann.get("/api/tasks/" + task + "/status").object().get("state").getAsString()).isEqualTo("Finished");
        ann.post("/api/tasks/" + task + "/data/", "{\"image_quality\": 70}");
        Client.Reply status = ann.get("/api/tasks/" + task + "/status");
        assertThat(status.object().get("state").getAsString()).isEqualTo("Failed");
        assertThat(status.object().get("message").getAsString()).contains("No media data");
        assertThat(status.header("Deprecation")).isEqualTo("true");
    }
}
