package io.github.cvatopenapi.embedded.resources.annotations;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.InstanceFixture;
import io.github.cvatopenapi.embedded.Steps;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A task of six pictures, in jobs of three. */
class AnnotationsTest extends InstanceFixture {

    private static final String SKELETON = """
            {"name": "t", "segment_size": 3, "labels": [
              {"name": "cat", "attributes": [{"name": "age", "mutable": true, "input_type": "number",
               "default_value": "1", "values": ["0", "9", "1"]}]},
              {"name": "man", "type": "skeleton", "svg": "<circle data-label-name=\\"head\\"></circle>",
               "sublabels": [{"name": "head", "type": "points"}]}]}""";

    private String task;
    private List<Long> jobs;
    private long cat;
    private long age;
    private JsonObject man;

    @BeforeEach
    void draw() {
        long id = Steps.task(ann, SKELETON, java.util.Map.of("image_quality", "70"), Steps.pictures(6));
        task = "/api/tasks/" + id + "/annotations/";
        jobs = Steps.jobs(ann, id);
        JsonArray labels = ann.get("/api/labels?sort=id&task_id=" + id).object().getAsJsonArray("results");
        cat = labels.get(0).getAsJsonObject().get("id").getAsLong();
        age = labels.get(0).getAsJsonObject().getAsJsonArray("attributes").get(0).getAsJsonObject().get("id")
                .getAsLong();
        man = labels.get(1).getAsJsonObject();
    }

    private String job(int number) {
        return "/api/jobs/" + jobs.get(number) + "/annotations/";
    }

    private String box(int frame, String more) {
        return "{\"type\": \"rectangle\", \"frame\": " + frame + ", \"label_id\": " + cat
                + ", \"points\": [1, 2, 3, 4]" + more + "}";
    }

    private Client.Reply put(String path, String shapes) {
        return ann.send("PUT", path, "{\"shapes\": [" + shapes + "]}");
    }

    private JsonArray shapes(String path) {
        return ann.get(path).object().getAsJsonArray("shapes");
    }

    @Test
    void whatIsLeftOutIsFilledIn() {
        JsonObject box = put(task, box(0, "")).object().getAsJsonArray("shapes").get(0).getAsJsonObject();
        assertThat(box.get("occluded").getAsBoolean()).isFalse();
        assertThat(box.get("source").getAsString()).isEqualTo("manual");
        assertThat(box.get("score").getAsDouble()).isEqualTo(1);
        assertThat(box.get("group").isJsonNull()).isTrue();
        assertThat(box.getAsJsonArray("elements")).isEmpty();
        assertThat(shapes(task).get(0)).isEqualTo(box);
    }

    @Test
    void aTaskHandsThemToTheJobsOfTheirFrames() {
        put(task, box(0, "") + "," + box(5, "") + "," + box(99, ""));
        assertThat(shapes(task)).hasSize(2);
        assertThat(shapes(job(0))).hasSize(1);
        assertThat(shapes(job(1))).extracting(each -> each.getAsJsonObject().get("frame").getAsInt())
                .containsExactly(5);
        put(job(0), "");
        assertThat(shapes(task)).extracting(each -> each.getAsJsonObject().get("frame").getAsInt()).containsExactly(5);
    }

    @Test
    void aJobTakesWhatItIsGiven() {
        assertThat(put(job(0), box(99, "")).object().getAsJsonArray("shapes")).hasSize(1);
        assertThat(ann.with("Content-Type", "application/json").send("PUT", job(0),
                "{\"shapes\": [" + box(0, "").replace("\"frame\": 0", "\"frame\": 1180591620717411303424") + "]}")
                        .status()).isEqualTo(400);
        assertThat(shapes(job(0))).as("as it was").hasSize(1);
    }

