package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.cvatopenapi.client.model.DataRequest;
import io.github.cvatopenapi.client.model.TaskRead;
import io.github.cvatopenapi.client.model.TaskWriteRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs of many calls: what is sent, in which order, and what is left behind when one fails. */
class WholeJobsTest extends ServerFixture {

    private static final String ID = "action=create&target=task&target_id=7";

    @TempDir
    Path directory;

    private static MockResponse.Builder accepted() {
        return json(202, "{\"rq_id\": \"" + ID + "\"}");
    }

    private static MockResponse.Builder finished(String more) {
        return json(200, "{\"id\": \"" + ID + "\", \"status\": \"finished\"" + more + "}");
    }

    private static MockResponse.Builder failed() {
        return json(200, "{\"id\": \"" + ID + "\", \"status\": \"failed\", \"message\": \"No media data found\\n\"}");
    }

    private static MockResponse.Builder begun(String path) {
        return new MockResponse.Builder().code(201).setHeader("Location", "http://cvat.example" + path + "2_abc")
                .setHeader("Upload-Filename", "stored name.zip");
    }

    private static MockResponse.Builder appended(int offset) {
        return new MockResponse.Builder().code(204).setHeader("Upload-Offset", offset);
    }

    private Path file(String name, int size) throws IOException {
        return Files.writeString(directory.resolve(name), "x".repeat(size));
    }

    private List<RecordedRequest> requests() {
        List<RecordedRequest> requests = new ArrayList<>();
        for (int i = server.getRequestCount(); i > 0; i--) {
            requests.add(request());
        }
        return requests;
    }

    private static List<String> lines(List<RecordedRequest> requests) {
        return requests.stream().map(request -> request.getMethod() + " " + request.getTarget()).toList();
    }

    private static JsonObject body(RecordedRequest request) {
        return JsonParser.parseString(request.getBody().utf8()).getAsJsonObject();
    }

    private TaskRead create(List<Path> files, TransferOptions options) throws IOException {
        try (CvatClient client = settings().build()) {
            return client.createTask(
                    new TaskWriteRequest().name("t"), new DataRequest().imageQuality(70), files, options);
        }
    }

    @Test
    void taskFromSmallAndLargeFiles() throws IOException {
        answer(json(201, "{\"id\": 7}"), json(202, ""), json(200, ""), json(200, ""),
                begun("/api/tasks/7/data/"), appended(10),
                appended(12),
                accepted(), finished(""), json(200, "{\"id\": 7, \"size\": 4}"));
        List<Path> files = List.of(file("b.png", 4), file("large.png", 12), file("a.png", 5), file("c.png", 6));
        List<String> told = new ArrayList<>();
        TaskRead task = create(files, TransferOptions.DEFAULT.withPieceSize(10)
                .withTransfer((bytes, total) -> told.add(bytes + "/" + total)));
        assertThat(task.getSize()).isEqualTo(4);
        assertThat(told).containsExactly("9/27", "15/27", "25/27", "27/27");

        List<RecordedRequest> requests = requests();
        String data = "/api/tasks/7/data/";
        assertThat(lines(requests)).containsExactly("POST /api/tasks", "POST " + data, "POST " + data, "POST " + data,
                "POST " + data, "PATCH " + data + "2_abc", "PATCH " + data + "2_abc", "POST " + data,
                "GET /api/requests/" + ID, "GET /api/tasks/7");
        assertThat(requests.get(1).getHeaders().get("Upload-Start")).isEqualTo("true");
        assertThat(body(requests.get(1))).hasToString("{\"image_quality\":70}");
        RecordedRequest batch = requests.get(2);
        assertThat(batch.getHeaders().get("Upload-Multiple")).isEqualTo("true");
        assertThat(batch.getBody().utf8()).contains("name=\"client_files[0]\"; filename=\"b.png\"", "\r\n\r\nxxxx\r\n",
                "name=\"client_files[1]\"; filename=\"a.png\"", "name=\"image_quality\"", "\r\n\r\n70\r\n")
                .doesNotContain("c.png");
        assertThat(requests.get(3).getBody().utf8()).contains("name=\"client_files[0]\"; filename=\"c.png\"");
        RecordedRequest finish = requests.get(7);
        assertThat(finish.getHeaders().get("Upload-Finish")).isEqualTo("true");
        assertThat(body(finish)).isEqualTo(JsonParser.parseString("""
                {"image_quality": 70, "upload_file_order": ["b.png", "large.png", "a.png", "c.png"]}"""));
    }

