package io.github.cvatopenapi.embedded.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CvatVideoTest {

    /** The track of the recording of media: drawn on frames 0, 6 and 8, where it leaves the picture. */
    private static final String TRACK = """
            {"tags":[],"shapes":[],"tracks":[{"frame":0,"label_id":1,"group":2,"source":"manual","attributes":[],
             "elements":[],"shapes":[
              {"type":"rectangle","frame":0,"points":[1,2,20,30],"occluded":false,"outside":false,
               "attributes":[{"spec_id":1,"value":"7"}]},
              {"type":"rectangle","frame":6,"points":[11,12,30,40],"occluded":true,"outside":false,"attributes":[]},
              {"type":"rectangle","frame":8,"points":[11,12,30,40],"occluded":false,"outside":true,
               "attributes":[]}]}]}""";

    @TempDir
    Path dir;
    private final DatasetFormat format = Formats.exporter("CVAT for video 1.1");
    private Path file;
    private Path picture;

    @BeforeEach
    void drawAPicture() throws IOException {
        file = dir.resolve("out.zip");
        picture = Samples.task(dir, "{}").frames().get(0).file();
    }

    private TaskView task(String annotations, Integer... removed) {
        List<FrameView> frames = new ArrayList<>();
        IntStream.range(0, 30).filter(each -> !List.of(removed).contains(each)).forEach(each ->
                frames.add(new FrameView(each, String.format("frame_%06d.PNG", each), 64, 48, picture)));
        return new TaskView(9, "clip", "", Map.of(), Samples.LABELS, frames, Samples.json(annotations));
    }

    private String xml() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry("annotations.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }

    private JsonObject again(TaskView task, List<FrameView> frames) {
        format.write(task, false, file);
        return Formats.importer("CVAT 1.1").read(file, Samples.LABELS, frames, dir.resolve("scratch"));
    }

    private static List<JsonObject> keys(JsonObject annotations) {
        return AnnotationJson.objects(AnnotationJson.objects(annotations, "tracks").get(0), "shapes");
    }

    /** Frames, outside, occluded, points and attributes as a real server had them after the same round trip. */
    @Test
    void aTrackComesBackWithItsKeyframes() {
        TaskView task = task(TRACK);
        JsonObject read = again(task, task.frames());

        assertThat(keys(read))
                .extracting(each -> AnnotationJson.integer(each, "frame"), each -> AnnotationJson.flag(each, "outside"),
                each -> AnnotationJson.flag(each, "occluded"), each -> each.get("points")).containsExactly(
                tuple(0, false, false, AnnotationJson.points(1, 2, 20, 30)),
                tuple(6, false, true, AnnotationJson.points(11, 12, 30, 40)),
                tuple(8, true, false, AnnotationJson.points(11, 12, 30, 40)));
        assertThat(keys(read))
                .allSatisfy(each -> assertThat(AnnotationJson.objects(each, "attributes").get(0).get("value")
                .getAsString()).isEqualTo("7"));
        assertThat(AnnotationJson.objects(read, "tracks").get(0).get("group").getAsInt()).isEqualTo(2);
    }

    @Test
    void framesBetweenAreWrittenAndNothingAfterTheTrackLeft() throws IOException {
        format.write(task(TRACK), false, file);

        assertThat(xml()).contains("<track id=\"0\" label=\"cat\" source=\"manual\" group_id=\"2\">",
                "<box frame=\"2\" keyframe=\"0\" outside=\"0\" occluded=\"0\" xtl=\"4.33\" ytl=\"5.33\" "
                        + "xbr=\"23.33\" ybr=\"33.33\" z_order=\"0\">",
                "<box frame=\"7\" keyframe=\"0\" outside=\"0\" occluded=\"1\"",
                "<box frame=\"8\" keyframe=\"1\" outside=\"1\"").doesNotContain("frame=\"9\"");
    }

    @Test
    void aSingleShapeIsATrackOfOneFrame() {
        TaskView task = task(Samples.SHAPES);
        JsonObject read = again(task, task.frames());

        assertThat(AnnotationJson.objects(read, "tracks"))
                .hasSameSizeAs(AnnotationJson.objects(Samples.json(Samples.SHAPES), "shapes"));
        assertThat(keys(read))
                .extracting(each -> AnnotationJson.integer(each, "frame"), each -> AnnotationJson.flag(each, "outside"))
                .containsExactly(tuple(0, false), tuple(1, true));
        assertThat(AnnotationJson.objects(AnnotationJson.objects(read, "tracks").get(4), "elements")).hasSize(2);
    }

    @Test
    void whatWasDrawnOnARemovedFrameIsKept() throws IOException {
        TaskView removed = task(TRACK, 3, 4, 6, 8);

        assertThat(keys(again(removed, removed.frames()))).extracting(each -> AnnotationJson.integer(each, "frame"),
                each -> AnnotationJson.flag(each, "outside"))
                .containsExactly(tuple(0, false), tuple(7, false), tuple(9, true));
        assertThat(xml()).doesNotContain("frame=\"3\"", "frame=\"8\"");
    }

    @Test
    void keyframesOnFramesRemovedSinceAreLeftOut() {
        JsonObject read = again(task(TRACK), task(TRACK, 6).frames());

        assertThat(keys(read)).extracting(each -> AnnotationJson.integer(each, "frame")).containsExactly(0, 8);
    }

    @Test
    void imagesOfTheFramesAreInTheArchive() throws IOException {
        format.write(task(TRACK, 3), true, file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).hasSize(30).contains("images/frame_000000.PNG",
                    "images/frame_000029.PNG").doesNotContain("images/frame_000003.PNG");
        }
    }

    @Test
    void projectsHaveTheTracksOfAllTasks() throws IOException {
        format.write(new ProjectView(1, "p", Map.of(), Samples.LABELS, List.of(task(TRACK), task(TRACK))), false, file);

        assertThat(xml()).contains("<track id=\"0\" label=\"cat\" source=\"manual\" subset=\"default\" task_id=\"9\"",
                "<track id=\"1\"");
    }
}
