package io.github.cvatopenapi.embedded.resources.taskdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.InstanceFixture;
import io.github.cvatopenapi.embedded.Steps;
import io.github.cvatopenapi.embedded.media.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data of tasks from a folder that is a bucket. */
class BucketDataTest extends InstanceFixture {

    private static final String MANIFEST = "m/manifest.jsonl";

    @TempDir
    private Path temporary;
    private Path folder;
    private long storage;

    @Override
    protected EmbeddedCvat.Builder configured(EmbeddedCvat.Builder builder) {
        try {
            folder = Files.createDirectories(temporary.resolve("mine"));
            int number = 0;
            for (String key : List.of("a.png", "b/c.png", "b/d.png", "m/1.png", "m/2.png")) {
                Files.createDirectories(folder.resolve(key).getParent());
                Files.write(folder.resolve(key), Steps.png(64, 48, ++number));
            }
            Files.writeString(folder.resolve(MANIFEST), Manifest.text(List.of(new Manifest.Entry("1.png", 64, 48),
                    new Manifest.Entry("2.png", 64, 48))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return builder.bucket("mine", folder);
    }

    @BeforeEach
    void connect() {
        storage = Steps.bucket(ann, "mine");
    }

    private long task() {
        return ann.post("/api/tasks", "{\"name\": \"t\", \"labels\": " + Steps.LABELS + "}").id();
    }

    private Client.Reply attach(long task, String more) {
        return ann.post("/api/tasks/" + task + "/data/", "{\"image_quality\": 70, \"cloud_storage_id\": " + storage
                + ", " + more.replace('\'', '"') + "}");
    }

    private List<String> names(long task) {
        List<String> names = new ArrayList<>();
        ann.get("/api/tasks/" + task + "/data/meta").object().getAsJsonArray("frames")
                .forEach(each -> names.add(each.getAsJsonObject().get("name").getAsString()));
        return names;
    }

    private Client.Bytes frame(long task) {
        return ann.bytes("/api/tasks/" + task + "/data/?type=frame&number=0&quality=original");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'server_files': ['a.png', 'b/c.png']                                | a.png b/c.png
            'server_files': ['b/']                                              | b/c.png b/d.png
            'server_files': ['b']                                               | b/c.png b/d.png
            'server_files': ['b/'], 'server_files_exclude': ['b/d.png']         | b/c.png
            'server_files': ['m/manifest.jsonl', 'm/2.png']                     | m/2.png
            'server_files': ['m/manifest.jsonl']                                | m/1.png m/2.png
            'server_files': ['m/manifest.jsonl'], 'filename_pattern': '*2*'     | m/2.png
            'server_files': ['a.png'], 'copy_data': true                        | a.png
            'server_files': ['a.png'], 'use_cache': false                       | a.png
            'server_files': ['a.png', 'b/c.png'], 'job_file_mapping': [['b/c.png'], ['a.png']] | b/c.png a.png
            """, quoteCharacter = '`')
    void comesByNameFolderManifestAndPattern(String more, String expected) {
        long task = task();
        Steps.finished(ann, attach(task, more));
        assertThat(names(task)).containsExactly(expected.split(" "));
        JsonObject meta = ann.get("/api/tasks/" + task + "/data/meta").object();
        assertThat(meta.get("storage").getAsString()).isEqualTo("cloud_storage");
        assertThat(meta.get("cloud_storage_id").getAsLong()).isEqualTo(storage);
        assertThat(frame(task).header("Content-Type")).isEqualTo("image/png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no.png", "../secret.png", "b/../../secret.png", "link.png", "away/secret.png", "away",
        "%2e%2e/secret.png", "..", "."})
    void whatIsNotInTheBucketIsNotFound(String name) throws IOException {
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.write(outside.resolve("secret.png"), Steps.png(8, 8, 1));
        Files.write(temporary.resolve("secret.png"), Steps.png(8, 8, 1));
        Files.createSymbolicLink(folder.resolve("link.png"), outside.resolve("secret.png"));
        Files.createSymbolicLink(folder.resolve("away"), outside);
        assertThat(Steps.failure(ann, attach(task(), "'server_files': ['" + name + "']")))
                .isEqualTo("The file '" + name + "' not found on the cloud storage 'mine'");
        Files.writeString(folder.resolve("evil.jsonl"), Manifest.text(List.of(new Manifest.Entry(name, 8, 8))));
        assertThat(Steps.failure(ann, attach(task(), "'server_files': ['evil.jsonl']")))
                .contains("not found on the cloud storage 'mine'");
    }

    @Test
    void whatIsCopiedStaysWhenTheBucketLosesIt() throws IOException {
        long copied = task();
        long linked = task();
        Steps.finished(ann, attach(copied, "'server_files': ['a.png'], 'copy_data': true"));
        Steps.finished(ann, attach(linked, "'server_files': ['a.png']"));
        Files.delete(folder.resolve("a.png"));
        assertThat(frame(copied).body()).isEqualTo(Steps.png(64, 48, 1));
        assertThat(frame(linked).status()).isEqualTo(400);
        Files.createSymbolicLink(folder.resolve("a.png"), folder.resolve("b/c.png"));
        assertThat(frame(linked).status()).as("a link is no object").isEqualTo(400);
        ann.delete("/api/tasks/" + copied);
        assertThat(folder.resolve("b/c.png")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "*[a", "x{y"})
    void oddPatternsAreToldOrMatchNothing(String pattern) {
        assertThat(Steps.failure(ann, attach(task(), "'server_files': ['m/manifest.jsonl'], 'filename_pattern': '"
                + pattern + "'"))).matches("No media data found|The filename_pattern '.*' cannot be read.*");
    }

    @Test
    void whatIsNoManifestIsSaid() throws IOException {
        Files.createDirectories(folder.resolve("folder.jsonl"));
        Files.copy(folder.resolve("a.png"), folder.resolve("folder.jsonl/a.png"));
        Files.writeString(folder.resolve("broken.jsonl"), "{");
        assertThat(Steps.failure(ann, attach(task(), "'server_files': ['folder.jsonl']"))).contains("not found");
        assertThat(Steps.failure(ann, attach(task(), "'server_files': ['broken.jsonl']"))).contains("manifest");
        String path = "/api/cloudstorages/" + storage;
        assertThat(ann.get(path + "/content-v2?manifest_path=broken.jsonl").json().getAsString()).contains("manifest");
        ann.patch(path, "{\"manifests\": [\"broken.jsonl\"]}");
        assertThat(ann.bytes(path + "/preview").status()).isEqualTo(400);
        ann.patch(path, "{\"manifests\": []}");
        assertThat(ann.bytes(path + "/preview").header("Content-Type")).startsWith("image/");
    }

    @Test
    void mappingGoesWithTheUsualOrderOnly() {
        assertThat(Steps.failure(ann, attach(task(), "'server_files': ['a.png'], 'job_file_mapping': [['a.png']], "
                + "'sorting_method': 'predefined'"))).contains("cannot be used with sorting_method");
    }

    private JsonObject restored(String path, String lightweight) {
        JsonObject request = Steps.finished(ann, ann.post(path + "/backup/export?location=cloud_storage&filename=k.zip"
                + "&cloud_storage_id=" + storage + lightweight, null));
        ann.delete(path);
        long task = Steps.finished(ann, ann.post("/api/tasks/backup?location=cloud_storage&filename=k.zip"
                + "&cloud_storage_id=" + storage, null)).get("result_id").getAsLong();
        JsonObject view = ann.get("/api/tasks/" + task).object();
        view.add("lightweight", request.getAsJsonObject("operation").get("lightweight"));
        return view;
    }

    @Test
    void lightweightBackupsLeavePicturesInTheBucket() {
        long task = task();
        Steps.finished(ann, attach(task, "'server_files': ['a.png']"));
        JsonObject view = restored("/api/tasks/" + task, "");
        long restored = view.get("id").getAsLong();
        assertThat(view.get("lightweight").getAsBoolean()).isTrue();
        assertThat(view.get("data_cloud_storage_id").isJsonNull()).isTrue();
        assertThat(names(restored)).containsExactly("a.png");
        assertThat(frame(restored).status()).as("nobody said where it is").isEqualTo(400);
        ann.patch("/api/tasks/" + restored + "/data/meta", "{\"cloud_storage_id\": " + storage + "}");
        assertThat(frame(restored).body()).isEqualTo(Steps.png(64, 48, 1));
        ann.delete("/api/cloudstorages/" + storage);
        assertThat(frame(restored).status()).isEqualTo(400);
    }

    @Test
    void otherBackupsTakePicturesAlong() throws IOException {
        long task = task();
        Steps.finished(ann, attach(task, "'server_files': ['a.png']"));
        JsonObject view = restored("/api/tasks/" + task, "&lightweight=false");
        assertThat(view.get("lightweight").isJsonNull()).isTrue();
        Files.delete(folder.resolve("a.png"));
        assertThat(frame(view.get("id").getAsLong()).body()).isEqualTo(Steps.png(64, 48, 1));
    }
}
