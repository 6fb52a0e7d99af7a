package io.github.cvatopenapi.contract.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.client.CloudFile;
import io.github.cvatopenapi.client.Credentials;
import io.github.cvatopenapi.client.CvatClient;
import io.github.cvatopenapi.client.CvatException;
import io.github.cvatopenapi.client.RequestFailedException;
import io.github.cvatopenapi.client.Target;
import io.github.cvatopenapi.client.model.CloudStorageWriteRequest;
import io.github.cvatopenapi.client.model.CredentialsTypeEnum;
import io.github.cvatopenapi.client.model.DataRequest;
import io.github.cvatopenapi.client.model.PatchedLabelRequest;
import io.github.cvatopenapi.client.model.ProjectWriteRequest;
import io.github.cvatopenapi.client.model.ProviderTypeEnum;
import io.github.cvatopenapi.client.model.TaskRead;
import io.github.cvatopenapi.client.model.TaskWriteRequest;
import io.github.cvatopenapi.contract.harness.fixtures.LocalFiles;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the client has the embedded instance write to a bucket and read from it: the bucket is a folder here. */
class ClientCloudFilesTest {

    private static final String FORMAT = "CVAT for images 1.1";

    @TempDir
    Path bucket;

    @TempDir
    Path directory;

    private EmbeddedCvat server;
    private CvatClient client;
    private int storage;

    @BeforeEach
    void start() {
        server = EmbeddedCvat.builder().bucket("team", bucket).start();
        client = CvatClient.builder().baseUrl(server.baseUrl().toString())
                .credentials(Credentials.basic(server.adminName(), server.adminPassword())).build();
        storage = client.execute(client.cloudstorages().cloudstoragesCreate(new CloudStorageWriteRequest()
                .providerType(ProviderTypeEnum.AWS_S3_BUCKET).resource("team").displayName("team")
                .credentialsType(CredentialsTypeEnum.KEY_SECRET_KEY_PAIR).key("any-key").secretKey("any-secret")
                .specificAttributes("endpoint_url=http%3A%2F%2Fminio%3A9000"))).getId();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private CloudFile file(String name) {
        return new CloudFile(storage, name);
    }

    private TaskRead task(Integer project) throws IOException {
        TaskWriteRequest task = new TaskWriteRequest().name("t").projectId(project);
        if (project == null) {
            task.labels(List.of(new PatchedLabelRequest().name("car")));
        }
        return client.createTask(task, new DataRequest().imageQuality(70),
                LocalFiles.pictures(directory, List.of("a.png", "b.png")));
    }

    @Test
    void aTaskGoesIntoTheBucketAndComesBack() throws IOException {
        Target task = Target.task(task(null).getId());
        client.exports().dataset(task, FORMAT, true, file("out/dataset.zip"));
        assertThat(LocalFiles.archived(bucket.resolve("out/dataset.zip")))
                .contains("annotations.xml").anyMatch(name -> name.endsWith("a.png"));
        client.exports().dataset(task, FORMAT, false, file("out/annotations.zip"));
        assertThat(LocalFiles.archived(bucket.resolve("out/annotations.zip"))).containsExactly("annotations.xml");
        assertThat(client.imports().annotations(task, "CVAT 1.1", file("out/annotations.zip")).getMessage()).isEmpty();

        client.exports().backup(task, file("backup.zip"));
        int again = client.imports().taskBackup(file("backup.zip"));
        assertThat(again).isNotEqualTo(task.id());
        assertThat(client.execute(client.tasks().tasksRetrieve(again)).getSize()).isEqualTo(2);
    }

    @Test
    void aProjectGoesIntoTheBucketAndComesBack() throws IOException {
        int project = project();
        task(project);
        client.exports().dataset(Target.project(project), FORMAT, true, file("project.zip"));
        int other = project();
        client.imports().dataset(other, "CVAT 1.1", file("project.zip"));
        assertThat(client.execute(client.projects().projectsRetrieve(other)).getTasks().getCount()).isEqualTo(1);

        client.exports().backup(Target.project(project), file("backup.zip"));
        int again = client.imports().projectBackup(file("backup.zip"));
        assertThat(client.execute(client.projects().projectsRetrieve(again)).getTasks().getCount()).isEqualTo(1);
    }

    private int project() {
        return client.execute(client.projects().projectsCreate(new ProjectWriteRequest().name("p")
                .labels(List.of(new PatchedLabelRequest().name("car"))))).getId();
    }

    @Test
    void whatIsNotThereFailsInTheServersWords() throws IOException {
        Target task = Target.task(task(null).getId());
        assertThatThrownBy(() -> client.imports().annotations(task, "CVAT 1.1", file("nothing.zip")))
                .isInstanceOfSatisfying(RequestFailedException.class, e -> assertThat(e.serverMessage()).isNotBlank());
        assertThatThrownBy(() -> client.exports().backup(task, new CloudFile(storage + 1, "b.zip")))
                .isInstanceOfSatisfying(CvatException.class, e -> assertThat(e.status()).isEqualTo(400));
        try (var files = Files.list(bucket)) {
            assertThat(files).isEmpty();
        }
    }
}
