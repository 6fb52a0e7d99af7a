package io.github.cvatopenapi.embedded.resources.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.Steps;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Backups, and tasks and projects restored from them. */
class BackupsTest extends TransferFixture {

    @Test
    void aTaskIsRestoredWithAllItHad() {
        long task = drawn(ann, "\"segment_size\": 2, \"consensus_replicas\": 2, \"subset\": \"s\"");
        ann.post("/api/jobs", "{\"type\": \"ground_truth\", \"task_id\": " + task
                + ", \"frame_selection_method\": \"manual\", \"frames\": [1]}");
        ann.patch("/api/tasks/" + task + "/data/meta", "{\"deleted_frames\": [2]}");
        ann.patch("/api/jobs/" + Steps.jobs(ann, task).get(0), "{\"stage\": \"acceptance\", \"state\": \"completed\"}");
        Client.Bytes file = Steps.file(ann, cvat, ann.post("/api/tasks/" + task + "/backup/export", null));
        assertThat(file.header("Content-Disposition")).contains("task_t_backup_");
        ann.delete("/api/tasks/" + task);
        long restored = Steps.done(ann, upload(ann, "/api/tasks/backup/", "task_file", file.body())).get("result_id")
                .getAsLong();
        JsonObject view = ann.get("/api/tasks/" + restored).object();
        assertThat(view.get("name").getAsString()).isEqualTo("t");
        assertThat(view.get("subset").getAsString()).isEqualTo("s");
        assertThat(view.get("validation_mode").getAsString()).isEqualTo("gt");
        assertThat(view.get("consensus_enabled").getAsBoolean()).isTrue();
        assertThat(Steps.jobs(ann, restored)).hasSize(2 * 3 + 1);
        JsonObject first = ann.get("/api/jobs/" + Steps.jobs(ann, restored).get(0)).object();
        assertThat(first.get("stage").getAsString()).isEqualTo("acceptance");
        assertThat(first.get("consensus_replicas").getAsInt()).isEqualTo(2);
        assertThat(ann.get("/api/tasks/" + restored + "/data/meta").object().getAsJsonArray("deleted_frames").get(0)
                .getAsInt()).isEqualTo(2);
        assertThat(shapes(restored).get(0).getAsJsonObject().get("label_id").getAsLong())
                .isEqualTo(Steps.label(ann, restored, "cat"));
        assertThat(ann.bytes("/api/tasks/" + restored + "/data/?type=frame&number=0&quality=original").body())
                .isEqualTo(Steps.png(64, 48, 0));
    }

    @Test
    void aProjectIsRestoredWithItsTasks() {
        long project = ann.post("/api/projects", "{\"name\": \"p\", \"labels\": " + Steps.LABELS + "}").id();
        ann.patch("/api/tasks/" + drawn(ann, ""), "{\"project_id\": " + project + "}");
        ann.post("/api/tasks", "{\"name\": \"without data\", \"project_id\": " + project + "}");
        Client.Bytes file = Steps.file(ann, cvat, ann.post("/api/projects/" + project + "/backup/export", null));
        long restored = Steps.done(bob, upload(bob, "/api/projects/backup/", "project_file", file.body()))
                .get("result_id").getAsLong();
        assertThat(bob.get("/api/projects/" + restored).object().getAsJsonObject("tasks").get("count").getAsInt())
                .isEqualTo(2);
        assertThat(bob.get("/api/labels?project_id=" + restored).count()).isEqualTo(2);
        long task = bob.get("/api/tasks?name=t&project_id=" + restored).object().getAsJsonArray("results").get(0)
                .getAsJsonObject()
                .get("id").getAsLong();
        assertThat(bob.get("/api/tasks/" + task + "/annotations/").object().getAsJsonArray("shapes")).hasSize(1);
    }

    /** A backup whose settings were changed by hand. */
    private byte[] changed(byte[] backup, String from, String to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(backup));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.readAllBytes();
                boolean settings = entry.getName().endsWith(".json");
                zip.write(settings ? new String(content, StandardCharsets.UTF_8).replace(from, to)
                        .getBytes(StandardCharsets.UTF_8) : content);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "stop_frame":1,     | "stop_frame":99,
            "stage":"annotation" | "stage":"bad"
            "name":"t"          | "nome":"t"
            "label":"cat"       | "label":"cow"
            "type":"rectangle"  | "type":"polygon"
            "frame":1           | "frame":[]
            "parent":null       | "parent":77
            """)
    void aBackupThatWasTamperedWithFailsAndLeavesNothing(String from, String to) throws IOException {
        byte[] backup = Steps.file(ann, cvat, ann.post("/api/tasks/" + drawn(ann, "\"segment_size\": 2")
                + "/backup/export", null)).body();
        long tasks = ann.get("/api/tasks").count();
        long labels = ann.get("/api/labels").count();
        assertThat(Steps.failure(ann, upload(ann, "/api/tasks/backup/", "task_file", changed(backup, from, to))))
                .isNotBlank()
                .doesNotContain("instance failed");
        assertThat(ann.get("/api/tasks").count()).isEqualTo(tasks);
        assertThat(ann.get("/api/labels").count()).isEqualTo(labels);
    }

    @Test
    void whatIsNoBackupIsRefused() {
        for (String kind : List.of("task", "project")) {
            String path = "/api/" + kind + "s/backup/";
            assertThat(Steps.failure(ann, upload(ann, path, kind + "_file", "no".getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo("File is not a zip file");
            assertThat(ann.post(path, "{}").text()).contains("No file was submitted.");
        }
        Client.Bytes file = Steps.file(ann, cvat, ann.post("/api/tasks/" + drawn(ann, "") + "/backup/export", null));
        assertThat(Steps.failure(ann, upload(ann, "/api/projects/backup/", "project_file", file.body())))
                .contains("no project.json");
    }
}