    @Test
    void aFormIsTakenAndNothingOfIt() {
        put(task, box(0, ""));
        for (String path : List.of(task, job(0))) {
            String form = "--x\r\nContent-Disposition: form-data; name=\"shapes\"\r\n\r\n[" + box(1, "")
                    + "]\r\n--x--\r\n";
            Client.Reply answer = ann.with("Content-Type", "multipart/form-data; boundary=x")
                    .patch(path + "?format=CVAT%201.1&action=create", form);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.object().getAsJsonArray("shapes")).isEmpty();
        }
        assertThat(shapes(task)).hasSize(1);
    }

    @Test
    void idsAreGivenKeptAndNeverGivenAgain() {
        long first = put(job(0), box(0, "")).object().getAsJsonArray("shapes").get(0).getAsJsonObject().get("id")
                .getAsLong();
        JsonObject added = ann.patch(job(0) + "?action=create", "{\"shapes\": [" + box(1, "") + "]}").object();
        long second = added.getAsJsonArray("shapes").get(0).getAsJsonObject().get("id").getAsLong();
        assertThat(second).isGreaterThan(first);
        assertThat(added.getAsJsonArray("shapes")).as("only what was added").hasSize(1);
        JsonObject moved = ann.patch(job(0) + "?action=update", "{\"shapes\": [" + box(2, ", \"id\": " + first) + "]}")
                .object();
        assertThat(moved.getAsJsonArray("shapes").get(0).getAsJsonObject().get("id").getAsLong()).isEqualTo(first);
        assertThat(shapes(job(0))).extracting(each -> each.getAsJsonObject().get("id").getAsLong())
                .containsExactly(second, first);
        ann.patch(job(0) + "?action=delete", "{\"shapes\": [" + box(1, ", \"id\": " + second) + "]}");
        assertThat(shapes(job(0))).extracting(each -> each.getAsJsonObject().get("id").getAsLong())
                .containsExactly(first);
        long third = put(job(0), box(0, "")).object().getAsJsonArray("shapes").get(0).getAsJsonObject().get("id")
                .getAsLong();
        assertThat(third).isGreaterThan(second);
    }

    @Test
    void tracksHaveIdsOfTheirOwnAndOfTheirShapes() {
        String track = "{\"frame\": 1, \"label_id\": " + cat
                + ", \"shapes\": [{\"type\": \"rectangle\", \"frame\": 1, \"points\": [0, 0, 2, 2]}, "
                + "{\"type\": \"rectangle\", \"frame\": 5, \"points\": [4, 8, 6, 10]}]}";
        ann.send("PUT", task, "{\"tracks\": [" + track + "]}");
        JsonObject first = ann.get(job(0)).object().getAsJsonArray("tracks").get(0).getAsJsonObject();
        assertThat(first.getAsJsonArray("shapes")).hasSize(1);
        JsonObject second = ann.get(job(1)).object().getAsJsonArray("tracks").get(0).getAsJsonObject();
        assertThat(second.get("frame").getAsInt()).isEqualTo(3);
        assertThat(second.getAsJsonArray("shapes")).as("what it shows where the job begins, and the rest").hasSize(2);
        assertThat(second.getAsJsonArray("shapes").get(0).getAsJsonObject().getAsJsonArray("points").toString())
                .isEqualTo("[2.0,4.0,4.0,6.0]");
        assertThat(second.get("id").getAsLong()).isNotEqualTo(first.get("id").getAsLong());
        assertThat(second.getAsJsonArray("shapes").get(0).getAsJsonObject().get("id").getAsLong()).isPositive();
    }

    @Test
    void skeletonsCountTheirParts() {
        long head = man.getAsJsonArray("sublabels").get(0).getAsJsonObject().get("id").getAsLong();
        String skeleton = "{\"type\": \"skeleton\", \"frame\": 0, \"label_id\": " + man.get("id")
                + ", \"elements\": [{\"type\": \"points\", "
                + "\"frame\": 0, \"label_id\": " + head + ", \"points\": [5, 6]}]}";
        JsonObject drawn = put(job(0), skeleton).object().getAsJsonArray("shapes").get(0).getAsJsonObject();
        long id = drawn.get("id").getAsLong();
        assertThat(drawn.getAsJsonArray("elements").get(0).getAsJsonObject().get("id").getAsLong()).isEqualTo(id + 1);
        assertThat(put(job(0), skeleton.replace("[5, 6]", "[5]")).text())
                .contains("\"elements\":[{\"points\":[\"invalid length");
        assertThat(put(job(0), skeleton.replace("\"label_id\": " + head, "\"label_id\": " + cat)).text())
                .contains("label_id `" + cat + "` is invalid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "frame": 0                                                | "type":["This field is required."]
            "frame": 0, "label_id": 987654, "type": "rectangle", "points": [1,2,3,4] | label_id `987654` is invalid
            {cat}, "type": "bad"                                      | is not a valid choice
            {cat}, "type": "rectangle", "points": [1,2,3]             | invalid length for shape type 'rectangle'
            {cat}, "type": "rectangle"                                | invalid length for shape type 'rectangle'
            {cat}, "type": "polygon", "points": [1,2,3,4]             | invalid length for shape type 'polygon'
            {cat}, "type": "skeleton", "points": [1,2]                | invalid length for shape type 'skeleton'
            {cat}, "type": "mask", "points": [9,5,5,4,4]              | the box of the mask is empty or too large
            {cat}, "type": "mask", "points": [9,0,0,9e9,9e9]          | the box of the mask is empty or too large
            {rectangle}, "rotation": 400                              | less than or equal to 360
            {rectangle}, "id": 5                                      | must be absent
            {rectangle}, "z_order": 99999999999                       | out of range
            {rectangle}, "attributes": [{"spec_id": 9, "value": "1"}] | spec_id `9` is invalid
            """)
    void whatDoesNotFitIsRefusedAndChangesNothing(String row, String message) {
        String shape = row.replace("{rectangle}", "{cat}, \"type\": \"rectangle\", \"points\": [1,2,3,4]")
                .replace("{cat}", "\"frame\": 0, \"label_id\": 1");
        put(task, box(0, ""));
        for (String path : List.of(task, job(0))) {
            Client.Reply reply = put(path, "{" + shape + "}");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.text()).contains(message);
            assertThat(ann.patch(path + "?action=create", "{\"shapes\": [{" + shape + "}]}").text())
                    .isEqualTo(reply.text());
        }
        assertThat(shapes(task)).hasSize(1);
    }

    @Test
    void changesNeedAnActionAndIds() {
        assertThat(ann.patch(task, "{\"shapes\": []}").text()).contains("correct 'action'");
        assertThat(ann.patch(task + "?action=bad", "{\"shapes\": []}").status()).isEqualTo(400);
        assertThat(ann.patch(task + "?action=update", "{\"shapes\": [" + box(0, "") + "]}").text())
                .contains("must be present");
        assertThat(ann.patch(task + "?action=update", "{\"shapes\": [" + box(0, ", \"id\": 77") + "]}").text())
                .contains("`77`");
        assertThat(ann.patch(task + "?action=delete", "{\"shapes\": [" + box(0, ", \"id\": 77") + "]}").status())
                .isEqualTo(200);
    }

    @Test
    void attributesAreKept() {
        put(task, box(0, ", \"attributes\": [{\"spec_id\": " + age + ", \"value\": \"7\"}]"));
        assertThat(shapes(task).get(0).getAsJsonObject().getAsJsonArray("attributes").get(0).getAsJsonObject()
                .get("value").getAsString())
                .isEqualTo("7");
    }

    @Test
    void theyGoWithTheirLabelAndWhenCleared() {
        put(task, box(0, "") + "," + box(4, ""));
        assertThat(ann.delete(job(0)).status()).isEqualTo(204);
        assertThat(shapes(task)).hasSize(1);
        assertThat(ann.delete("/api/labels/" + cat).status()).isEqualTo(204);
        assertThat(shapes(task)).isEmpty();
    }

    @Test
    void theSlashCanBeLeftOut() {
        put(task.substring(0, task.length() - 1), box(0, ""));
        assertThat(shapes(task.substring(0, task.length() - 1))).hasSize(1);
    }

    @Test
    void neighboursThatShareAFrameHaveItOnce() {
        long id = Steps.task(ann, 5, "\"segment_size\": 3, \"overlap\": 1");
        long label = Steps.label(ann, id, "dog");
        String path = "/api/tasks/" + id + "/annotations/";
        put(path, box(2, "").replace("\"label_id\": " + cat, "\"label_id\": " + label));
        assertThat(Steps.jobs(ann, id)).allSatisfy(each -> assertThat(shapes("/api/jobs/" + each + "/annotations/"))
                .hasSize(1));
        assertThat(shapes(path)).hasSize(1);
    }

    @Test
    void theRetiredExportIsGone() {
        Client.Reply reply = ann.get(task + "?format=COCO%201.0");
        assertThat(reply.status()).isEqualTo(410);
        assertThat(reply.text()).contains("POST /api/tasks/id/dataset/export?save_images=False");
    }

    /** As a real server shows a track whose first keyframe alone was sent with a value. */
    @Test
    void keyframesHaveTheValuesOfThoseBefore() {
        long task = Steps.task(ann, 9, "");
        long label = Steps.label(ann, task, "cat");
        long spec = ann.get("/api/labels/" + label).object().getAsJsonArray("attributes").get(0).getAsJsonObject()
                .get("id").getAsLong();
        String key = "{\"type\": \"rectangle\", \"frame\": %d, \"points\": [1, 2, 20, 30], \"attributes\": [%s]}";
        String value = "{\"spec_id\": " + spec + ", \"value\": \"%s\"}";
        ann.patch("/api/tasks/" + task + "/annotations/?action=create", "{\"tracks\": [{\"frame\": 0, \"label_id\": "
                + label + ", \"shapes\": [" + key.formatted(0, value.formatted("7")) + "," + key.formatted(3, "") + ","
                + key.formatted(6, value.formatted("9")) + "," + key.formatted(8, "") + "]}]}");
        List<String> values = new ArrayList<>();
        ann.get("/api/tasks/" + task + "/annotations/").object().getAsJsonArray("tracks").get(0).getAsJsonObject()
                .getAsJsonArray("shapes").forEach(each -> values.add(each.getAsJsonObject().getAsJsonArray("attributes")
                        .get(0).getAsJsonObject().get("value").getAsString()));
        assertThat(values).containsExactly("7", "7", "9", "9");
    }
}
