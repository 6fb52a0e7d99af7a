package io.github.cvatopenapi.embedded.resources.taskdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.Client.Part;
import io.github.cvatopenapi.embedded.InstanceFixture;
import io.github.cvatopenapi.embedded.Steps;
import io.github.cvatopenapi.embedded.media.Frame;
import io.github.cvatopenapi.embedded.media.MediaFile;
import io.github.cvatopenapi.embedded.media.MediaSamples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks of a video, with the figures that a real server had of the same clip. */
class VideoTasksTest extends InstanceFixture {

    @TempDir
    Path dir;

    private long clip(String more, Map<String, String> fields) {
        return Steps.task(ann, "{\"name\": \"t\", \"labels\": " + Steps.LABELS + more + "}", MediaTasks.fields(fields),
                MediaTasks.parts("clip.mp4"));
    }

    private Client.Bytes data(String kind, long id, String query) {
        return ann.bytes("/api/" + kind + "/" + id + "/data" + (kind.equals("tasks") ? "/" : "") + "?" + query);
    }

    private byte[] frame(long task, int number) {
        return data("tasks", task, "type=frame&quality=original&number=" + number).body();
    }

    private List<Frame> frames(byte[] video) throws IOException {
        Path directory = Files.createTempDirectory(dir, "chunk");
        return MediaFile.open(Files.write(directory.resolve("a.mp4"), video), "a.mp4", directory).frames();
    }

    @Test
    void aVideoIsOneFileOfManyFrames() {
        long task = clip(", \"segment_size\": 10, \"overlap\": 2", Map.of());

        JsonObject view = ann.get("/api/tasks/" + task).object();
        assertThat(view.get("mode").getAsString()).isEqualTo("interpolation");
        assertThat(view.get("size").getAsInt()).isEqualTo(30);
        assertThat(view.get("data_chunk_size").getAsInt()).isEqualTo(36);
        assertThat(view.get("data_original_chunk_type").getAsString()).isEqualTo("video");
        assertThat(view.get("data_compressed_chunk_type").getAsString()).isEqualTo("video");
        JsonObject meta = ann.get("/api/tasks/" + task + "/data/meta").object();
        assertThat(meta.getAsJsonArray("chapters")).isEmpty();
        assertThat(meta.getAsJsonArray("frames")).hasSize(1);
        JsonObject only = meta.getAsJsonArray("frames").get(0).getAsJsonObject();
        assertThat(only.get("name").getAsString()).isEqualTo("clip.mp4");
        assertThat(only.get("width").getAsInt()).isEqualTo(64);
        assertThat(only.get("height").getAsInt()).isEqualTo(48);
        List<String> ranges = new ArrayList<>();
        for (long job : Steps.jobs(ann, task)) {
            JsonObject each = ann.get("/api/jobs/" + job).object();
            ranges.add(each.get("start_frame") + "-" + each.get("stop_frame"));
        }
        assertThat(ranges).containsExactly("0-9", "8-17", "16-25", "24-29");
    }

    @ParameterizedTest
    @CsvSource({"5, 24, '', 20, 24, 5", "0, 0, step=5, 6, 25, 3", "2, 20, step=3, 7, 20, 3", "29, 0, '', 1, 29, 0"})
    void aRangeAndAStepChooseFrames(int start, int stop, String filter, int size, int last, int overlap) {
        long all = clip("", Map.of());
        long task = clip("", Map.of("start_frame", "" + start, "stop_frame", "" + stop, "frame_filter", filter));

        JsonObject meta = ann.get("/api/tasks/" + task + "/data/meta").object();
        assertThat(meta.get("size").getAsInt()).isEqualTo(size);
        assertThat(meta.get("start_frame").getAsInt()).isEqualTo(start);
        assertThat(meta.get("stop_frame").getAsInt()).isEqualTo(last);
        assertThat(ann.get("/api/tasks/" + task).object().get("overlap").getAsInt()).isEqualTo(overlap);
        int step = size == 1 ? 1 : (last - start) / (size - 1);
        for (int number : List.of(0, size / 2, size - 1)) {
            assertThat(frame(task, number)).as("frame %s", number).isEqualTo(frame(all, start + number * step));
        }
    }

