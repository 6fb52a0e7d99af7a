package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads into files: whole, cut, resumed, refused. */
class DownloadTest extends ServerFixture {

    private static final String TEXT = "0123456789".repeat(30_000);

    @TempDir
    Path directory;

    private static MockResponse.Builder file(String content) {
        return new MockResponse.Builder().setHeader("Content-Type", "application/zip").setHeader("ETag", "\"v1\"")
                .setHeader("Content-Disposition", "attachment; filename=\"task_1_dataset.zip\"").body(content);
    }

    private static MockResponse.Builder cut(MockResponse.Builder response) {
        return response.onResponseBody(new SocketEffect.CloseSocket());
    }

    /** A server that has more than it sends before it breaks off: the header promises the rest. */
    private static MockResponse.Builder half() {
        return new MockResponse.Builder(file(TEXT).build()).body(new Buffer().writeUtf8(TEXT.substring(0, 100_000)))
                .setHeader("Content-Length", TEXT.length()).onResponseEnd(new SocketEffect.CloseSocket());
    }

    private Path download(Path destination) throws IOException {
        return download(server.url("/api/tasks/1/dataset/download?rq_id=a%3Db").toString(), destination,
                (bytes, total) -> { });
    }

    private Path download(String url, Path destination, TransferListener listener) throws IOException {
        try (CvatClient client = settings().build()) {
            return client.exports().download(url, destination, listener);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void intoADirectoryUnderTheServersName() throws IOException {
        answer(file(TEXT));
        List<Long> told = new ArrayList<>();
        Path written = download(server.url("/x").toString(), directory, (bytes, total) -> {
            assertThat(total).isEqualTo(TEXT.length());
            told.add(bytes);
        });
        assertThat(written).isEqualTo(directory.resolve("task_1_dataset.zip")).hasContent(TEXT);
        assertThat(told).isSorted().last().isEqualTo((long) TEXT.length());
        assertThat(names()).containsExactly("task_1_dataset.zip");
    }

    @Test
    void ontoAFileReplacesIt() throws IOException {
        answer(file(TEXT));
        Path file = Files.writeString(directory.resolve("mine.zip"), "old");
        assertThat(download(file)).isEqualTo(file).hasContent(TEXT);
        assertThat(names()).containsExactly("mine.zip");
    }

    @Test
    void callIsPlainAndSigned() throws IOException {
        answer(file("x"));
        download(directory);
        RecordedRequest request = request();
        assertThat(request.getTarget()).isEqualTo("/api/tasks/1/dataset/download?rq_id=a%3Db");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("*/*");
        assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("identity");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(request.getHeaders().get("Range")).isNull();
    }

    @Test
    void foreignAddressIsCalledWithoutCredentials() throws Exception {
        try (MockWebServer other = new MockWebServer()) {
            other.start();
            other.enqueue(file("x").build());
            download("http://127.0.0.1:" + other.getPort() + "/bucket/x", directory, (bytes, total) -> { });
            assertThat(other.takeRequest().getHeaders().get("Authorization")).isNull();
        }
    }

    @Test
    void cutDownloadGoesOn() throws IOException {
        MockResponse.Builder rest = file(TEXT.substring(100_000)).code(206)
                .setHeader("Content-Range", "bytes 100000-" + (TEXT.length() - 1) + "/" + TEXT.length());
        answer(half(), rest);
        assertThat(download(directory)).hasContent(TEXT);
        request();
        RecordedRequest second = request();
        assertThat(second.getHeaders().get("Range")).isEqualTo("bytes=100000-");
        assertThat(second.getHeaders().get("If-Range")).isEqualTo("\"v1\"");
    }

    @Test
    void changedFileIsLoadedFromTheStart() throws IOException {
        answer(half(), file("new content").setHeader("ETag", "\"v2\""));
        assertThat(download(directory)).hasContent("new content");
    }

    @Test
    void cutDownloadThatCannotGoOnLeavesNothing() throws IOException {
        answer(half().removeHeader("ETag"));
        assertThatThrownBy(() -> download(directory)).isInstanceOf(CvatException.class)
                .hasMessageStartingWith("GET /api/tasks/1/dataset/download: the download broke off after 100000 bytes");
        assertThat(names()).isEmpty();
    }

    @Test
    void downloadThatBreaksOffEachTimeIsGivenUp() throws IOException {
        for (int i = 0; i < 5; i++) {
            answer(file("").setHeader("Content-Length", 5).onResponseEnd(new SocketEffect.CloseSocket()));
        }
        assertThatThrownBy(() -> download(directory)).isInstanceOf(CvatException.class);
        assertThat(server.getRequestCount()).isBetween(3, 4);
        assertThat(names()).isEmpty();
    }

    @Test
    void oldFileStaysWhenTheNewDoesNotCome() throws IOException {
        Path file = Files.writeString(directory.resolve("mine.zip"), "old");
        answer(json(404, "{\"detail\": \"Not found.\"}"));
        assertThatThrownBy(() -> download(file)).hasMessage("GET /api/tasks/1/dataset/download: 404: Not found.");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("mine.zip");
    }

    @Test
    void pageForPeopleIsNoFile() throws IOException {
        answer(new MockResponse.Builder().setHeader("Content-Type", "text/html").body("<html>log in</html>"));
        assertThatThrownBy(() -> download(directory))
                .hasMessage("GET /api/tasks/1/dataset/download: HTML came where a file was due");
        assertThat(names()).isEmpty();
    }
}
