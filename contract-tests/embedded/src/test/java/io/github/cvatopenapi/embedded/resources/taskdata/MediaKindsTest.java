package io.github.cvatopenapi.embedded.resources.taskdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.Client.Part;
import io.github.cvatopenapi.embedded.InstanceFixture;
import io.github.cvatopenapi.embedded.Steps;
import io.github.cvatopenapi.embedded.media.MediaSamples;
import io.github.cvatopenapi.spec.Contract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks of archives, documents, point clouds and odd pictures, as a real server made them of the same files. */
class MediaKindsTest extends InstanceFixture {

    private static final String BOX = "\"labels\": [{\"name\": \"box\", \"type\": \"cuboid\"}]";

    private long task(Map<String, String> fields, String... files) {
        return Steps.task(ann, "{\"name\": \"t\", " + BOX + "}", MediaTasks.fields(fields), MediaTasks.parts(files));
    }

    private String failure(List<Part> parts, Map<String, String> fields) {
        long task = ann.post("/api/tasks", "{\"name\": \"t\"}").id();
        String message = Steps.failure(ann,
                ann.form("/api/tasks/" + task + "/data/", MediaTasks.fields(fields), parts));
        JsonObject view = ann.get("/api/tasks/" + task).object();
        assertThat(view.get("size").getAsInt()).isZero();
        assertThat(view.get("mode").getAsString()).isEmpty();
        return message;
    }

    private List<String> names(long task) {
        List<String> names = new ArrayList<>();
        for (JsonElement each : ann.get("/api/tasks/" + task + "/data/meta").object().getAsJsonArray("frames")) {
            names.add(each.getAsJsonObject().get("name").getAsString());
        }
        return names;
    }

    private Client.Bytes original(long task, int number) {
        return ann.bytes("/api/tasks/" + task + "/data/?type=frame&quality=original&number=" + number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"lexicographical | 1.jpg, a/10.png, a/9.png, b/2.png",
        "natural | 1.jpg, a/9.png, a/10.png, b/2.png"})
    void picturesOfAnArchiveAreSortedByTheMethod(String method, String names) {
        assertThat(String.join(", ", names(task(Map.of("sorting_method", method), "images.zip")))).isEqualTo(names);
    }

    @Test
    void picturesOfAnArchiveAreShuffledOrListed(@TempDir Path dir) throws IOException {
        assertThat(names(task(Map.of("sorting_method", "random"), "images.zip")))
                .containsExactlyInAnyOrder("1.jpg", "a/10.png", "a/9.png", "b/2.png");
        assertThat(failure(MediaTasks.parts("images.zip"), Map.of("sorting_method", "predefined")))
                .startsWith("FileNotFoundError: Can't find upload manifest file 'manifest.jsonl'");
        String manifest = "{\"version\":\"1.1\"}\n{\"type\":\"images\"}\n{\"name\":\"b\",\"extension\":\".png\"}\n"
                + "{\"name\":\"a\",\"extension\":\".png\"}\n";
        byte[] listed = Files.readAllBytes(MediaSamples.zip(dir.resolve("a.zip"), Map.of("a.png", Steps.png(4, 4, 1),
                "b.png", Steps.png(4, 4, 2), "manifest.jsonl", manifest.getBytes(StandardCharsets.UTF_8))));
        assertThat(names(Steps.task(ann, "{\"name\": \"t\"}", MediaTasks.fields(Map.of("sorting_method", "predefined")),
                List.of(MediaTasks.part(0, "a.zip", listed))))).containsExactly("b.png", "a.png");
    }