    @Test
    void taskThatCannotBeUploadedIsDeleted() throws IOException {
        answer(json(201, "{\"id\": 7}"), json(202, ""), json(400, "[\"No.\"]"), new MockResponse.Builder().code(204));
        List<Path> files = List.of(file("a.png", 4));
        assertThatThrownBy(() -> create(files, TransferOptions.DEFAULT))
                .hasMessage("POST /api/tasks/{id}/data/: 400: No.");
        assertThat(lines(requests())).last().isEqualTo("DELETE /api/tasks/7");
    }

    @Test
    void taskThatTheServerCannotMakeIsDeleted() throws IOException {
        answer(json(201, "{\"id\": 7}"), json(202, ""), json(200, ""), accepted(), failed(),
                json(403, "{\"detail\": \"Not yours.\"}"));
        List<Path> files = List.of(file("a.png", 4));
        assertThatThrownBy(() -> create(files, TransferOptions.DEFAULT)).isInstanceOf(RequestFailedException.class)
                .hasMessageEndingWith("the request failed: No media data found")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThat(lines(requests())).last().isEqualTo("DELETE /api/tasks/7");
    }

    @Test
    void taskThatTakesTooLongStays() throws IOException {
        answer(json(201, "{\"id\": 7}"), json(202, ""), json(200, ""), accepted(),
                json(200, "{\"status\": \"started\"}"));
        List<Path> files = List.of(file("a.png", 4));
        assertThatThrownBy(() -> create(files, TransferOptions.DEFAULT.withTimeout(java.time.Duration.ofMillis(1))))
                .hasMessageContaining("still started");
        assertThat(lines(requests())).noneMatch(line -> line.startsWith("DELETE"));
    }

