package io.github.cvatopenapi.embedded.resources.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.Steps;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QualityTest {

    private static EmbeddedCvat cvat;
    private static Client anna;
    private static Client ben;
    private static long project;
    private static long task;
    private static List<Long> jobs;

    /**
     * Two jobs of two and one frame, ground truth for frames 0 and 2: one right box, one of the wrong label, one too
     * much.
     */
    @BeforeAll
    static void start() {
        cvat = EmbeddedCvat.builder().workTime(Duration.ofMillis(1)).start();
        anna = Client.user(cvat, "anna");
        ben = Client.user(cvat, "ben");
        project = anna.post("/api/projects",
                "{\"name\": \"p\", \"labels\": [{\"name\": \"car\"}, {\"name\": \"bus\"}]}").id();
        task = Steps.shareTask(anna, "{\"name\": \"t\", \"project_id\": " + project + ", \"segment_size\": 2}");
        Client.Reply truth = anna.post("/api/jobs", "{\"task_id\": " + task
                + ", \"type\": \"ground_truth\", \"frame_selection_method\": \"manual\", \"frames\": [0, 2]}");
        jobs = Steps.jobs(anna, task);
        long car = Steps.label(anna, task, "car");
        long bus = Steps.label(anna, task, "bus");
        Steps.rectangles(anna, truth.id(), new long[] {0, car, 1, 1, 20, 20}, new long[] {2, car, 5, 5, 50, 50});
        Steps.rectangles(anna, jobs.get(0), new long[] {0, car, 1, 1, 20, 20}, new long[] {0, car, 90, 90, 99, 99},
                new long[] {1, car, 1, 1, 9, 9});
        Steps.rectangles(anna, jobs.get(1), new long[] {2, bus, 5, 5, 50, 50});
        assertThat(anna.post("/api/quality/reports", "{\"task_id\": " + task + "}").status()).isEqualTo(400);
        anna.patch("/api/jobs/" + truth.id(), "{\"stage\": \"acceptance\", \"state\": \"completed\"}");
    }

    @AfterAll
    static void stop() {
        cvat.close();
    }

    private static long report(String target) {
        return Steps.finished(anna, anna.post("/api/quality/reports", "{" + target + "}")).get("result_id").getAsLong();
    }

    @Test
    void comparesJobsWithTheGroundTruth() {
        long id = report("\"task_id\": " + task);
        JsonObject summary = anna.get("/api/quality/reports/" + id).object().getAsJsonObject("summary");
        assertThat(summary.get("valid_count").getAsInt()).isEqualTo(1);
        assertThat(summary.get("ds_count").getAsInt()).isEqualTo(3);
        assertThat(summary.get("gt_count").getAsInt()).isEqualTo(2);
        assertThat(summary.get("accuracy").getAsDouble()).isEqualTo(1.0 / 3);
        assertThat(summary.get("frame_count").getAsInt()).isEqualTo(2);
        assertThat(summary.get("total_frames").getAsInt()).isEqualTo(3);
        assertThat(summary.getAsJsonObject("conflicts_by_type").keySet())
                .containsExactlyInAnyOrder("extra_annotation", "mismatching_label");
        assertThat(summary.getAsJsonObject("jobs").get("included").getAsInt()).isEqualTo(2);

        assertThat(anna.get("/api/quality/reports?parent_id=" + id).count()).isEqualTo(2);
        assertThat(anna.get("/api/quality/conflicts?report_id=" + id).count()).isEqualTo(2);
        JsonObject label = Steps.results(anna, "/api/quality/conflicts?type=mismatching_label&report_id=" + id).get(0)
                .getAsJsonObject();
        assertThat(label.get("frame").getAsInt()).isEqualTo(2);
        assertThat(label.getAsJsonArray("annotation_ids")).hasSize(2);
    }

    @Test
    void givesTheWholeReportAsJsonAndTheMatrixAsTable() {
        long id = report("\"task_id\": " + task);
        Client.Reply data = anna.with("Accept", "*/*").get("/api/quality/reports/" + id + "/data");
        assertThat(data.header("Content-Type")).isEqualTo("application/json");
        JsonObject matrix = data.object().getAsJsonObject("comparison_summary").getAsJsonObject("annotations")
                .getAsJsonObject("confusion_matrix");
        assertThat(matrix.getAsJsonArray("labels").toString()).isEqualTo("[\"car\",\"bus\",\"unmatched\"]");
        assertThat(matrix.getAsJsonArray("rows").toString()).isEqualTo("[[1,0,1],[1,0,0],[0,0,0]]");
        assertThat(data.object().getAsJsonObject("frame_results").keySet()).containsExactly("0", "2");
        assertThat(data.object().getAsJsonObject("parameters").get("inherited").getAsBoolean()).isTrue();
        Client.Reply table = anna.with("Accept", "*/*").get("/api/quality/reports/" + id + "/data?format=csv");
        assertThat(table.header("Content-Type")).isEqualTo("text/csv");
        assertThat(table.text()).contains("car,1,0,1,0.5\r\n");
        assertThat(anna.get("/api/quality/reports/" + id + "/data?format=xml").status()).isEqualTo(400);
    }

    @Test
    void sumsTheTasksOfAProjectUp() {
        long bare = anna.post("/api/tasks", "{\"name\": \"bare\", \"project_id\": " + project + "}").id();
        long id = report("\"project_id\": " + project);
        JsonObject summary = anna.get("/api/quality/reports/" + id).object().getAsJsonObject("summary");
        assertThat(summary.getAsJsonObject("tasks").get("included").getAsInt()).isEqualTo(1);
        assertThat(summary.getAsJsonObject("tasks").get("not_configured").getAsInt()).isEqualTo(1);
        assertThat(summary.get("ds_count").getAsInt()).isEqualTo(3);
        String rq = URLEncoder.encode("action=calculate&target=project&target_id=" + project + "&subresource=quality",
                StandardCharsets.UTF_8);
        assertThat(anna.post("/api/quality/reports?rq_id=" + rq, "{}").id()).isEqualTo(id);
        anna.delete("/api/tasks/" + bare);
    }

    @Test
    void goesByTheSettings() {
        long id = Steps.results(anna, "/api/quality/settings?project_id=" + project).get(0).getAsJsonObject().get("id")
                .getAsLong();
        anna.patch("/api/quality/settings/" + id, "{\"job_filter\": \"{\\\"==\\\": [{\\\"var\\\": \\\"id\\\"}, "
                + jobs.get(0) + "]}\"}");
        JsonObject summary = anna.get("/api/quality/reports/" + report("\"task_id\": " + task)).object()
                .getAsJsonObject("summary");
        assertThat(summary.getAsJsonObject("jobs").get("excluded").getAsInt()).isEqualTo(1);
        assertThat(summary.getAsJsonObject("conflicts_by_type").keySet()).containsExactly("extra_annotation");
        assertThat(anna.patch("/api/quality/settings/" + id, "{\"job_filter\": \"broken\"}").object().has("job_filter"))
                .isTrue();
        assertThat(anna.patch("/api/quality/settings/" + id, "{\"iou_threshold\": 5}").status()).isEqualTo(400);
        assertThat(anna.patch("/api/quality/settings/" + id, "{\"job_filter\": \"\"}").status()).isEqualTo(200);
    }

    @Test
    void leavesOutFramesThatAreNotToBeValidated() {
        String layout = "/api/tasks/" + task + "/validation_layout";
        assertThat(anna.patch(layout, "{\"disabled_frames\": [2]}").status()).isEqualTo(200);
        JsonObject summary = anna.get("/api/quality/reports/" + report("\"task_id\": " + task)).object()
                .getAsJsonObject("summary");
        assertThat(summary.get("frame_count").getAsInt()).isEqualTo(1);
        assertThat(summary.getAsJsonObject("jobs").get("not_checkable").getAsInt()).isEqualTo(1);
        anna.patch(layout, "{\"disabled_frames\": []}");
    }

    @Test
    void holdsTheFramesOfAPoolAgainstWhatTheyRepeat() {
        long pool = anna.post("/api/tasks",
                "{\"name\": \"pool\", \"labels\": [{\"name\": \"car\"}], \"segment_size\": 2}").id();
        Steps.finished(anna, anna.post("/api/tasks/" + pool + "/data/", """
                {"image_quality": 70, "sorting_method": "random",
                 "server_files": ["images/image_1.jpg", "images/image_2.jpg", "images/image_3.jpg"],
                 "validation_params": {"mode": "gt_pool", "frame_selection_method": "random_uniform", "frame_count": 1,
                                       "frames_per_job_count": 1}}"""));
        JsonObject layout = anna.get("/api/tasks/" + pool + "/validation_layout").object();
        long truthFrame = layout.getAsJsonArray("validation_frames").get(0).getAsLong();
        long repeated = layout.getAsJsonArray("honeypot_frames").get(0).getAsLong();
        long car = Steps.label(anna, pool, "car");
        for (long id : Steps.jobs(anna, pool)) {
            JsonObject job = anna.get("/api/jobs/" + id).object();
            boolean truth = job.get("type").getAsString().equals("ground_truth");
            Steps.rectangles(anna, id, new long[] {truth ? truthFrame : repeated, car, 1, 1, 20, 20});
            if (truth) {
                anna.patch("/api/jobs/" + id, "{\"stage\": \"acceptance\", \"state\": \"completed\"}");
            }
        }
        long id = report("\"task_id\": " + pool);
        JsonObject data = anna.with("Accept", "*/*").get("/api/quality/reports/" + id + "/data").object();
        assertThat(data.getAsJsonObject("frame_results").keySet()).containsExactly(String.valueOf(repeated));
        JsonObject summary = anna.get("/api/quality/reports/" + id).object().getAsJsonObject("summary");
        assertThat(summary.get("valid_count").getAsInt()).isEqualTo(1);
        assertThat(summary.get("accuracy").getAsDouble()).isEqualTo(1);
    }

    @Test
    void seesTracksBetweenTheirKeyframesAndGoesWithTheTask() {
        long own = Steps.shareTask(anna, "{\"name\": \"tracks\", \"labels\": [{\"name\": \"car\"}]}");
        long truth = anna.post("/api/jobs", "{\"task_id\": " + own
                + ", \"type\": \"ground_truth\", \"frame_selection_method\": \"manual\", \"frames\": [1, 2]}").id();
        long car = Steps.label(anna, own, "car");
        long job = Steps.jobs(anna, own).stream().filter(each -> each != truth).findFirst().orElseThrow();
        String key = "{\"type\": \"rectangle\", \"frame\": %d, \"points\": [1, 1, 20, 20], \"outside\": %s}";
        Client.Reply put = anna.send("PUT", "/api/jobs/" + job + "/annotations/",
                "{\"version\": 0, \"tags\": [], \"shapes\": [], "
                + "\"tracks\": [{\"label_id\": " + car + ", \"frame\": 0, \"shapes\": [" + key.formatted(0,
                        false) + ", "
                + key.formatted(2, true) + "]}]}");
        assertThat(put.status()).isEqualTo(200);
        Steps.rectangles(anna, truth, new long[] {1, car, 1, 1, 20, 20});
        anna.patch("/api/jobs/" + truth, "{\"stage\": \"acceptance\", \"state\": \"completed\"}");

        long id = report("\"task_id\": " + own);
        JsonObject summary = anna.get("/api/quality/reports/" + id).object().getAsJsonObject("summary");
        assertThat(summary.get("valid_count").getAsInt()).isEqualTo(1);
        assertThat(summary.get("ds_count").getAsInt()).isEqualTo(1);

        long settings = Steps.results(anna, "/api/quality/settings?task_id=" + own).get(0).getAsJsonObject().get("id")
                .getAsLong();
        anna.delete("/api/tasks/" + own);
        assertThat(anna.get("/api/quality/reports/" + id).status()).isEqualTo(404);
        assertThat(anna.get("/api/quality/settings/" + settings).status()).isEqualTo(404);
    }

    @Test
    void hasSettingsForEveryProjectAndTaskForThoseWhoMaySeeThem() {
        long id = Steps.results(anna, "/api/quality/settings?task_id=" + task).get(0).getAsJsonObject().get("id")
                .getAsLong();
        assertThat(anna.get("/api/quality/settings/" + id).object().get("task_id").getAsLong()).isEqualTo(task);
        assertThat(ben.get("/api/quality/settings/" + id).status()).isEqualTo(403);
        assertThat(ben.get("/api/quality/settings").count()).isZero();
        assertThat(anna.get("/api/quality/settings?parent_type=job").status()).isEqualTo(400);
        assertThat(anna.get("/api/quality/settings?task_id=987654").array()).hasSize(1);
        assertThat(anna.get("/api/quality/settings?task_id=abc").status()).isEqualTo(400);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(anna.post("/api/quality/reports", "{}").object().has("non_field_errors")).isTrue();
        assertThat(anna.post("/api/quality/reports", "{\"task_id\": 987654}").status()).isEqualTo(404);
        assertThat(ben.post("/api/quality/reports", "{\"task_id\": " + task + "}").status()).isEqualTo(403);
        assertThat(anna.get("/api/quality/reports?target=bad").array()).hasSize(1);
        assertThat(anna.get("/api/quality/reports?task_id=987654").status()).isEqualTo(404);
        assertThat(anna.get("/api/quality/reports?parent_id=abc").status()).isEqualTo(400);
        assertThat(anna.get("/api/quality/reports?job_id=987654").status()).isEqualTo(404);
        assertThat(anna.get("/api/quality/settings?task_id=1180591620717411303424").array()).hasSize(1);
        assertThat(ben.get("/api/quality/reports").count()).isZero();
    }
}
