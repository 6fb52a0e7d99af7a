package io.github.cvatopenapi.embedded.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CocoTest {

    @TempDir
    Path dir;
    private final DatasetFormat format = Formats.exporter("COCO 1.0");

    @Test
    void instancesComeBack() throws IOException {
        TaskView task = Samples.task(dir, Samples.SHAPES);
        Path file = dir.resolve("out.zip");
        format.write(task, false, file);
        JsonObject read = Formats.importer("COCO 1.0").read(file, Samples.LABELS, task.frames(),
                dir.resolve("scratch"));
        JsonObject box = Samples.shape(read, "rectangle");
        assertThat(box.get("points")).isEqualTo(AnnotationJson.points(1, 2, 20.5, 30.25));
        assertThat(box.get("rotation").getAsDouble()).isEqualTo(30);
        assertThat(box.get("occluded").getAsBoolean()).isTrue();
        assertThat(box.get("attributes")).isEqualTo(Samples.shape(task.annotations(), "rectangle").get("attributes"));
        assertThat(Samples.shape(read, "polygon").get("points")).isEqualTo(AnnotationJson.points(0, 0, 10, 0, 10, 10));
        assertThat(AnnotationJson.points(Samples.shape(read, "mask"))).containsExactly(1, 2, 1, 4, 5, 5, 6);
        assertThat(AnnotationJson.objects(read, "shapes")).extracting(each -> each.get("type").getAsString())
                .containsExactlyInAnyOrder("rectangle", "polygon", "polygon", "mask");
    }

    @Test
    void theFileHasThePartsOfTheFormat() throws IOException {
        Path file = dir.resolve("out.zip");
        format.write(Samples.task(dir, Samples.SHAPES), true, file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("annotations/instances_default.json",
                    "images/default/in/img_0.png", "images/default/in/img_1.png", "images/default/in/img_2.png");
            JsonObject json = JsonParser.parseString(new String(zip.getInputStream(
                    zip.getEntry("annotations/instances_default.json")).readAllBytes(), StandardCharsets.UTF_8))
                            .getAsJsonObject();
            assertThat(json.keySet()).containsExactly("licenses", "info", "categories", "images", "annotations");
            JsonObject polygon = AnnotationJson.objects(json, "annotations").get(1);
            assertThat(polygon.get("area").getAsDouble()).isEqualTo(50);
            assertThat(polygon.get("bbox")).isEqualTo(AnnotationJson.points(0, 0, 10, 10));
            assertThat(polygon.get("image_id").getAsInt()).isEqualTo(2);
        }
    }

    @Test
    void projectsHaveOneFileForEachSubset() throws IOException {
        TaskView first = Samples.task(dir, Samples.SHAPES);
        TaskView val = new TaskView(10, "b", "val", Map.of(), Samples.LABELS, first.frames(),
                AnnotationJson.noAnnotations());
        Path file = dir.resolve("out.zip");
        format.write(new ProjectView(1, "p", Map.of(), Samples.LABELS, List.of(first, val)), true, file);
        List<ImportedTask> tasks = format.readProject(file, Samples.LABELS, dir.resolve("scratch"));
        assertThat(tasks).extracting(ImportedTask::subset).containsExactly("default", "val");
        assertThat(AnnotationJson.objects(tasks.get(0).annotations(), "shapes")).hasSize(4);
        assertThat(tasks.get(1).frames()).hasSize(3);
    }

    /** A picture of 3 columns and 2 rows; the mask is the lower pixel of the first column and all of the second. */
    @Test
    void masksTurnFromRowsToColumnsAndBack() {
        double[] rows = {1, 1, 0, 2, 0, 0, 1, 1};
        JsonArray columns = Masks.toCoco(rows, 3, 2);
        assertThat(columns).isEqualTo(JsonParser.parseString("[1,3,2]"));
        assertThat(Masks.area(rows)).isEqualTo(3);
        assertThat(Masks.fromCoco(columns, 3, 2)).isEqualTo(JsonParser.parseString("[1,3,0,0,1,1]"));
    }

    @Test
    void packedRunLengthsAreRead() {
        // "132" packs 1, 3, 2: each character less '0' is a small number; "P11" would begin with 32 (bits 0 and more,
        // then 1).
        assertThat(Masks.fromCoco(new JsonPrimitive("132"), 3, 2)).isEqualTo(JsonParser.parseString("[1,3,0,0,1,1]"));
        assertThat(Masks.fromCoco(new JsonPrimitive("P11"), 33, 1))
                .isEqualTo(JsonParser.parseString("[0,1,32,0,32,0]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "[]", "{}", "{\"images\":[{}],\"categories\":[]}",
        "{\"images\":[{\"id\":\"x\",\"file_name\":\"img_0.png\"}],\"categories\":[]}",
        "{\"images\":[{\"id\":1,\"file_name\":\"img_7.png\"}],\"categories\":[]}",
        "{\"images\":[{\"id\":1,\"file_name\":\"img_0.png\"}],\"categories\":[{\"id\":1,\"name\":\"cat\"}],"
                + "\"annotations\":[{\"image_id\":1,\"category_id\":2}]}",
        "{\"images\":[{\"id\":1,\"file_name\":\"img_0.png\"}],\"categories\":[{\"id\":1,\"name\":\"cat\"}],"
                + "\"annotations\":[{\"image_id\":1,\"category_id\":1,"
                + "\"segmentation\":{\"counts\":[999999],\"size\":[48,64]}}]}",
        "{\"images\":[{\"id\":1,\"file_name\":\"img_0.png\"}],\"categories\":[{\"id\":1,\"name\":\"cat\"}],"
                + "\"annotations\":[{\"image_id\":1,\"category_id\":1,\"segmentation\":[1,2]}]}"})
    void badFilesAreRefused(String json) throws IOException {
        Path file = Files.writeString(dir.resolve("a.json"), json);
        List<FrameView> frames = Samples.task(dir, "{}").frames();
        assertThatThrownBy(() -> format.read(file, Samples.LABELS, frames, dir.resolve("s")))
                .isInstanceOf(FormatException.class);
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        Path file = Files.writeString(dir.resolve("a.json"), "[".repeat(1_000_000));
        assertThatThrownBy(() -> format.read(file, Samples.LABELS, List.of(), dir.resolve("s")))
                .isInstanceOf(FormatException.class);
    }
}