    @Test
    void badFilesAreRefusedBeforeAnyCall() throws IOException {
        Path sub = Files.createDirectory(directory.resolve("sub"));
        Path twin = Files.writeString(sub.resolve("a.png"), "x");
        List<Path> twins = List.of(file("a.png", 1), twin);
        assertThatThrownBy(() -> create(twins, TransferOptions.DEFAULT)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("two files are named a.png");
        assertThatThrownBy(() -> create(List.of(), TransferOptions.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> create(List.of(directory.resolve("missing.png")), TransferOptions.DEFAULT))
                .isInstanceOf(CvatException.class)
                .hasMessage("read " + directory.resolve("missing.png") + ": there is no such file or directory");
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() ->
                    client.createTask(new TaskWriteRequest().name("t"), new DataRequest(), List.of(twin)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the image quality is not set");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void smallImportIsOneUpload() throws IOException {
        answer(accepted(), finished(""));
        try (CvatClient client = settings().build()) {
            client.imports().annotations(Target.task(7), "CVAT 1.1", file("a.zip", 5));
        }
        List<RecordedRequest> requests = requests();
        assertThat(lines(requests))
                .containsExactly("POST /api/tasks/7/annotations/?format=CVAT%201.1", "GET /api/requests/" + ID);
        assertThat(requests.get(0).getBody().utf8())
                .contains("name=\"annotation_file\"; filename=\"a.zip\"", "\r\n\r\nxxxxx\r\n");
    }

    @Test
    void largeImportGoesUpInPieces() throws IOException {
        answer(json(202, ""), begun("/api/projects/3/dataset/"), appended(10), appended(12), accepted(),
                finished(""));
        List<String> told = new ArrayList<>();
        try (CvatClient client = settings().build()) {
            client.imports().dataset(3, "CVAT 1.1", file("a.zip", 12), TransferOptions.DEFAULT.withPieceSize(10)
                    .withTransfer((bytes, total) -> told.add(bytes + "/" + total)));
        }
        assertThat(told).containsExactly("10/12", "12/12");
        List<RecordedRequest> requests = requests();
        String path = "/api/projects/3/dataset/";
        assertThat(lines(requests)).containsExactly("POST " + path + "?format=CVAT%201.1", "POST " + path,
                "PATCH " + path + "2_abc", "PATCH " + path + "2_abc",
                "POST " + path + "?filename=stored%20name.zip&format=CVAT%201.1", "GET /api/requests/" + ID);
        assertThat(requests.get(0).getHeaders().get("Upload-Start")).isEqualTo("true");
        assertThat(requests.get(0).getBodySize()).isZero();
        assertThat(requests.get(4).getHeaders().get("Upload-Finish")).isEqualTo("true");
        assertThat(requests.get(4).getBodySize()).isZero();
    }

    @Test
    void backupsTellWhatTheyMade() throws IOException {
        answer(accepted(), finished(", \"result_id\": 31"), accepted(), finished(", \"result_id\": 32"), accepted(),
                finished(""));
        try (CvatClient client = settings().build()) {
            Path backup = file("b.zip", 3);
            assertThat(client.imports().taskBackup(backup)).isEqualTo(31);
            assertThat(client.imports().projectBackup(backup)).isEqualTo(32);
            assertThatThrownBy(() -> client.imports().taskBackup(backup))
                    .hasMessageEndingWith("the import finished without telling what it made");
        }
        assertThat(lines(requests())).contains("POST /api/tasks/backup/", "POST /api/projects/backup/");
    }

    @Test
    void brokenFileFailsWithTheServersWords() throws IOException {
        answer(accepted(), failed());
        Path broken = file("a.zip", 1);
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.imports().annotations(Target.job(3), "CVAT 1.1", broken))
                    .isInstanceOf(RequestFailedException.class).hasMessageEndingWith("No media data found");
            assertThatThrownBy(() -> client.imports().annotations(Target.project(3), "CVAT 1.1", broken))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(lines(requests())).first().isEqualTo("POST /api/jobs/3/annotations/?format=CVAT%201.1");
    }

    @Test
    void exportIsStartedAwaitedAndDownloaded() throws IOException {
        String result = server.url("/api/tasks/7/dataset/download?rq_id=a%3Db").toString();
        answer(accepted(), finished(", \"result_url\": \"" + result + "\""), new MockResponse.Builder()
                .setHeader("Content-Type", "application/zip").body("zip")
                .setHeader("Content-Disposition", "attachment; filename=\"task 7.zip\""));
        try (CvatClient client = settings().build()) {
            Path written = client.exports().dataset(Target.task(7), "COCO 1.0", true, directory);
            assertThat(written).isEqualTo(directory.resolve("task 7.zip")).hasContent("zip");
        }
        List<RecordedRequest> requests = requests();
        assertThat(requests.get(0).getUrl().encodedPath()).isEqualTo("/api/tasks/7/dataset/export");
        assertThat(requests.get(0).getUrl().queryParameter("format")).isEqualTo("COCO 1.0");
        assertThat(requests.get(0).getUrl().queryParameter("save_images")).isEqualTo("true");
        assertThat(lines(requests)).last().isEqualTo("GET /api/tasks/7/dataset/download?rq_id=a%3Db");
    }

    @Test
    void runningExportIsTakenUp() throws IOException {
        String result = server.url("/x").toString();
        answer(json(409, "{\"rq_id\": \"" + ID + "\"}"), finished(", \"result_url\": \"" + result + "\""),
                new MockResponse.Builder().body("zip"));
        try (CvatClient client = settings().build()) {
            assertThat(client.exports().backup(Target.project(7), directory.resolve("b.zip"))).hasContent("zip");
        }
        assertThat(lines(requests())).first().asString().startsWith("POST /api/projects/7/backup/export");
    }

    @Test
    void exportWithoutAFile() {
        answer(accepted(), finished(", \"result_url\": null"));
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.exports().dataset(Target.job(7), "COCO 1.0", false, directory))
                    .hasMessage("POST /api/jobs/{id}/dataset/export: the export finished without a file to download");
            assertThatThrownBy(() -> client.exports().backup(Target.job(7), directory))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
