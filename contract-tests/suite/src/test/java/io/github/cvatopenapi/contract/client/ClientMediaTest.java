package io.github.cvatopenapi.contract.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.client.Credentials;
import io.github.cvatopenapi.client.CvatClient;
import io.github.cvatopenapi.client.FrameRange;
import io.github.cvatopenapi.client.RequestFailedException;
import io.github.cvatopenapi.client.TransferOptions;
import io.github.cvatopenapi.client.model.DataMetaRead;
import io.github.cvatopenapi.client.model.DataRequest;
import io.github.cvatopenapi.client.model.FrameDataType;
import io.github.cvatopenapi.client.model.FrameQuality;
import io.github.cvatopenapi.client.model.LabeledData;
import io.github.cvatopenapi.client.model.LabeledTrack;
import io.github.cvatopenapi.client.model.PatchedLabelRequest;
import io.github.cvatopenapi.client.model.ShapeType;
import io.github.cvatopenapi.client.model.TaskRead;
import io.github.cvatopenapi.client.model.TaskWriteRequest;
import io.github.cvatopenapi.client.model.TrackedShape;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the client does with a video: tasks of parts of it, tracks, frames and chunks; the clip has 30 frames. */
class ClientMediaTest {

    private static final Path CLIP = Path.of("../embedded/src/test/resources/media/clip.mp4");

    private static EmbeddedCvat server;
    private static CvatClient client;

    @BeforeAll
    static void start() {
        server = EmbeddedCvat.start();
        client = CvatClient.builder().baseUrl(server.baseUrl().toString())
                .credentials(Credentials.basic(server.adminName(), server.adminPassword())).build();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static TaskRead task(FrameRange frames) {
        return client.createTask(
                new TaskWriteRequest().name("clip").labels(List.of(new PatchedLabelRequest().name("car"))),
                new DataRequest().imageQuality(70), CLIP, frames, TransferOptions.DEFAULT);
    }

    @Test
    void rangeAndStepAreAsTheServerCountsThem() {
        assertThat(task(FrameRange.ALL).getSize()).isEqualTo(30);
        TaskRead task = task(FrameRange.between(2, 20).every(3));
        assertThat(task.getSize()).isEqualTo(7);
        DataMetaRead meta = client.execute(client.tasks().tasksRetrieveDataMeta(task.getId()));
        assertThat(meta.getStartFrame()).isEqualTo(2);
        assertThat(meta.getStopFrame()).isEqualTo(20);
        assertThat(meta.getFrameFilter()).isEqualTo("step=3");
    }

    /** With no more than a track must have; the server fills in the rest. */
    @Test
    void tracksAreReadBackAsTheyWereDrawn() {
        TaskRead task = task(FrameRange.ALL.every(3));
        int label = client.list(client.labels().labelsList(o -> o.taskId(task.getId()))).iterator().next().getId();
        List<TrackedShape> shapes = List.of(shape(1, false, List.of(4.0, 4.0, 20.0, 16.0)),
                shape(4, false, List.of(10.0, 8.0, 26.0, 20.0)), shape(5, true, List.of(10.0, 8.0, 26.0, 20.0)));
        client.execute(client.tasks().tasksUpdateAnnotations(task.getId(), new LabeledData().version(0)
                .tags(List.of()).shapes(List.of())
                .tracks(List.of(new LabeledTrack().labelId(label).frame(1).shapes(shapes)))));
        List<LabeledTrack> tracks = client.execute(client.tasks().tasksRetrieveAnnotations(task.getId())).getTracks();
        assertThat(tracks).singleElement().satisfies(track -> {
            assertThat(track.getFrame()).isEqualTo(1);
            assertThat(track.getShapes()).extracting(TrackedShape::getFrame).containsExactly(1, 4, 5);
            assertThat(track.getShapes()).extracting(TrackedShape::getOutside).containsExactly(false, false, true);
            assertThat(track.getShapes()).extracting(TrackedShape::getPoints)
                    .containsExactlyElementsOf(shapes.stream().map(TrackedShape::getPoints).toList());
        });
    }

    private static TrackedShape shape(int frame, boolean outside, List<Double> points) {
        return new TrackedShape().type(ShapeType.RECTANGLE).frame(frame).outside(outside).points(points);
    }

    @Test
    void framesAndChunksAreStreamed() throws IOException {
        TaskRead task = task(FrameRange.from(25));
        DataMetaRead meta = client.execute(client.tasks().tasksRetrieveDataMeta(task.getId()));
        for (int frame = 0; frame < meta.getSize(); frame++) {
            int number = frame;
            try (ResponseBody body = client.execute(client.tasks().tasksRetrieveData(task.getId(), FrameDataType.FRAME,
                    o -> o.number(number).quality(FrameQuality.ORIGINAL)))) {
                BufferedImage picture = ImageIO.read(body.byteStream());
                assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(64, 48);
            }
        }
        assertThat(meta.getSize()).isEqualTo(5).isLessThanOrEqualTo(meta.getChunkSize());
        try (ResponseBody body = client.execute(client.tasks().tasksRetrieveData(task.getId(), FrameDataType.CHUNK,
                o -> o.number(0).quality(FrameQuality.COMPRESSED)))) {
            assertThat(String.valueOf(body.contentType())).isIn("application/zip", "video/mp4");
            assertThat(body.bytes()).isNotEmpty();
        }
    }

    @Test
    void aRangeBeyondTheEndFailsInTheServersWordsAndNoTaskStays() {
        int before = client.execute(client.tasks().tasksList()).getCount();
        assertThatThrownBy(() -> task(FrameRange.from(500))).isInstanceOfSatisfying(RequestFailedException.class,
                e -> assertThat(e.getMessage()).endsWith(e.serverMessage()).contains("ValueError"));
        assertThat(client.execute(client.tasks().tasksList()).getCount()).isEqualTo(before);
    }
}