    @Test
    void chunksAreVideosThatShowTheFrames() throws IOException {
        long task = clip(", \"segment_size\": 10, \"overlap\": 2", Map.of());

        Client.Bytes chunk = data("tasks", task, "type=chunk&number=0&quality=compressed");
        assertThat(chunk.header("Content-Type")).isEqualTo("video/mp4");
        CRC32 sum = new CRC32();
        sum.update(chunk.body());
        assertThat(chunk.header("X-Checksum")).isEqualTo(String.valueOf(sum.getValue()));
        assertThat(frames(chunk.body())).hasSize(30);
        long second = Steps.jobs(ann, task).get(1);
        Client.Bytes ofJob = data("jobs", second, "type=chunk&index=0&quality=original");
        assertThat(ofJob.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(frames(ofJob.body())).hasSize(10);
        assertThat(data("jobs", second, "type=frame&number=8").header("Content-Type")).isEqualTo("image/png");
        assertThat(data("jobs", second, "type=frame&number=7").status()).isEqualTo(400);
        assertThat(data("tasks", task, "type=frame&number=30").status()).isEqualTo(400);
        assertThat(ann.bytes("/api/jobs/" + second + "/preview").header("Content-Type")).isEqualTo("image/jpeg");
    }

    @Test
    void chunksForEditorsAreZipFilesWhereThatIsWished() {
        long task = clip("", Map.of("use_zip_chunks", "true", "chunk_size", "10"));

        Client.Bytes chunk = data("tasks", task, "type=chunk&number=2&quality=compressed");
        assertThat(chunk.header("Content-Type")).isEqualTo("application/zip");
        assertThat(MediaTasks.entries(chunk.body())).hasSize(10).startsWith("000000.jpeg").endsWith("000009.jpeg");
        assertThat(data("tasks", task, "type=chunk&number=2&quality=original").header("Content-Type"))
                .isEqualTo("video/mp4");
        assertThat(data("tasks", task, "type=frame&number=2&quality=compressed").header("Content-Type"))
                .isEqualTo("image/jpeg");
        assertThat(data("tasks", task, "type=chunk&number=3&quality=compressed").status()).isEqualTo(400);
        assertThat(ann.get("/api/tasks/" + task).object().get("data_compressed_chunk_type").getAsString())
                .isEqualTo("imageset");
    }

    @Test
    void tracksAndRemovedFramesSurviveExportImportAndBackup() {
        long task = clip(", \"segment_size\": 10, \"overlap\": 2", Map.of("start_frame", "5"));
        long label = Steps.label(ann, task, "cat");
        long job = Steps.jobs(ann, task).get(0);
        String key = "{\"type\": \"rectangle\", \"frame\": %d, \"points\": [%d, 2, 20, 30], \"outside\": %s}";
        ann.patch("/api/jobs/" + job + "/annotations/?action=create", "{\"tracks\": [{\"frame\": 0, \"label_id\": "
                + label + ", \"shapes\": [" + key.formatted(0, 1, false) + "," + key.formatted(6, 7, false) + ","
                + key.formatted(8, 7, true) + "]}]}");
        ann.patch("/api/tasks/" + task + "/data/meta", "{\"deleted_frames\": [3]}");
        assertThat(ann.get("/api/jobs/" + job + "/data/meta").object().getAsJsonArray("deleted_frames")).hasSize(1);
        byte[] exported = Steps.file(ann, cvat, ann.post("/api/tasks/" + task
                + "/dataset/export?format=CVAT%20for%20video%201.1&save_images=true", null)).body();
        assertThat(MediaTasks.entries(exported)).hasSize(25).contains("annotations.xml", "images/frame_000005.PNG")
                .doesNotContain("images/frame_000008.PNG"); // named by their numbers in the video

        Steps.done(ann, ann.form("/api/tasks/" + task + "/annotations/?format=CVAT%201.1", Map.of(),
                List.of(new Part("annotation_file", "a.zip", exported))));
        assertThat(keyframes(task)).isEqualTo("[0 false, 6 false, 8 true]");

        byte[] backup = Steps.file(ann, cvat, ann.post("/api/tasks/" + task + "/backup/export", null)).body();
        assertThat(MediaTasks.entries(backup)).contains("data/clip.mp4");
        long restored = Steps.done(ann, ann.form("/api/tasks/backup", Map.of(),
                List.of(new Part("task_file", "b.zip", backup)))).get("result_id").getAsLong();
        assertThat(ann.get("/api/tasks/" + restored).object().get("mode").getAsString()).isEqualTo("interpolation");
        assertThat(meta(restored)).isEqualTo(meta(task));
        assertThat(keyframes(restored)).isEqualTo("[0 false, 6 false, 8 true]");
        assertThat(frame(restored, 24)).isEqualTo(frame(task, 24));
        assertThat(Steps.jobs(ann, restored)).hasSameSizeAs(Steps.jobs(ann, task));
    }

    private String meta(long task) {
        return ann.get("/api/tasks/" + task + "/data/meta").text().replaceAll("\"chunks_updated_date\":\"[^\"]*\"", "");
    }

    private String keyframes(long task) {
        List<String> keys = new ArrayList<>();
        JsonArray tracks = ann.get("/api/tasks/" + task + "/annotations/").object().getAsJsonArray("tracks");
        assertThat(tracks).as("no part of it where it is gone, in the job that overlaps").hasSize(1);
        tracks.get(0).getAsJsonObject().getAsJsonArray("shapes").forEach(each -> keys.add(
                each.getAsJsonObject().get("frame") + " " + each.getAsJsonObject().get("outside")));
        return keys.toString();
    }

    @Test
    void aTrackWithoutShapesIsRefused() {
        long task = clip("", Map.of());
        Client.Reply reply = ann.patch("/api/jobs/" + Steps.jobs(ann, task).get(0) + "/annotations/?action=create",
                "{\"tracks\": [{\"frame\": 0, \"label_id\": " + Steps.label(ann, task, "cat") + ", \"shapes\": []}]}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("a track must have a shape");
    }

    /** Its first frame is whole, so that the task comes to be; the others are not. */
    @Test
    void framesThatCannotBeDecodedAreRefusedAndFailExportsWithASentence() {
        byte[] broken = MediaSamples.bytes("clip.mp4");
        String text = new String(broken, StandardCharsets.ISO_8859_1);
        int second = text.indexOf("mdat") + 4 + ByteBuffer.wrap(broken).getInt(text.indexOf("stsz") + 16);
        Arrays.fill(broken, second, second + 2000, (byte) 0xFF);
        long task = Steps.task(ann, "{\"name\": \"t\"}", MediaTasks.fields(Map.of()),
                List.of(MediaTasks.part(0, "a.mp4", broken)));

        assertThat(data("tasks", task, "type=frame&number=0").status()).isEqualTo(200);
        Client.Bytes frame = data("tasks", task, "type=frame&number=1");
        assertThat(frame.status()).isEqualTo(400);
        assertThat(new String(frame.body(), StandardCharsets.UTF_8)).contains("of the video");
        assertThat(data("tasks", task, "type=chunk&number=0").status()).isEqualTo(400);
        assertThat(Steps.failure(ann, ann.post("/api/tasks/" + task
                + "/dataset/export?format=CVAT%20for%20video%201.1&save_images=true", null))).contains("the video");
    }

    @Test
    void aDatasetOfTracksBecomesATaskOfItsPictures() {
        long project = ann.post("/api/projects", "{\"name\": \"p\", \"labels\": " + Steps.LABELS + "}").id();
        long task = Steps.task(ann, "{\"name\": \"t\", \"project_id\": " + project + "}", MediaTasks.fields(Map.of(
                "stop_frame", "5")), MediaTasks.parts("clip.mp4"));
        long label = Steps.label(ann, task, "cat");
        ann.patch("/api/tasks/" + task + "/annotations/?action=create", "{\"tracks\": [{\"frame\": 2, \"label_id\": "
                + label + ", \"shapes\": [{\"type\": \"rectangle\", \"frame\": 2, \"points\": [1, 2, 20, 30]}]}]}");
        byte[] dataset = Steps.file(ann, cvat, ann.post("/api/projects/" + project
                + "/dataset/export?format=CVAT%20for%20video%201.1&save_images=true", null)).body();
        long other = ann.post("/api/projects", "{\"name\": \"q\", \"labels\": " + Steps.LABELS + "}").id();
        Steps.done(ann, ann.form("/api/projects/" + other + "/dataset/?format=CVAT%201.1", Map.of(),
                List.of(new Part("dataset_file", "a.zip", dataset))));

        JsonObject made = ann.get("/api/tasks?project_id=" + other).object().getAsJsonArray("results").get(0)
                .getAsJsonObject();
        assertThat(made.get("size").getAsInt()).isEqualTo(6);
        assertThat(keyframes(made.get("id").getAsLong())).isEqualTo("[2 false]");
    }
}
