package io.github.cvatopenapi.embedded.resources.taskdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.Client.Part;
import io.github.cvatopenapi.embedded.InstanceFixture;
import io.github.cvatopenapi.embedded.Steps;
import io.github.cvatopenapi.spec.Contract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskDataTest extends InstanceFixture {

    private List<String> names(long task) {
        JsonArray frames = ann.get("/api/tasks/" + task + "/data/meta").object().getAsJsonArray("frames");
        List<String> names = new ArrayList<>();
        frames.forEach(each -> names.add(each.getAsJsonObject().get("name").getAsString()));
        return names;
    }

    private long bare() {
        return ann.post("/api/tasks", "{\"name\": \"t\", \"labels\": [{\"name\": \"a\"}]}").id();
    }

    private static List<Part> named(String... names) {
        List<Part> parts = new ArrayList<>();
        for (String name : names) {
            parts.add(new Part("client_files[" + parts.size() + "]", name, Steps.png(8, 6, parts.size())));
        }
        return parts;
    }

    @Test
    void picturesAreSortedAsWished() {
        String description = "{\"name\": \"t\"}";
        List<Part> files = named("b10.png", "b9.png", "a.png");
        assertThat(names(Steps.task(ann, description, Map.of("image_quality", "70"), files)))
                .containsExactly("a.png", "b10.png", "b9.png");
        assertThat(names(Steps.task(ann, description, Map.of("image_quality", "70", "sorting_method", "natural"),
                files)))
                .containsExactly("a.png", "b9.png", "b10.png");
        assertThat(names(Steps.task(ann, description, Map.of("image_quality", "70", "sorting_method", "predefined"),
                files)))
                .containsExactly("b10.png", "b9.png", "a.png");
    }

    @Test
    void aRangeOfPicturesCanBeChosen() {
        long task = Steps.task(ann, "{\"name\": \"t\"}", Map.of("image_quality", "70", "start_frame", "1",
                "stop_frame", "6",
                "frame_filter", "step=2"), Steps.pictures(8));
        assertThat(names(task)).containsExactly("img_1.png", "img_3.png", "img_5.png");
        var meta = ann.get("/api/tasks/" + task + "/data/meta").object();
        assertThat(meta.get("start_frame").getAsInt()).isEqualTo(1);
        assertThat(meta.get("stop_frame").getAsInt()).isEqualTo(5);
        assertThat(meta.get("size").getAsInt()).isEqualTo(3);
    }

    @Test
    void archivesAreUnpacked() throws IOException {
        long task = Steps.task(ann, "{\"name\": \"t\"}", Map.of("image_quality", "70"),
                List.of(new Part("client_files[0]", "a.zip", zip("x/1.png", "x/2.png", "notes.txt"))));
        assertThat(names(task)).containsExactly("x/1.png", "x/2.png");
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Steps.png(8, 6, 1));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    @Test
    void archivesThatClimbAreRefused() throws IOException {
        long task = bare();
        assertThat(Steps.failure(ann, ann.form("/api/tasks/" + task + "/data/", Map.of("image_quality", "70"),
                List.of(new Part("client_files[0]", "a.zip", zip("../../1.png")))))).contains("must not lead outside");
        assertThat(ann.get("/api/tasks/" + task).object().get("size").getAsInt()).isZero();
    }

    @Test
    void badPicturesFailTheRequestAndLeaveTheTaskOpen() {
        long task = bare();
        assertThat(Steps.failure(ann, ann.form("/api/tasks/" + task + "/data/", Map.of("image_quality", "70"),
                List.of(new Part("client_files[0]", "a.png", "no image".getBytes(StandardCharsets.UTF_8))))))
                .isEqualTo("cannot identify image file 'a.png'");
        Steps.done(ann, ann.form("/api/tasks/" + task + "/data/", Map.of("image_quality", "70"), Steps.pictures(1)));
        assertThat(names(task)).hasSize(1);
        Client.Reply again = ann.form("/api/tasks/" + task + "/data/", Map.of("image_quality", "70"),
                Steps.pictures(1));
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().getAsString()).isEqualTo("Adding more data is not supported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"image_quality\": 101}", "{\"image_quality\": 70, \"frame_filter\": \"every\"}",
        "{\"image_quality\": 70, \"cloud_storage_id\": 5}", "{\"image_quality\": 70, \"cloud_storage_id\": \"x\"}",
        "{\"image_quality\": 70, \"client_files\": [\"a.png\"]}", "{\"image_quality\": 70, \"sorting_method\": \"x\"}",
        "{\"image_quality\": 70, \"validation_params\": {\"mode\": \"gt_pool\"}}"})
    void whatDoesNotFitIsRefused(String body) {
        boolean fits = body.equals("{}") && Contract.load().changes().inForce("image-quality-optional");
        assertThat(ann.post("/api/tasks/" + bare() + "/data/", body).status()).isEqualTo(fits ? 202 : 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"server_files\": [\"no-such-file.png\"]", "\"server_files\": [\"../../etc/passwd\"]",
        "\"remote_files\": [\"ftp://example.test/a.png\"]", "\"remote_files\": [\"http://127.0.0.1:1/a.png\"]"})
    void filesThatCannotBeHadFailTheRequest(String files) {
        assertThat(Steps.failure(ann, ann.post("/api/tasks/" + bare() + "/data/", "{\"image_quality\": 70, " + files
                + "}")))
                .doesNotContain("Exception");
    }

    @Test
    void theServersFilesCanBeUsed() {
        long task = bare();
        Steps.done(ann, ann.post("/api/tasks/" + task + "/data/",
                "{\"image_quality\": 70, \"server_files\": [\"/images/\"],"
                + " \"server_files_exclude\": [\"images/image_2.jpg\"]}"));
        assertThat(names(task)).containsExactly("images/image_1.jpg", "images/image_3.jpg");
    }

    @Test
    void filesOfABucketCanBeUsedByThoseWhoSeeIt() {
        long storage = Steps.bucket(ann);
        String body = "{\"image_quality\": 70, \"cloud_storage_id\": " + storage + ", \"server_files\": "
                + "[\"images_with_manifest/manifest.jsonl\"]}";
        long task = bare();
        Steps.done(ann, ann.post("/api/tasks/" + task + "/data/", body));
        assertThat(names(task)).hasSize(3).allMatch(each -> each.startsWith("images_with_manifest/"));
        assertThat(ann.get("/api/tasks/" + task).object().get("data_cloud_storage_id").getAsLong()).isEqualTo(storage);
        long other = bob.post("/api/tasks", "{\"name\": \"t\"}").id();
        assertThat(bob.post("/api/tasks/" + other + "/data/", body).status()).isEqualTo(400);
    }

    @Test
    void jobsFollowTheMapping() {
        long task = bare();
        ann.with("Upload-Start", "true").post("/api/tasks/" + task + "/data/", null);
        ann.with("Upload-Multiple", "true").form("/api/tasks/" + task + "/data/", Map.of("image_quality", "70"),
                Steps.pictures(3));
        Steps.done(ann, ann.with("Upload-Finish", "true").post("/api/tasks/" + task + "/data/",
                "{\"image_quality\": 70, \"job_file_mapping\": [[\"img_2.png\"], [\"img_0.png\", \"img_1.png\"]]}"));
        assertThat(names(task)).containsExactly("img_2.png", "img_0.png", "img_1.png");
        assertThat(Steps.jobs(ann, task)).extracting(each -> ann.get("/api/jobs/" + each).object().get("frame_count")
                .getAsInt())
                .containsExactly(1, 2);
    }

    @Test
    void replicasRepeatEachJob() {
        long task = Steps.task(ann, 2, "\"segment_size\": 1, \"consensus_replicas\": 2");
        var jobs = ann.get("/api/jobs?sort=id&task_id=" + task).object().getAsJsonArray("results");
        assertThat(jobs).hasSize(6);
        assertThat(jobs.get(0).getAsJsonObject().get("consensus_replicas").getAsInt()).isEqualTo(2);
        assertThat(jobs.get(1).getAsJsonObject().get("type").getAsString()).isEqualTo("consensus_replica");
        assertThat(jobs.get(1).getAsJsonObject().get("parent_job_id"))
                .isEqualTo(jobs.get(0).getAsJsonObject().get("id"));
        assertThat(ann.get("/api/tasks/" + task).object().get("consensus_enabled").getAsBoolean()).isTrue();
    }
}
