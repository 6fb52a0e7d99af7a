package io.github.cvatopenapi.embedded.resources;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.Client.Part;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.Steps;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports, imports, backups and restores. */
class ExportsTest extends InstanceFixture {

    private static final String CVAT = "format=CVAT%20for%20images%201.1";

    /** A task with one box on its second frame. */
    private long drawn(Client client, String more) {
        long task = Steps.task(client, 3, more);
        long cat = Steps.label(client, task, "cat");
        long age = client.get("/api/labels/" + cat).object().getAsJsonArray("attributes").get(0).getAsJsonObject()
                .get("id").getAsLong();
        client.send("PUT", "/api/tasks/" + task + "/annotations/",
                "{\"shapes\": [{\"type\": \"rectangle\", \"frame\": 1, \"label_id\": " + cat
                + ", \"points\": [1, 2, 30, 40], \"attributes\": [{\"spec_id\": " + age + ", \"value\": \"7\"}]}]}");
        return task;
    }

    private static Client.Reply upload(Client client, String path, String field, byte[] file) {
        return client.form(path, Map.of(), List.of(new Part(field, "a.zip", file)));
    }

    private JsonArray shapes(long task) {
        return ann.get("/api/tasks/" + task + "/annotations/").object().getAsJsonArray("shapes");
    }

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
    void filesAreForTheirOwnerOnly() {
        long task = drawn(ann, "");
        Client.Reply accepted = ann.post("/api/tasks/" + task + "/dataset/export?" + CVAT, null);
        String url = Steps.done(ann, accepted).get("result_url").getAsString()
                .substring(cvat.baseUrl().toString().length());
        Client.admin(cvat).patch("/api/tasks/" + task, "{\"assignee_id\": 3}");
        assertThat(bob.get("/api/tasks/" + task).status()).isEqualTo(200);
        assertThat(bob.bytes(url).status()).as("sees the task, but the file is not theirs").isEqualTo(403);
        assertThat(ann.bytes("/api/tasks/" + task + "/dataset/download").status()).isEqualTo(400);
        assertThat(ann.bytes("/api/tasks/" + task + "/dataset/download?rq_id=other").status()).isEqualTo(404);
    }

    @Test
    void theSameAgainIsAConflictWhileItRuns() {
        try (EmbeddedCvat slow = EmbeddedCvat.builder().workTime(Duration.ofMillis(300)).start()) {
            Client client = Client.user(slow, "ann");
            long task = Steps.task(client, 1, "");
            Client.Reply first = client.post("/api/tasks/" + task + "/dataset/export?" + CVAT, null);
            Client.Reply second = client.post("/api/tasks/" + task + "/dataset/export?" + CVAT, null);
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.text()).isEqualTo(first.text());
            assertThat(client.post("/api/tasks/" + task + "/dataset/export?save_images=true&" + CVAT, null).status())
                    .isEqualTo(202);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?format=No%20Such%201.0", "?format=CVAT%201.1", "?format=COCO%201.0&location=bad",
        "?format=COCO%201.0&location=cloud_storage", "?format=COCO%201.0&location=cloud_storage&cloud_storage_id=9"})
    void exportsThatCannotBeAreRefused(String query) {
        long task = drawn(ann, "");
        assertThat(ann.post("/api/tasks/" + task + "/dataset/export" + query, null).status()).isEqualTo(400);
    }

    @Test
    void formatsKnownByNameOnlyFailWithTheReason() {
        long task = drawn(ann, "");
        assertThat(Steps.failure(ann, ann.post("/api/tasks/" + task + "/dataset/export?format=YOLO%201.1", null)))
                .contains("'YOLO 1.1' is not written");
        assertThat(Steps.failure(ann, upload(ann, "/api/tasks/" + task + "/annotations/?format=YOLO%201.1",
                "annotation_file", new byte[1])))
                .contains("'YOLO 1.1' is not read");
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
    void exportsGoIntoBucketsAndImportsComeFromThem() {
        long storage = Steps.bucket(ann);
        long task = drawn(ann, "");
        String place = "location=cloud_storage&filename=ct.zip&cloud_storage_id=" + storage;
        JsonObject request = Steps.done(ann, ann.post("/api/tasks/" + task + "/dataset/export?" + CVAT + "&" + place,
                null));
        assertThat(request.get("status").getAsString()).isEqualTo("finished");
        assertThat(request.get("result_url").isJsonNull()).isTrue();
        ann.delete("/api/tasks/" + task + "/annotations/");
        Steps.done(ann, ann.post("/api/tasks/" + task + "/annotations/?format=CVAT%201.1&" + place, null));
        assertThat(shapes(task)).hasSize(1);
        assertThat(Steps.failure(ann, ann.post("/api/tasks/" + task + "/dataset/export?" + CVAT
                + "&location=cloud_storage&filename=../x.zip"
                + "&cloud_storage_id=" + storage, null))).contains("must not lead outside");
        assertThat(ann.post("/api/tasks/" + task
                + "/annotations/?format=CVAT%201.1&location=cloud_storage&filename=no.zip&cloud_storage_id="
                + storage, null).status()).isEqualTo(404);
    }

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

    @Test
    void retiredWaysSayWhatToUse() {
        long task = drawn(ann, "");
        assertThat(ann.get("/api/tasks/" + task + "/dataset").text()).contains("dataset/export?save_images=True");
        assertThat(ann.get("/api/tasks/" + task + "/backup").status()).isEqualTo(410);
        assertThat(ann.get("/api/jobs/1/dataset").status()).isEqualTo(410);
        assertThat(bob.get("/api/tasks/" + task + "/dataset").status()).isEqualTo(403);
    }
}
