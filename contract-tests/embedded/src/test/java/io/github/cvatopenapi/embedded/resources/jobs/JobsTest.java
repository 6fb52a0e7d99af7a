package io.github.cvatopenapi.embedded.resources.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.InstanceFixture;
import io.github.cvatopenapi.embedded.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobsTest extends InstanceFixture {

    @Test
    void beginAnewInEachStage() {
        String job = "/api/jobs/" + Steps.jobs(ann, Steps.task(ann, 1, "")).get(0);
        assertThat(ann.patch(job, "{\"state\": \"in progress\"}").object().get("state").getAsString())
                .isEqualTo("in progress");
        JsonObject validation = ann.patch(job, "{\"stage\": \"validation\"}").object();
        assertThat(validation.get("state").getAsString()).isEqualTo("new");
        assertThat(validation.get("status").getAsString()).isEqualTo("validation");
        assertThat(ann.get("/api/tasks/1").object().get("status").getAsString()).isEqualTo("validation");
        JsonObject done = ann.patch(job, "{\"stage\": \"acceptance\", \"state\": \"completed\"}").object();
        assertThat(done.get("status").getAsString()).isEqualTo("completed");
        JsonObject task = ann.get("/api/tasks/1").object();
        assertThat(task.get("status").getAsString()).isEqualTo("completed");
        assertThat(task.getAsJsonObject("jobs").get("completed").getAsInt()).isEqualTo(1);
    }

    @Test
    void anAcceptedJobIsInValidationUntilItIsCompleted() {
        String job = "/api/jobs/" + Steps.jobs(ann, Steps.task(ann, 1, "")).get(0);

        assertThat(ann.patch(job, "{\"stage\": \"acceptance\"}").object().get("status").getAsString())
                .isEqualTo("validation");
        assertThat(ann.patch(job, "{\"state\": \"completed\"}").object().get("status").getAsString())
                .isEqualTo("completed");
        assertThat(ann.patch(job, "{\"state\": \"rejected\"}").object().get("status").getAsString())
                .isEqualTo("validation");
    }

    @Test
    void groundTruthCountsForHowFarATaskIsOnceAJobChanges() {
        long task = Steps.task(ann, 2, "");
        String job = "/api/jobs/" + Steps.jobs(ann, task).get(0);
        ann.patch(job, "{\"stage\": \"acceptance\", \"state\": \"completed\"}");
        ann.post("/api/jobs", """
                {"type": "ground_truth", "task_id": %d, "frame_selection_method": "manual", "frames": [0]}"""
                .formatted(task));

        assertThat(ann.get("/api/tasks/" + task).object().get("status").getAsString()).isEqualTo("completed");
        ann.patch(job, "{\"state\": \"completed\"}");
        assertThat(ann.get("/api/tasks/" + task).object().get("status").getAsString()).isEqualTo("annotation");
    }

    @Test
    void areGivenToPeopleWhoThenSayHowFarTheyAre() {
        String job = "/api/jobs/" + Steps.jobs(ann, Steps.task(ann, 1, "")).get(0);
        assertThat(ann.patch(job, "{\"assignee\": 3}").status()).as("a stranger").isEqualTo(403);
        assertThat(Client.admin(cvat).patch(job, "{\"assignee\": 3}").object().get("assignee_updated_date")
                .isJsonNull()).isFalse();
        assertThat(bob.get(job).status()).isEqualTo(200);
        assertThat(bob.get("/api/jobs").count()).isEqualTo(1);
        assertThat(bob.get("/api/tasks/1").status()).isEqualTo(403);
        assertThat(bob.get(job + "/annotations/").status()).isEqualTo(200);
        assertThat(bob.patch(job, "{\"state\": \"completed\"}").status()).isEqualTo(200);
        assertThat(bob.patch(job, "{\"stage\": \"acceptance\"}").status()).as("the next stage").isEqualTo(403);
        assertThat(bob.patch(job, "{\"assignee\": null}").status()).isEqualTo(403);
        assertThat(bob.get("/api/labels?job_id=1").count()).isEqualTo(2);
    }

    @Test
    void oneIsForGroundTruth() {
        long task = Steps.task(ann, 7, "\"segment_size\": 3");
        String body = "{\"type\": \"ground_truth\", \"task_id\": " + task + ", ";
        Client.Reply made = ann.post("/api/jobs", body + "\"frame_selection_method\": \"manual\", \"frames\": [2, 0]}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith("/api/jobs/" + made.id());
        assertThat(made.object().get("frame_count").getAsInt()).isEqualTo(2);
        assertThat(made.object().get("stop_frame").getAsInt()).isEqualTo(6);
        assertThat(ann.post("/api/jobs", body + "\"frame_selection_method\": \"random_uniform\", \"frame_count\": 2}")
                .text())
                .contains("cannot have more than 1 GT job");
        assertThat(ann.get("/api/tasks?validation_mode=gt").count()).isEqualTo(1);
        assertThat(ann.get("/api/jobs/" + made.id() + "/data?type=frame&number=1").status()).isEqualTo(400);
        assertThat(ann.delete("/api/jobs/" + Steps.jobs(ann, task).get(0)).text()).contains("Only ground truth jobs");
        assertThat(bob.delete("/api/jobs/" + made.id()).status()).isEqualTo(403);
        assertThat(ann.delete("/api/jobs/" + made.id()).status()).isEqualTo(204);
        assertThat(ann.get("/api/tasks/" + task).object().get("validation_mode").isJsonNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                     | task_id is not specified
            {"type": "ground_truth", "task_id": null}                              | task_id is not specified
            {"type": "ground_truth", "task_id": 987654}                            | Task matching query does not exist.
            {"type": "ground_truth", "task_id": 1.5}                               | A valid integer is required.
            {"type": "annotation", "task_id": 1}                                   | Unexpected job type 'annotation'
            {"type": "ground_truth", "task_id": 2}                                 | no data attached yet
            {"type": "ground_truth", "task_id": 1, "frame_share": 2}               | range [0; 1]
            {"type": "ground_truth", "task_id": 1, "frame_selection_method": "manual"} | empty
            {"type": "ground_truth", "task_id": 1, "frame_selection_method": "manual", "frames": [9]} | [9]
            {"type": "ground_truth", "task_id": 1, "frame_selection_method": "random_uniform"} | not specified
            {"type": "ground_truth", "task_id": 1, "frame_selection_method": "random_uniform", "frame_count": 9} | (9)
            {"type": "ground_truth", "task_id": 1}                                 | This field is required.
            []                                                                     | Expected a dictionary
            """)
    void areNotMadeOfWhatDoesNotFit(String body, String message) {
        Steps.task(ann, 2, "");
        ann.post("/api/tasks", "{\"name\": \"bare\"}");
        Client.Reply reply = ann.post("/api/jobs", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains(message);
    }

    @Test
    void refuseUnknownPropertiesInChanges() {
        Steps.task(ann, 1, "");
        assertThat(ann.patch("/api/jobs/1", "{\"type\": \"ground_truth\"}").status()).isEqualTo(403);
        assertThat(ann.patch("/api/jobs/1", "{\"state\": \"bad\"}").status()).isEqualTo(400);
    }
}
