package io.github.cvatopenapi.embedded.resources.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.Steps;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports: what comes back, and what is refused. */
class ImportsTest extends TransferFixture {

    @ParameterizedTest
    @CsvSource({"CVAT%20for%20images%201.1,CVAT%201.1", "COCO%201.0,COCO%201.0"})
    void annotationsComeBackIntoAnotherTask(String exported, String imported) {
        long task = drawn(ann, "");
        Client.Bytes file = Steps.file(ann, cvat, ann.post("/api/tasks/" + task + "/dataset/export?format=" + exported,
                null));
        assertThat(file.header("Content-Type")).isEqualTo("application/zip");
        assertThat(file.header("Content-Disposition")).contains("attachment; filename=\"task_" + task + "_annotations_")
                .endsWith(".zip\"");
        assertThat(file.header("ETag")).isNotBlank();
        long other = Steps.task(ann, 3, "");
        Steps.done(ann, upload(ann, "/api/tasks/" + other + "/annotations/?format=" + imported, "annotation_file",
                file.body()));
        JsonObject box = shapes(other).get(0).getAsJsonObject();
        assertThat(box.getAsJsonArray("points").toString()).isEqualTo("[1.0,2.0,30.0,40.0]");
        assertThat(box.get("frame").getAsInt()).isEqualTo(1);
        assertThat(box.get("label_id").getAsLong()).isEqualTo(Steps.label(ann, other, "cat"));
        assertThat(box.getAsJsonArray("attributes").get(0).getAsJsonObject().get("value").getAsString()).isEqualTo("7");
        Steps.done(ann, upload(ann, "/api/tasks/" + other + "/annotations/?format=" + imported, "annotation_file",
                file.body()));
        assertThat(shapes(other)).as("an import replaces").hasSize(1);
    }

    @Test
    void aProjectsDatasetBecomesTasksOfAnother() {
        long project = ann.post("/api/projects", "{\"name\": \"p\", \"labels\": " + Steps.LABELS + "}").id();
        long task = drawn(ann, "");
        ann.patch("/api/tasks/" + task, "{\"project_id\": " + project + ", \"subset\": \"train\"}");
        Client.Bytes file = Steps.file(ann, cvat, ann.post("/api/projects/" + project
                + "/dataset/export?save_images=true&" + CVAT, null));
        long other = ann.post("/api/projects", "{\"name\": \"q\", \"labels\": " + Steps.LABELS + "}").id();
        Steps.done(ann, upload(ann, "/api/projects/" + other + "/dataset/?format=CVAT%201.1", "dataset_file",
                file.body()));
        JsonObject made = ann.get("/api/tasks?project_id=" + other).object().getAsJsonArray("results").get(0)
                .getAsJsonObject();
        assertThat(made.get("subset").getAsString()).isEqualTo("train");
        assertThat(made.get("size").getAsInt()).isEqualTo(3);
        assertThat(shapes(made.get("id").getAsLong())).hasSize(1);
        assertThat(ann.bytes("/api/tasks/" + made.get("id") + "/data/?type=frame&number=2&quality=original").body())
                .isEqualTo(Steps.png(64, 48, 2));
        long bare = ann.post("/api/projects", "{\"name\": \"r\"}").id();
        assertThat(Steps.failure(ann, upload(ann, "/api/projects/" + bare + "/dataset/?format=CVAT%201.1",
                "dataset_file", file.body())))
                .contains("label with name \"cat\"");
        assertThat(ann.get("/api/tasks?project_id=" + bare).count()).isZero();
    }

    @Test
    void importsThatCannotBeAreRefusedAndChangeNothing() {
        long task = drawn(ann, "\"segment_size\": 1");
        String path = "/api/tasks/" + task + "/annotations/";
        assertThat(ann.post(path, "{}").text()).contains("Unknown input format ''");
        assertThat(upload(ann, path + "?format=No%20Such", "annotation_file", new byte[1]).text())
                .contains("'No Such'");
        assertThat(ann.post(path + "?format=CVAT%201.1", "{}").object().has("annotation_file")).isTrue();
        assertThat(Steps.failure(ann, upload(ann, path + "?format=CVAT%201.1", "annotation_file",
                "not a zip".getBytes(StandardCharsets.UTF_8))))
                .contains("syntax error");
        Client.Bytes all = Steps.file(ann, cvat, ann.post("/api/tasks/" + task + "/dataset/export?" + CVAT, null));
        long job = Steps.jobs(ann, task).get(0);
        assertThat(Steps.failure(ann, upload(ann, "/api/jobs/" + job + "/annotations/?format=CVAT%201.1",
                "annotation_file", all.body())))
                .isEqualTo("Could not match item id: 'img_1' with any task frame");
        assertThat(shapes(task)).hasSize(1);
        assertThat(bob.post("/api/tasks/" + task + "/dataset/export?" + CVAT, null).status()).isEqualTo(403);
        assertThat(upload(bob, path + "?format=CVAT%201.1", "annotation_file", all.body()).status()).isEqualTo(403);
    }

    @Test
    void tasksOfOneImportGoOneByOne() {
        long project = ann.post("/api/projects", "{\"name\": \"p\", \"labels\": " + Steps.LABELS + "}").id();
        for (String subset : List.of("train", "val")) {
            ann.patch("/api/tasks/" + drawn(ann, ""), "{\"project_id\": " + project + ", \"subset\": \"" + subset
                    + "\"}");
        }
        byte[] dataset = Steps.file(ann, cvat, ann.post("/api/projects/" + project
                + "/dataset/export?save_images=true&" + CVAT, null)).body();
        byte[] backup = Steps.file(ann, cvat, ann.post("/api/projects/" + project + "/backup/export", null)).body();
        long imported = ann.post("/api/projects", "{\"name\": \"q\", \"labels\": " + Steps.LABELS + "}").id();
        Steps.done(ann, upload(ann, "/api/projects/" + imported + "/dataset/?format=CVAT%201.1", "dataset_file",
                dataset));
        long restored = Steps.done(ann, upload(ann, "/api/projects/backup/", "project_file", backup)).get("result_id")
                .getAsLong();
        for (long each : List.of(imported, restored)) {
            JsonArray tasks = ann.get("/api/tasks?sort=id&project_id=" + each).object().getAsJsonArray("results");
            assertThat(tasks).hasSize(2);
            ann.delete("/api/tasks/" + tasks.get(0).getAsJsonObject().get("id"));
            assertThat(ann.bytes("/api/tasks/" + tasks.get(1).getAsJsonObject().get("id")
                    + "/data/?type=frame&number=0&quality=original").body())
                    .isEqualTo(Steps.png(64, 48, 0));
        }
    }
}
