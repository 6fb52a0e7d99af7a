package io.github.cvatopenapi.contract.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.client.Credentials;
import io.github.cvatopenapi.client.CvatClient;
import io.github.cvatopenapi.client.RequestFailedException;
import io.github.cvatopenapi.client.Target;
import io.github.cvatopenapi.client.TransferOptions;
import io.github.cvatopenapi.client.model.DataRequest;
import io.github.cvatopenapi.client.model.PatchedLabelRequest;
import io.github.cvatopenapi.client.model.TaskRead;
import io.github.cvatopenapi.client.model.TaskWriteRequest;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client's whole jobs against the embedded instance, which is held against a real server's answers. */
class ClientOnEmbeddedTest {

    /** Small enough that every file goes up in pieces. */
    private static final TransferOptions PIECES = TransferOptions.DEFAULT.withPieceSize(100);

    private static EmbeddedCvat server;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        server = EmbeddedCvat.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Credentials> credentials() {
        return Stream.of(Credentials.login(server.adminName(), server.adminPassword()),
                Credentials.basic(server.adminName(), server.adminPassword()));
    }

    private CvatClient client(Credentials credentials) {
        return CvatClient.builder().baseUrl(server.baseUrl().toString()).credentials(credentials).build();
    }

    private TaskRead task(CvatClient client, TransferOptions options) throws IOException {
        List<Path> images = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Path image = directory.resolve("image_" + i + ".png");
            ImageIO.write(new BufferedImage(32, 24 + i, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
            images.add(image);
        }
        return client.createTask(
                new TaskWriteRequest().name("t").labels(List.of(new PatchedLabelRequest().name("car"))),
                new DataRequest().imageQuality(70), images, options);
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void taskExportsImportsAndBackups(Credentials credentials) throws IOException {
        try (CvatClient client = client(credentials)) {
            TaskRead task = task(client, PIECES);
            assertThat(task.getSize()).isEqualTo(3);
            Target target = Target.task(task.getId());

            Path annotations = client.exports().dataset(target, "CVAT for images 1.1", false, directory);
            assertThat(annotations.getFileName().toString()).startsWith("task_" + task.getId()).endsWith(".zip");
            assertThat(client.imports().annotations(target, "CVAT 1.1", annotations).getStatus().value())
                    .isEqualTo("finished");
            assertThat(client.imports().annotations(target, "CVAT 1.1", annotations, PIECES).getStatus().value())
                    .isEqualTo("finished");

            Path backup = client.exports().backup(target, directory);
            int again = client.imports().taskBackup(backup, PIECES);
            assertThat(client.execute(client.tasks().tasksRetrieve(again)).getSize()).isEqualTo(3);
        }
    }

    @Test
    void smallFilesGoTogether() throws IOException {
        try (CvatClient client = client(credentials().findFirst().orElseThrow())) {
            assertThat(task(client, TransferOptions.DEFAULT).getSize()).isEqualTo(3);
        }
    }

    @Test
    void brokenFileFailsWithTheServersMessage() throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.zip"), "not a zip");
        try (CvatClient client = client(credentials().findFirst().orElseThrow())) {
            Target target = Target.task(task(client, TransferOptions.DEFAULT).getId());
            assertThatThrownBy(() -> client.imports().annotations(target, "CVAT 1.1", broken))
                    .isInstanceOf(RequestFailedException.class);
        }
    }

    @Test
    void listsAreWalkedToTheirEnd() throws IOException {
        try (CvatClient client = client(credentials().findFirst().orElseThrow())) {
            task(client, TransferOptions.DEFAULT);
            task(client, TransferOptions.DEFAULT);
            int count = client.execute(client.tasks().tasksList()).getCount();
            List<Integer> ids = client.list(client.tasks().tasksList()).pageSize(1).stream().map(TaskRead::getId)
                    .toList();
            assertThat(ids).hasSize(count).doesNotHaveDuplicates();
        }
    }
}
