package io.github.cvatopenapi.embedded.resources.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder as the place of exports, imports and backups. */
class BucketPlacesTest extends TransferFixture {

    @TempDir
    private Path temporary;
    private Path folder;
    private long storage;

    @Override
    protected EmbeddedCvat.Builder configured(EmbeddedCvat.Builder builder) {
        folder = temporary.resolve("mine");
        assertThat(folder.toFile().mkdir()).isTrue();
        return builder.bucket("mine", folder);
    }

    @BeforeEach
    void connect() {
        storage = Steps.bucket(ann, "mine");
    }

    private String place(String file) {
        return "location=cloud_storage&cloud_storage_id=" + storage + "&filename=" + file;
    }

    private Client.Reply export(String path, String place) {
        return ann.post(path + "/dataset/export?" + CVAT + "&" + place, null);
    }

    /** A project that has the bucket as the place of its files, and a task in it with one box. */
    private long placedProject() {
        String there = "{\"location\": \"cloud_storage\", \"cloud_storage_id\": " + storage + "}";
        long project = ann.post("/api/projects", "{\"name\": \"p\", \"labels\": " + Steps.LABELS
                + ", \"target_storage\": " + there + ", \"source_storage\": " + there + "}").id();
        ann.patch("/api/tasks/" + drawn(ann, ""), "{\"project_id\": " + project + "}");
        return project;
    }

    @Test
    void exportsOfEveryKindGoThereAndComeBack() {
        long project = placedProject();
        long task = Steps.results(ann, "/api/tasks?project_id=" + project).get(0).getAsJsonObject().get("id")
                .getAsLong();
        long job = Steps.jobs(ann, task).get(0);
        for (String path : List.of("/api/tasks/" + task, "/api/jobs/" + job)) {
            assertThat(Steps.finished(ann, export(path, place("out/a.zip"))).get("result_url").isJsonNull()).isTrue();
            assertThat(folder.resolve("out/a.zip")).exists();
            ann.delete(path + "/annotations/");
            Steps.finished(ann, ann.post(path + "/annotations/?format=CVAT%201.1&" + place("out/a.zip"), null));
            assertThat(shapes(task)).as(path).hasSize(1);
        }
        Steps.finished(ann, export("/api/projects/" + project, "save_images=true&" + place("p.zip")));
        Steps.finished(ann, ann.post("/api/projects/" + project + "/dataset?format=CVAT%201.1&" + place("p.zip"),
                null));
        assertThat(ann.get("/api/tasks?project_id=" + project).count()).isEqualTo(2);
        assertThat(folder.resolve("p.zip")).as("stays").exists();
    }

    @Test
    void backupsGoThereAndComeBack() {
        long project = placedProject();
        long task = drawn(ann, "");
        for (String path : List.of("tasks/" + task, "projects/" + project)) {
            String kind = path.substring(0, path.indexOf('/'));
            Steps.finished(ann, ann.post("/api/" + path + "/backup/export?" + place(kind + ".zip"), null));
            JsonObject made = Steps.finished(ann, ann.post("/api/" + kind + "/backup?" + place(kind + ".zip"), null));
            assertThat(ann.get("/api/" + kind + "/" + made.get("result_id")).status()).isEqualTo(200);
        }
    }

    @Test
    void theDefaultPlacesOfAProjectServeWithoutAWord() throws IOException {
        String path = "/api/projects/" + placedProject();
        assertThat(Steps.finished(ann, export(path, "save_images=true&filename=named.zip")).get("result_url")
                .isJsonNull()).isTrue();
        assertThat(folder.resolve("named.zip")).exists();
        Steps.finished(ann, export(path, ""));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .anyMatch(each -> each.startsWith("project_") && each.endsWith("_cvat for images 1.1.zip"));
        }
        assertThat(Steps.finished(ann, export(path, "location=local")).get("result_url").isJsonNull()).isFalse();
        Steps.finished(ann, ann.post(path + "/dataset?format=CVAT%201.1&use_default_location=true&filename=named.zip",
                null));
        assertThat(ann.post(path + "/dataset?format=CVAT%201.1&filename=named.zip&use_default_location=false", null)
                .status()).as("on the caller's side there is none").isEqualTo(400);
    }

    @Test
    void whatIsMissingOrWrongIsSaid() {
        String task = "/api/tasks/" + drawn(ann, "");
        String imports = task + "/annotations/?format=CVAT%201.1&";
        assertThat(Steps.failure(ann, ann.post(imports + place("no.zip"), null)))
                .isEqualTo("The file 'no.zip' not found on the cloud storage 'mine'");
        assertThat(Steps.failure(ann, ann.post("/api/tasks/backup?" + place("no.zip"), null)))
                .isEqualTo("The file 'no.zip' not found on the cloud storage 'mine'");
        assertThat(ann.post(imports + "location=cloud_storage&cloud_storage_id=" + storage, null).array().toString())
                .isEqualTo("[\"The filename was not specified\"]");
        assertThat(ann.post(imports + "location=cloud_storage&filename=no.zip", null).text())
                .contains("cloud_storage_id was not provided");
        for (String id : List.of("987654", "abc")) {
            String there = "location=cloud_storage&filename=no.zip&cloud_storage_id=" + id;
            assertThat(ann.post(imports + there, null).status()).as(id).isEqualTo(400);
            assertThat(export(task, there).status()).as(id).isEqualTo(400);
        }
        assertThat(bob.post("/api/tasks/backup?" + place("no.zip"), null).status()).as("a stranger's").isEqualTo(400);
        assertThat(export(task, "save_images=maybe").object().has("save_images")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out.zip", "%2e%2e%2fout.zip", "..%5cout.zip", "b/../../out.zip", "link/out.zip",
        "/out.zip", "out.zip%00", "link"})
    void nothingOutsideTheFolderIsTouched(String name) throws IOException {
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("link"), outside);
        String task = "/api/tasks/" + drawn(ann, "");
        assertThat(Steps.failure(ann, export(task, place(name)))).startsWith("Bad ");
        Files.writeString(temporary.resolve("out.zip"), "no");
        Files.writeString(outside.resolve("out.zip"), "no");
        assertThat(Steps.failure(ann, ann.post(task + "/annotations/?format=CVAT%201.1&" + place(name), null)))
                .contains("not found on the cloud storage");
        assertThat(outside.resolve("out.zip")).hasContent("no");
        try (Stream<Path> all = Files.list(temporary)) {
            assertThat(all).hasSize(3);
        }
    }

    @Test
    void theFolderStaysWhenTheInstanceEnds() {
        try (EmbeddedCvat other = EmbeddedCvat.builder().bucket("mine", folder).start()) {
            Client client = Client.user(other, "ann");
            Steps.finished(client, client.post("/api/tasks/" + drawn(client, "") + "/dataset/export?" + CVAT
                    + "&location=cloud_storage&filename=a.zip&cloud_storage_id=" + Steps.bucket(client, "mine"), null));
        }
        assertThat(folder.resolve("a.zip")).exists();
    }
}