    @Test
    void pagesOfADocumentAreFrames() throws IOException {
        long task = task(Map.of(), "book.pdf");
        assertThat(names(task)).containsExactly("book000000000.jpeg-1.jpg", "book000000000.jpeg-2.jpg",
                "book000000000.jpeg-3.jpg");
        Client.Bytes page = original(task, 2);
        assertThat(page.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(page.body())).getWidth()).isEqualTo(178);
        assertThat(ann.get("/api/tasks/" + task).object().get("mode").getAsString()).isEqualTo("annotation");
    }

    @ParameterizedTest
    @CsvSource({"moving.gif, 32, 32, image/gif", "rotated.jpg, 40, 80, image/jpeg", "grey.png, 40, 30, image/png",
        "photo.webp, 40, 30, image/x-webp", "photo.bmp, 40, 30, image/bmp", "photo.tiff, 40, 30, image/tiff"})
    void aPictureIsOneFrame(String name, int width, int height, String type) throws IOException {
        long task = task(Map.of(), name);

        JsonObject meta = ann.get("/api/tasks/" + task + "/data/meta").object();
        assertThat(meta.get("size").getAsInt()).isEqualTo(1);
        JsonObject frame = meta.getAsJsonArray("frames").get(0).getAsJsonObject();
        assertThat(frame.get("width").getAsInt()).isEqualTo(width);
        assertThat(frame.get("height").getAsInt()).isEqualTo(height);
        assertThat(original(task, 0).header("Content-Type")).isEqualTo(type);
        Client.Bytes compressed = ann.bytes("/api/tasks/" + task + "/data/?type=frame&number=0");
        assertThat(ImageIO.read(new ByteArrayInputStream(compressed.body())))
                .satisfies(each -> assertThat(each.getWidth()).isEqualTo(width))
                .satisfies(each -> assertThat(each.getHeight()).isEqualTo(height));
    }

    @Test
    void pointCloudsHaveThreeDimensionsAndPicturesBeside() {
        long task = task(Map.of(), "clouds.zip");
        long job = Steps.jobs(ann, task).get(0);

        assertThat(ann.get("/api/tasks/" + task).object().get("dimension").getAsString()).isEqualTo("3d");
        assertThat(ann.get("/api/jobs/" + job).object().get("dimension").getAsString()).isEqualTo("3d");
        assertThat(ann.get("/api/tasks?dimension=3d").count()).isEqualTo(1);
        assertThat(ann.get("/api/jobs?dimension=2d").count()).isZero();
        JsonObject frame = ann.get("/api/tasks/" + task + "/data/meta").object().getAsJsonArray("frames").get(1)
                .getAsJsonObject();
        assertThat(frame.get("name").getAsString()).isEqualTo("pointcloud/000002.pcd");
        assertThat(frame.get("related_files").getAsInt()).isEqualTo(1);
        assertThat(frame.get("has_related_context").getAsBoolean()).isTrue();
        assertThat(original(task, 0).header("Content-Type")).isEqualTo("image/x.point-cloud-data");
        assertThat(original(task, 0).body()).isEqualTo(MediaSamples.bytes("cloud.pcd"));
        assertThat(ann.bytes("/api/jobs/" + job + "/preview").header("Content-Type")).isEqualTo(
                Contract.load().changes().inForce("storage-preview-png") ? "image/png" : "image/jpeg");
        Client.Bytes context = ann.bytes("/api/tasks/" + task + "/data/?type=context_image&number=1");
        assertThat(context.header("Content-Type")).isEqualTo("application/zip");
        assertThat(MediaTasks.entries(context.body())).containsExactly("front.jpg");
        Client.Bytes chunk = ann.bytes("/api/tasks/" + task + "/data/?type=chunk&number=0&quality=compressed");
        assertThat(MediaTasks.entries(chunk.body())).containsExactly("000000.pcd", "000001.pcd");
    }

    @Test
    void cuboidsAndContextComeBackFromABackup() {
        long task = task(Map.of(), "clouds.zip");
        String points = "[1, 1, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]";
        ann.patch("/api/jobs/" + Steps.jobs(ann, task).get(0) + "/annotations/?action=create",
                "{\"shapes\": [{\"type\": \"cuboid\", \"frame\": 1, \"label_id\": " + Steps.label(ann, task, "box")
                + ", \"points\": " + points + "}]}");
        byte[] backup = Steps.file(ann, cvat, ann.post("/api/tasks/" + task + "/backup/export", null)).body();
        long restored = Steps.done(ann, ann.form("/api/tasks/backup/", Map.of(),
                List.of(new Part("task_file", "b.zip", backup)))).get("result_id").getAsLong();

        JsonObject shape = ann.get("/api/tasks/" + restored + "/annotations/").object().getAsJsonArray("shapes").get(0)
                .getAsJsonObject();
        assertThat(shape.get("frame").getAsInt()).isEqualTo(1);
        assertThat(shape.getAsJsonArray("points")).hasSize(16);
        assertThat(ann.get("/api/tasks/" + restored).object().get("dimension").getAsString()).isEqualTo("3d");
        Client.Bytes context = ann.bytes("/api/tasks/" + restored + "/data/?type=context_image&number=1");
        assertThat(MediaTasks.entries(context.body())).containsExactly("front.jpg");
    }

    @Test
    void kindsThatDoNotGoTogetherAreRefusedWithTheirNumbers() {
        String words = "Only one video, archive, pdf, zip or many image, directory can be used simultaneously";
        assertThat(failure(MediaTasks.parts("clip.mp4", "clip.webm"), Map.of())).contains(words, "2 video(s)");
        assertThat(failure(MediaTasks.parts("clip.mp4", "grey.png"), Map.of())).contains("1 image(s), 1 video(s)");
        assertThat(failure(MediaTasks.parts("images.zip", "clouds.zip"), Map.of())).contains(words, "2 zip(s)");
        assertThat(failure(MediaTasks.parts("book.pdf", "images.zip"), Map.of())).contains("1 pdf(s), 1 zip(s)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"broken.mp4 | IndexError: tuple index out of range",
        "broken.zip | zipfile.BadZipFile: File is not a zip file", "broken.png | OSError: Truncated File Read"})
    void brokenFilesFailInTheWordsOfTheServer(String name, String message) {
        assertThat(failure(MediaTasks.parts(name), Map.of())).isEqualTo(message + "\n");
    }

    @Test
    void aRangeBeyondTheEndOrAWrongFilterIsRefused() {
        assertThat(failure(MediaTasks.parts("clip.mp4"), Map.of("start_frame", "500")))
                .isEqualTo("ValueError: range() arg 3 must not be zero\n");
        long task = ann.post("/api/tasks", "{\"name\": \"t\"}").id();
        Client.Reply reply = ann.form("/api/tasks/" + task + "/data/",
                MediaTasks.fields(Map.of("frame_filter", "every=2")), MediaTasks.parts("clip.mp4"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).isEqualTo("{\"frame_filter\":[\"Invalid frame filter expression\"]}");
    }

    /** After a failure the files of the right kind may be attached. */
    @Test
    void aTaskWhoseDataFailedTakesOthers() {
        long task = ann.post("/api/tasks", "{\"name\": \"t\"}").id();
        String path = "/api/tasks/" + task + "/data/";
        Steps.failure(ann, ann.form(path, MediaTasks.fields(Map.of()), MediaTasks.parts("broken.mp4")));
        Steps.done(ann, ann.form(path, MediaTasks.fields(Map.of()), MediaTasks.parts("grey.png")));
        assertThat(ann.get("/api/tasks/" + task).object().get("size").getAsInt()).isEqualTo(1);
    }

    @Test
    void filesThatPromiseMoreThanThereIsFailWithASentence(@TempDir Path dir) throws IOException {
        byte[] clip = MediaSamples.bytes("clip.mp4");
        int sizes = new String(clip, StandardCharsets.ISO_8859_1).indexOf("stsz");
        ByteBuffer.wrap(clip).putInt(sizes + 12, 1_000_000);
        assertThat(failure(List.of(MediaTasks.part(0, "a.mp4", clip)), Map.of())).contains("claims 1000000 frames");
        byte[] inner = Files.readAllBytes(MediaSamples.zip(dir.resolve("i.zip"), Map.of("a.png", Steps.png(4, 4, 1))));
        byte[] outer = Files.readAllBytes(MediaSamples.zip(dir.resolve("o.zip"), Map.of("i.zip", inner)));
        assertThat(failure(List.of(MediaTasks.part(0, "o.zip", outer)), Map.of())).isEqualTo("No media data found");
        byte[] cloud = new String(MediaSamples.bytes("cloud.pcd"), StandardCharsets.US_ASCII)
                .replace("POINTS 16", "POINTS 17").getBytes(StandardCharsets.US_ASCII);
        assertThat(failure(List.of(MediaTasks.part(0, "a.pcd", cloud)), Map.of())).contains("claims 17 points");
    }
}
