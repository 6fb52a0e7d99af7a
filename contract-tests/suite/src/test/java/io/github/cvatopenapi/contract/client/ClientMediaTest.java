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
import io.github.cvatopenapi.client.model.PatchedLabelRequest;
import io.github.cvatopenapi.client.model.TaskRead;
import io.github.cvatopenapi.client.model.TaskWriteRequest;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tasks that the client makes of parts of a video; the clip has 30 frames. */
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

    @Test
    void aRangeBeyondTheEndFailsInTheServersWordsAndNoTaskStays() {
        int before = client.execute(client.tasks().tasksList()).getCount();
        assertThatThrownBy(() -> task(FrameRange.from(500))).isInstanceOfSatisfying(RequestFailedException.class,
                e -> assertThat(e.getMessage()).endsWith(e.serverMessage()).contains("ValueError"));
        assertThat(client.execute(client.tasks().tasksList()).getCount()).isEqualTo(before);
    }
}
