package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cvatopenapi.client.model.DataRequest;
import io.github.cvatopenapi.client.model.TaskWriteRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One kind of exception, whatever goes wrong and whichever way a call is made. */
class ExceptionsTest extends ServerFixture {

    private static final String REFUSAL = "{\"detail\": \"Invalid token.\"}";

    @TempDir
    Path directory;

    interface Job {
        Object run(CvatClient client, Path file);
    }

    static Stream<Job> jobs() {
        Target task = Target.task(7);
        return Stream.of(
                (client, file) -> client.execute(client.users().usersRetrieveSelf()),
                (client, file) -> client.list(client.tasks().tasksList()).iterator().hasNext(),
                (client, file) -> client.list(client.tasks().tasksList()).stream().count(),
                (client, file) -> client.start(client.tasks().tasksCreateBackupExport(7)),
                (client, file) -> client.pending("r").await(),
                (client, file) -> client.pending("r").cancel(),
                (client, file) -> client.exports().dataset(task, "COCO 1.0", true, file.getParent()),
                (client, file) -> client.exports().backup(task, file.getParent()),
                (client, file) -> client.exports().download(client.server().serverRetrieveAbout().request().url()
                        .toString(), file.getParent()),
                (client, file) -> client.imports().annotations(task, "CVAT 1.1", file),
                (client, file) -> client.imports().dataset(7, "CVAT 1.1", file),
                (client, file) -> client.imports().taskBackup(file),
                (client, file) -> client.imports().projectBackup(file),
                (client, file) -> client.createTask(new TaskWriteRequest().name("t"),
                        new DataRequest().imageQuality(70), List.of(file)));
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void refusedWhateverIsDone(Job job) throws IOException {
        answer(json(401, REFUSAL));
        Path file = Files.writeString(directory.resolve("a.zip"), "x");
        try (CvatClient client = settings().build()) {
            Throwable failure = catchThrowable(() -> job.run(client, file));
            assertThat(failure).isInstanceOf(CvatException.class).hasMessageEndingWith("401: Invalid token.");
        }
    }

    static Stream<Job> jobsWithFiles() {
        return jobs().skip(9);
    }

    @ParameterizedTest
    @MethodSource("jobsWithFiles")
    void fileThatIsMissing(Job job) {
        unreadable(job, directory.resolve("a.zip"), "there is no such file or directory");
    }

    @ParameterizedTest
    @MethodSource("jobsWithFiles")
    void directoryInsteadOfAFile(Job job) {
        unreadable(job, directory, "it is a directory: name the files in it");
        unreadable(job, directory.getRoot(), "it is a directory: name the files in it");
    }

    private void unreadable(Job job, Path file, String why) {
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> job.run(client, file)).isInstanceOf(CvatException.class)
                    .hasMessage("read " + file + ": " + why);
        }
        assertThat(server.getRequestCount()).as("calls before the file was looked at").isZero();
    }

    @Test
    void fileThatVanishesWhileItIsSent() throws IOException {
        Path file = Files.writeString(directory.resolve("a.zip"), "x");
        LocalFile seen = LocalFile.of(file);
        Files.delete(file);
        assertThatThrownBy(() -> calls().send(new okhttp3.Request.Builder().url(server.url("/x"))
                .post(FileSlice.whole(seen)).build())).isInstanceOf(CvatException.class)
                .hasMessage("read " + file + ": there is no such file or directory");
    }

    @Test
    void futureFailsWithItAsCause() {
        answer(json(401, REFUSAL));
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.executeAsync(client.users().usersRetrieveSelf()).join())
                    .isInstanceOf(CompletionException.class).hasCauseInstanceOf(CvatException.class);
        }
    }

    /** The login is a call within the call; OkHttp must get to see an I/O failure, or it would die of it. */
    @Test
    void loginThatFailsWithinACallInTheBackground() {
        answer(json(400, "{\"non_field_errors\": [\"Unable to log in.\"]}"));
        try (CvatClient client = settings().credentials(Credentials.login("ann", "wrong password")).build()) {
            assertThatThrownBy(() -> client.executeAsync(client.users().usersRetrieveSelf()).join())
                    .cause().isInstanceOf(CvatException.class)
                    .hasMessage("POST /api/auth/login: 400: Unable to log in.");
        }
    }

    @Test
    void retrofitsOwnExecuteThrowsAsEver() {
        answer(json(400, "{\"non_field_errors\": [\"Unable to log in.\"]}"));
        try (CvatClient client = settings().credentials(Credentials.login("ann", "wrong password")).build()) {
            assertThatThrownBy(() -> client.users().usersRetrieveSelf().execute()).isInstanceOf(IOException.class)
                    .hasMessage("POST /api/auth/login: 400: Unable to log in.").hasCauseInstanceOf(CvatException.class);
        }
    }

    @Test
    void logoutAndVersionThatFailEndNothing() {
        answer(new MockResponse.Builder().code(500), json(200, "{\"key\": \"k\"}")
                .addHeader("Set-Cookie", "sessionid=s; Path=/"), json(200, "{\"id\": 3}"), json(500, "\"no\""));
        try (CvatClient client = settings().credentials(Credentials.login("ann", "right password"))
                .serverVersionCheck(ServerVersionCheck.WARN).build()) {
            assertThat(client.execute(client.users().usersRetrieveSelf()).getId()).isEqualTo(3);
        }
        assertThat(server.getRequestCount()).isEqualTo(4);
    }
}
