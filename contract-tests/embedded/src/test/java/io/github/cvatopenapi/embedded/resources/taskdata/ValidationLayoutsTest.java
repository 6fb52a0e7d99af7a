package io.github.cvatopenapi.embedded.resources.taskdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.InstanceFixture;
import io.github.cvatopenapi.embedded.Steps;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidationLayoutsTest extends InstanceFixture {

    /** Eight pictures, three of them in the pool, jobs of three with one honeypot each. */
    private long pool() {
        long task = ann.post("/api/tasks", "{\"name\": \"t\", \"segment_size\": 3, \"labels\": [{\"name\": \"a\"}]}")
                .id();
        ann.with("Upload-Start", "true").post("/api/tasks/" + task + "/data/", null);
        ann.with("Upload-Multiple", "true").form("/api/tasks/" + task + "/data/", Map.of(), Steps.pictures(8));
        JsonObject request = Steps.done(ann, ann.with("Upload-Finish", "true").post("/api/tasks/" + task + "/data/", """
                {"image_quality": 70, "sorting_method": "random",
                 "validation_params": {"mode": "gt_pool", "frame_selection_method": "random_uniform",
                  "frame_count": 3, "frames_per_job_count": 1, "random_seed": 4}}"""));
        assertThat(request.get("message").getAsString()).isEmpty();
        return task;
    }

    private byte[] frame(long task, int number) {
        return ann.bytes("/api/tasks/" + task + "/data/?type=frame&quality=original&number=" + number).body();
    }

    @Test
    void honeypotsShowFramesOfThePool() {
        long task = pool();
        JsonObject layout = ann.get("/api/tasks/" + task + "/validation_layout").object();
        assertThat(layout.get("mode").getAsString()).isEqualTo("gt_pool");
        assertThat(layout.get("validation_frames")).isEqualTo(new com.google.gson.Gson()
                .fromJson("[7, 8, 9]", JsonArray.class));
        assertThat(layout.get("honeypot_count").getAsInt()).isEqualTo(2);
        JsonArray honeypots = layout.getAsJsonArray("honeypot_frames");
        JsonArray real = layout.getAsJsonArray("honeypot_real_frames");
        for (int each = 0; each < 2; each++) {
            assertThat(frame(task, honeypots.get(each).getAsInt())).isEqualTo(frame(task, real.get(each).getAsInt()));
        }
        List<Long> jobs = Steps.jobs(ann, task);
        assertThat(jobs).extracting(each -> ann.get("/api/jobs/" + each).object().get("frame_count").getAsInt())
                .containsExactly(4, 3, 3);
        assertThat(ann.get("/api/jobs/" + jobs.get(0) + "/validation_layout").object().getAsJsonArray("honeypot_frames")
                .get(0))
                .isEqualTo(honeypots.get(0));
        assertThat(ann.get("/api/jobs/" + jobs.get(2) + "/validation_layout").object().get("honeypot_count").getAsInt())
                .isZero();
        assertThat(ann.delete("/api/jobs/" + jobs.get(2)).status()).isEqualTo(400);
    }

    @Test
    void honeypotsCanBeExchanged() {
        long task = pool();
        long job = Steps.jobs(ann, task).get(0);
        String path = "/api/jobs/" + job + "/validation_layout";
        Client.Reply named = ann.patch(path, "{\"frame_selection_method\": \"manual\", \"honeypot_real_frames\": [8]}");
        assertThat(named.object().getAsJsonArray("honeypot_real_frames").get(0).getAsInt()).isEqualTo(8);
        assertThat(frame(task, named.object().getAsJsonArray("honeypot_frames").get(0).getAsInt()))
                .isEqualTo(frame(task, 8));
        assertThat(ann.patch(path, "{\"frame_selection_method\": \"manual\", \"honeypot_real_frames\": [0]}").status())
                .isEqualTo(400);
        assertThat(ann.patch(path, "{\"frame_selection_method\": \"manual\", \"honeypot_real_frames\": []}").status())
                .isEqualTo(400);
        assertThat(ann.patch(path, "{\"frame_selection_method\": \"bad\"}").status()).isEqualTo(400);
        assertThat(bob.patch(path, "{\"frame_selection_method\": \"random_uniform\"}").status()).isEqualTo(403);
        ann.patch("/api/tasks/" + task + "/validation_layout", "{\"disabled_frames\": [7, 8]}");
        JsonObject layout = ann.patch("/api/tasks/" + task + "/validation_layout",
                "{\"frame_selection_method\": \"random_uniform\"}").object();
        assertThat(layout.getAsJsonArray("honeypot_real_frames")).as("only one is not disabled")
                .allMatch(each -> each.getAsInt() == 9);
        assertThat(ann.patch("/api/tasks/" + task + "/validation_layout", "{\"disabled_frames\": [1]}").text())
                .contains("Unknown frames requested for exclusion from the validation set: 1");
    }

    @Test
    void aPoolNeedsRandomOrder() {
        long task = ann.post("/api/tasks", "{\"name\": \"t\"}").id();
        assertThat(Steps.failure(ann, ann.form("/api/tasks/" + task + "/data/",
                Map.of("image_quality", "70", "validation_params.mode",
                "gt_pool", "validation_params.frame_selection_method", "random_uniform",
                        "validation_params.frame_count", "1",
                "validation_params.frames_per_job_count", "1"), Steps.pictures(3)))).contains("\"random\" sorting");
    }

    @Test
    void groundTruthOfATaskCanBeChosenWithItsData() {
        long task = Steps.task(ann, "{\"name\": \"t\", \"segment_size\": 2}",
                Map.of("image_quality", "70", "validation_params.mode", "gt",
                "validation_params.frame_selection_method", "random_per_job", "validation_params.frames_per_job_count",
                        "1"),
                Steps.pictures(4));
        JsonObject layout = ann.get("/api/tasks/" + task + "/validation_layout").object();
        assertThat(layout.get("mode").getAsString()).isEqualTo("gt");
        assertThat(layout.getAsJsonArray("validation_frames")).hasSize(2);
        assertThat(Steps.jobs(ann, task)).hasSize(3);
    }

    @Test
    void aTaskWithoutGroundTruthHasNoLayout() {
        long task = Steps.task(ann, 1, "");
        assertThat(ann.get("/api/tasks/" + task + "/validation_layout").object().get("mode").isJsonNull()).isTrue();
        assertThat(ann.get("/api/jobs/1/validation_layout").object().size()).isZero();
        assertThat(ann.patch("/api/tasks/" + task + "/validation_layout", "{\"disabled_frames\": [0]}").status())
                .isEqualTo(400);
        assertThat(ann.patch("/api/jobs/1/validation_layout", "{\"frame_selection_method\": \"random_uniform\"}")
                .text())
                .contains("'gt_pool'");
    }
}
