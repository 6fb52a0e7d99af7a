package io.github.cvatopenapi.embedded.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.media.Frame;
import io.github.cvatopenapi.embedded.media.MediaFile;
import io.github.cvatopenapi.embedded.media.MediaSamples;
import io.github.cvatopenapi.embedded.media.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    @TempDir
    Path dir;

    /** The same labels with other ids, as after a restore. */
    private static List<LabelView> moved(List<LabelView> labels) {
        return labels.stream().map(label -> new LabelView(label.id() + 100, label.name(), label.color(), label.type(),
                label.svg(), label.attributes().stream().map(each -> new LabelView.AttributeView(each.id() + 200,
                        each.name(),
                        each.mutable(), each.inputType(), each.defaultValue(), each.values())).toList(),
                moved(label.sublabels()))).toList();
    }

    private static List<Frame> frames(TaskView task) {
        return task.frames().stream().map(each -> Frame.of(each.name(), each.file())).toList();
    }

    @Test
    void aVideoComesBackAsTheFileItWas() throws IOException {
        Path file = dir.resolve("b.zip");
        JsonObject settings = Samples.json("{\"name\":\"t\",\"data\":{\"video\":\"in/clip.mp4\"}}");
        Backup.write(new Backup.Task(settings, List.of(), List.of(), MediaSamples.file("clip.mp4")), List.of(), file);
        Backup.Task read = Backup.readTask(file, any -> List.of(), dir.resolve("scratch"));
        assertThat(read.video()).hasBinaryContent(MediaSamples.bytes("clip.mp4"));
        assertThat(read.frames()).isEmpty();
    }

    @Test
    void picturesBesidePointCloudsComeBack() throws IOException {
        List<Frame> clouds = MediaFile.open(MediaSamples.file("clouds.zip"), "clouds.zip", dir).frames();
        Path file = dir.resolve("b.zip");
        Backup.write(new Backup.Task(Samples.json("{\"name\":\"t\"}"), List.of(), clouds, null), List.of(), file);
        Backup.Task read = Backup.readTask(file, any -> List.of(), dir.resolve("scratch"));
        assertThat(read.frames()).extracting(Frame::name).containsExactly("pointcloud/000001.pcd",
                "pointcloud/000002.pcd");
        assertThat(read.frames()).allSatisfy(each -> assertThat(each.context()).hasSize(1));
    }

    @Test
    void aVideoThatIsMissingOrLiesOutsideIsRefused() throws IOException {
        Path file = dir.resolve("b.zip");
        for (String name : List.of("gone.mp4", "../../out.mp4")) {
            try (Zips zip = new Zips(file)) {
                zip.add("task.json", out -> out.write(("{\"data\":{\"video\":\"" + name + "\"}}").getBytes()));
                zip.add("annotations.json", out -> out.write("[]".getBytes()));
            }
            assertThatThrownBy(() -> Backup.readTask(file, any -> List.of(), dir.resolve("s" + name.length())))
                    .isInstanceOf(FormatException.class).hasMessageContaining(name);
        }
    }

    @Test
    void taskComesBackWithNewLabelIds() throws IOException {
        TaskView task = Samples.task(dir, Samples.SHAPES);
        Path file = dir.resolve("b.zip");
        Backup.write(new Backup.Task(Samples.json("{\"name\":\"t\"}"), List.of(task.annotations()), frames(task), null),
                Samples.LABELS, file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).contains("task.json", "annotations.json",
                    "data/manifest.jsonl",
                    "data/in/img_0.png");
        }
        Backup.Task read = Backup.readTask(file, settings -> moved(Samples.LABELS), dir.resolve("scratch"));
        assertThat(read.settings()).isEqualTo(Samples.json("{\"name\":\"t\"}"));
        assertThat(read.frames()).extracting(Frame::name).containsExactly("in/img_0.png", "in/img_1.png",
                "in/img_2.png");
        JsonObject box = Samples.shape(read.annotations().get(0), "rectangle");
        assertThat(box.get("label_id").getAsInt()).isEqualTo(101);
        assertThat(box.get("points")).isEqualTo(AnnotationJson.points(1, 2, 20.5, 30.25));
        assertThat(AnnotationJson.objects(box, "attributes")).extracting(each -> each.get("spec_id").getAsInt())
                .containsExactly(201, 202);
        assertThat(AnnotationJson.objects(Samples.shape(read.annotations().get(0), "skeleton"), "elements"))
                .extracting(each -> each.get("label_id").getAsInt()).containsExactly(104, 105);
    }

    @Test
    void tracksComeBackWithAttributesOfTheirShapes() throws IOException {
        JsonObject annotations = Samples.json("""
                {"tags":[],"shapes":[],"tracks":[{"frame":0,"label_id":1,
                 "attributes":[{"spec_id":2,"value":"b"}],"elements":[],
                 "shapes":[{"type":"rectangle","frame":0,"points":[1,1,5,5],
                            "attributes":[{"spec_id":1,"value":"3"}]}]}]}""");
        Path file = dir.resolve("b.zip");
        Backup.write(new Backup.Task(new JsonObject(), List.of(annotations), List.of(), null), Samples.LABELS, file);
        Backup.Task read = Backup.readTask(file, settings -> Samples.LABELS, dir.resolve("scratch"));
        assertThat(read.annotations().get(0).get("tracks")).isEqualTo(annotations.get("tracks"));
        assertThat(read.frames()).isEmpty();
    }

    @Test
    void projectComesBackWithItsTasks() throws IOException {
        TaskView task = Samples.task(dir, Samples.SHAPES);
        Backup.Task one = new Backup.Task(Samples.json("{\"name\":\"one\"}"), List.of(task.annotations()),
                frames(task), null);
        Backup.Task two = new Backup.Task(Samples.json("{\"name\":\"two\"}"), List.of(), List.of(), null);
        Path file = dir.resolve("b.zip");
        Backup.write(new Backup.Project(Samples.json("{\"name\":\"p\"}"), List.of(one, two)), Samples.LABELS, file);
        Backup.Project read = Backup.readProject(file, settings -> {
            assertThat(settings.get("name").getAsString()).isEqualTo("p");
            return Samples.LABELS;
        }, dir.resolve("scratch"));
        assertThat(read.tasks()).extracting(each -> each.settings().get("name").getAsString())
                .containsExactly("one", "two");
        assertThat(read.tasks().get(0).frames()).hasSize(3);
    }

    @Test
    void whatIsNoBackupIsRefused() throws IOException {
        Path text = Files.writeString(dir.resolve("a.zip"), "not a zip");
        assertThatThrownBy(() -> Backup.readTask(text, any -> List.of(), dir.resolve("s1")))
                .isInstanceOf(FormatException.class)
                .hasMessage("File is not a zip file");
        Path other = Pictures.zip(dir.resolve("b.zip"), "x", 1);
        assertThatThrownBy(() -> Backup.readTask(other, any -> List.of(), dir.resolve("s2")))
                .hasMessageContaining("no task.json");
        Path zeros = Pictures.zip(dir.resolve("c.zip"), "task.json", 5);
        assertThatThrownBy(() -> Backup.readTask(zeros, any -> List.of(), dir.resolve("s3")))
                .isInstanceOf(FormatException.class);
        Path climbs = Pictures.zip(dir.resolve("d.zip"), "../task.json", 5);
        assertThatThrownBy(() -> Backup.readProject(climbs, any -> List.of(), dir.resolve("s4")))
                .hasMessageContaining("Bad file path");
        assertThat(dir.resolve("task.json")).doesNotExist();
    }

    @Test
    void settingsOfAnotherShapeAreRefusedAndNotAnError() throws IOException {
        Path file = dir.resolve("b.zip");
        Backup.write(new Backup.Task(Samples.json("{\"name\":[]}"), List.of(), List.of(), null), Samples.LABELS, file);
        assertThatThrownBy(() -> Backup.readTask(file, settings -> {
            settings.getAsJsonObject("labels").size();
            return List.of();
        }, dir.resolve("s"))).isInstanceOf(FormatException.class);
    }
}
