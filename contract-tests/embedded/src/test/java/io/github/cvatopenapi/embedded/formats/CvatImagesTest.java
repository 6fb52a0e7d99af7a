package io.github.cvatopenapi.embedded.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
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
import org.junit.jupiter.params.provider.CsvSource;

class CvatImagesTest {

    @TempDir
    Path dir;
    private final DatasetFormat format = Formats.exporter("CVAT for images 1.1");

    @Test
    void annotationsComeBackAsTheyWere() throws IOException {
        TaskView task = Samples.task(dir, Samples.SHAPES);
        Path file = dir.resolve("out.zip");
        format.write(task, false, file);
        JsonObject read = Formats.importer("CVAT 1.1").read(file, Samples.LABELS, task.frames(),
                dir.resolve("scratch"));
        JsonObject expected = Samples.json(Samples.SHAPES);
        assertThat(AnnotationJson.objects(read, "shapes"))
                .containsExactlyInAnyOrderElementsOf(AnnotationJson.objects(expected, "shapes"));
        assertThat(read.get("tags")).isEqualTo(expected.get("tags"));
    }

    @Test
    void theFileHasTheElementsOfTheFormat() throws IOException {
        Path file = dir.resolve("out.zip");
        format.write(Samples.task(dir, Samples.SHAPES), true, file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("annotations.xml", "images/in/img_0.png",
                    "images/in/img_1.png", "images/in/img_2.png");
            String xml = new String(zip.getInputStream(zip.getEntry("annotations.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(xml).contains("<version>1.1</version>", "<name>cat</name>", "<parent>person</parent>",
                    "<image id=\"0\" name=\"in/img_0.png\" width=\"64\" height=\"48\">",
                    "<box label=\"cat\" source=\"file\" occluded=\"1\" xtl=\"1.00\" ytl=\"2.00\" xbr=\"20.50\" "
                            + "ybr=\"30.25\" rotation=\"30.00\" z_order=\"2\" group_id=\"3\">",
                    "<attribute name=\"age\">7</attribute>",
                    "rle=\"1, 2, 1\" left=\"4\" top=\"5\" width=\"2\" height=\"2\"",
                    "cx=\"20.00\" cy=\"20.00\" rx=\"10.00\" ry=\"5.00\"");
        }
    }

    @Test
    void tracksAreSeenOnEachFrame() throws IOException {
        TaskView task = Samples.task(dir, """
                {"tags":[],"shapes":[],"tracks":[{"frame":0,"label_id":2,"group":0,"source":"manual",
                 "attributes":[],"elements":[],
                 "shapes":[{"type":"rectangle","frame":0,"points":[1,1,5,5],"outside":false,"attributes":[]},
                           {"type":"rectangle","frame":2,"points":[3,5,9,9],"outside":true,"attributes":[]}]}]}""");
        Path file = dir.resolve("out.zip");
        format.write(task, false, file);
        List<JsonObject> shapes = AnnotationJson.objects(
                format.read(file, Samples.LABELS, task.frames(), dir.resolve("scratch")), "shapes");
        assertThat(shapes).extracting(each -> each.get("frame").getAsInt()).containsExactly(0, 1);
        assertThat(shapes.get(1).get("points")).isEqualTo(AnnotationJson.points(2, 3, 7, 7));
    }

    @Test
    void projectsKeepTasksApartBySubset() throws IOException {
        TaskView train = Samples.task(dir, Samples.SHAPES);
        TaskView val = new TaskView(10, "b", "val", Map.of(), Samples.LABELS, train.frames(),
                AnnotationJson.noAnnotations());
        Path file = dir.resolve("out.zip");
        format.write(new ProjectView(1, "p", Map.of(), Samples.LABELS, List.of(train, val)), true, file);
        List<ImportedTask> tasks = format.readProject(file, Samples.LABELS, dir.resolve("scratch"));
        assertThat(tasks).extracting(ImportedTask::subset).containsExactly("default", "val");
        assertThat(tasks.get(0).frames()).extracting(FrameView::name).containsExactly("in/img_0.png", "in/img_1.png",
                "in/img_2.png");
        assertThat(AnnotationJson.objects(tasks.get(0).annotations(), "shapes"))
                .containsExactlyInAnyOrderElementsOf(AnnotationJson.objects(Samples.json(Samples.SHAPES), "shapes"));
        assertThat(AnnotationJson.objects(tasks.get(1).annotations(), "shapes")).isEmpty();
        assertThat(tasks.get(1).frames().get(0).file()).hasSameBinaryContentAs(train.frames().get(0).file());
    }

    @Test
    void videoTracksAreRead() throws IOException {
        Path file = Files.writeString(dir.resolve("a.xml"), """
                <annotations><track id="0" label="dog" group_id="4">
                  <box frame="0" keyframe="1" outside="0" occluded="0" xtl="1" ytl="1" xbr="5" ybr="5" z_order="0"/>
                  <box frame="1" keyframe="0" outside="0" occluded="0" xtl="1" ytl="1" xbr="5" ybr="5" z_order="0"/>
                  <box frame="2" keyframe="1" outside="1" occluded="0" xtl="2" ytl="2" xbr="6" ybr="6" z_order="0"/>
                </track></annotations>""");
        JsonObject track = AnnotationJson.objects(format.read(file, Samples.LABELS, Samples.task(dir, "{}").frames(),
                dir),
                "tracks").get(0);
        assertThat(track.get("label_id").getAsInt()).isEqualTo(2);
        assertThat(track.get("group").getAsInt()).isEqualTo(4);
        assertThat(AnnotationJson.objects(track, "shapes")).extracting(each -> each.get("frame").getAsInt(), each ->
                each.get("outside").getAsBoolean())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(0, false),
                org.assertj.core.groups.Tuple.tuple(2, true));
    }

    @Test
    void charactersThatXmlCannotHoldDoNotBreakTheFile() throws IOException {
        TaskView plain = Samples.task(dir, Samples.SHAPES.replace("\"value\":\"7\"", "\"value\":\"<&\\u0001>\""));
        Path file = dir.resolve("out.zip");
        format.write(plain, false, file);
        JsonObject read = format.read(file, Samples.LABELS, plain.frames(), dir.resolve("scratch"));
        assertThat(AnnotationJson.objects(Samples.shape(read, "rectangle"), "attributes").get(0).get("value")
                .getAsString())
                .isEqualTo("<&\uFFFD>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            not xml                                                                    | syntax error: line 1
            <other/>                                                                   | not 'annotations'
            <annotations><image name="in/img_9.png"><tag label="cat"/></image></annotations>  | item id: 'in/img_9'
            <annotations><image name="img_0.png"><tag label="kitten"/></image></annotations>  | label with name "kitten"
            <annotations><image name="img_0.png"><tag/></image></annotations>          | attribute 'label'
            <annotations><image name="img_0.png"><box label="cat" xtl="x"/></image></annotations> | \
                'xtl' should be a number
            <annotations><image name="img_0.png"><polygon label="cat" points="1,2;3"/></image></annotations> | not pairs
            <annotations><track label="cat"/></annotations>                            | no shapes
            <!DOCTYPE a [<!ENTITY x "y">]><annotations>&x;</annotations>               | entit
            """)
    void badFilesAreRefusedWithAClearMessage(String xml, String message) throws IOException {
        Path file = Files.writeString(dir.resolve("a.xml"), xml);
        List<FrameView> frames = Samples.task(dir, "{}").frames();
        assertThatThrownBy(() -> format.read(file, Samples.LABELS, frames, dir.resolve("s")))
                .isInstanceOf(FormatException.class).hasMessageContaining(message);
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        Path file = Files.writeString(dir.resolve("a.xml"), "<annotations>" + "<a>".repeat(100_000));
        assertThatThrownBy(() -> format.read(file, Samples.LABELS, List.of(), dir.resolve("s")))
                .isInstanceOf(FormatException.class).hasMessageContaining("nested too deep");
    }

    @Test
    void aDatasetWithoutAnImageItNamesIsRefused() throws IOException {
        Path file = dir.resolve("out.zip");
        TaskView task = Samples.task(dir, Samples.SHAPES);
        format.write(new ProjectView(1, "p", Map.of(), Samples.LABELS, List.of(task)), false, file);
        assertThatThrownBy(() -> format.readProject(file, Samples.LABELS, dir.resolve("s")))
                .isInstanceOf(FormatException.class).hasMessageContaining("in/img_0.png");
    }
}
