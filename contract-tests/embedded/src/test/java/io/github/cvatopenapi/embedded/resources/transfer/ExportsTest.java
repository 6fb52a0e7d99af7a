package io.github.cvatopenapi.embedded.resources.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.Steps;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports: their files, where they go, and what is refused. */
class ExportsTest extends TransferFixture {

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
    void whetherPicturesGoAlongIsYesOrNo() {
        String export = "/api/tasks/" + drawn(ann, "") + "/dataset/export?" + CVAT + "&save_images=";
        Client.Reply neither = ann.post(export + "maybe", null);
        assertThat(neither.status()).isEqualTo(400);
        assertThat(neither.text()).contains("save_images");
        assertThat(ann.post(export + "False", null).status()).isEqualTo(202);
        assertThat(ann.post(export + "yes", null).status()).isEqualTo(202);
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
    }

    @Test
    void retiredWaysSayWhatToUse() {
        long task = drawn(ann, "");
        assertThat(ann.get("/api/tasks/" + task + "/dataset").text()).contains("dataset/export?save_images=True");
        assertThat(ann.get("/api/tasks/" + task + "/backup").status()).isEqualTo(410);
        assertThat(ann.get("/api/jobs/1/dataset").status()).isEqualTo(410);
        assertThat(ann.get("/api/projects/987654/dataset").status()).isEqualTo(404);
        for (String of : List.of("/api/tasks/" + task, "/api/jobs/" + Steps.jobs(ann, task).get(0))) {
            String path = of + "/annotations/";
            for (String retired : List.of("location=local", "filename=x.zip", "action=download")) {
                assertThat(ann.get(path + "?" + retired).text()).contains("dataset/export?save_images=False");
            }
            assertThat(ann.get(path + "?cloud_storage_id=987654").text()).contains("CloudStorage matching query");
            assertThat(ann.get(path + "?cloud_storage_id=abc").status()).isEqualTo(400);
            assertThat(ann.send("PUT", path + "?format=CVAT%201.1", "{}").text()).contains("GET /api/requests/rq_id");
            assertThat(bob.send("PUT", path + "?format=CVAT%201.1", "{}").status()).isEqualTo(403);
        }
        assertThat(bob.get("/api/tasks/" + task + "/dataset").status()).isEqualTo(403);
    }
}
