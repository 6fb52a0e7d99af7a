package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads by TUS 1.0.0, whole and broken. */
class TusTest extends ServerFixture {

    /** What the server makes of a PATCH. */
    enum Fault { NONE, RESET_BEFORE, RESET_AFTER, HALF, LOSE, BUSY, STUCK }

    @TempDir
    Path directory;

    private final Map<String, ByteArrayOutputStream> uploads = new ConcurrentHashMap<>();
    private final Queue<Fault> faults = new ArrayDeque<>();
    private final List<RecordedRequest> log = new CopyOnWriteArrayList<>();
    private Path file;

    @BeforeEach
    void serveUploads() throws IOException {
        file = Files.write(directory.resolve("na\u00efve.zip"), content(1_000));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                log.add(request);
                return switch (request.getMethod()) {
                    case "POST" -> begin();
                    case "PATCH" -> append(request);
                    case "HEAD" -> offset(upload(request));
                    default -> throw new AssertionError(request.getMethod());
                };
            }
        });
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        for (int i = 0; i < size; i++) {
            content[i] = (byte) (i * 31 + i / 256);
        }
        return content;
    }

    private String upload(RecordedRequest request) {
        List<String> path = request.getUrl().pathSegments();
        return path.get(path.size() - 1);
    }

    private MockResponse begin() {
        String id = "2_upload-" + uploads.size();
        uploads.put(id, new ByteArrayOutputStream());
        return new MockResponse.Builder().code(201).setHeader("Location", "http://internal:8080/api/tasks/7/data/" + id)
                .setHeader("Upload-Filename", "stored-" + id).build();
    }

    /** A complete upload is gone, as on the real server. */
    private MockResponse offset(String id) {
        ByteArrayOutputStream upload = uploads.get(id);
        return upload == null || upload.size() == 1_000 ? new MockResponse.Builder().code(404).build()
                : new MockResponse.Builder().setHeader("Upload-Offset", upload.size()).setHeader("Upload-Length", 1_000)
                        .build();
    }

    private MockResponse append(RecordedRequest request) {
        String id = upload(request);
        ByteArrayOutputStream upload = uploads.get(id);
        Fault fault = faults.isEmpty() ? Fault.NONE : faults.remove();
        if (fault == Fault.LOSE) {
            uploads.put(id, new ByteArrayOutputStream() {
                @Override
                public synchronized int size() {
                    return 1_000;
                }
            });
            return new MockResponse.Builder().code(404).build();
        }
        if (fault == Fault.BUSY) {
            return new MockResponse.Builder().code(503).setHeader("Retry-After", "3").build();
        }
        if (Integer.parseInt(request.getHeaders().get("Upload-Offset")) != upload.size()) {
            return new MockResponse.Builder().code(409).build();
        }
        byte[] body = request.getBody().toByteArray();
        if (fault != Fault.RESET_BEFORE && fault != Fault.STUCK) {
            upload.write(body, 0, fault == Fault.HALF ? body.length / 2 : body.length);
        }
        MockResponse.Builder response = new MockResponse.Builder().code(204).setHeader("Upload-Offset", upload.size());
        boolean reset = fault == Fault.RESET_BEFORE || fault == Fault.RESET_AFTER || fault == Fault.HALF;
        return (reset ? response.onResponseStart(new SocketEffect.CloseSocket()) : response).build();
    }

    private String upload(List<Long> progress) throws IOException {
        LocalFile sent = new LocalFile(file, "na\u00efve.zip", Files.size(file));
        return new Tus(calls(), 300).upload(server.url("/api/tasks/7/data/?format=x"), sent, progress::add);
    }

    private List<String> offsets() {
        return log.stream().filter(request -> request.getMethod().equals("PATCH"))
                .map(request -> request.getHeaders().get("Upload-Offset")).toList();
    }

    @Test
    void wholeUpload() throws IOException {
        List<Long> progress = new ArrayList<>();
        assertThat(upload(progress)).isEqualTo("stored-2_upload-0");
        assertThat(uploads.get("2_upload-0").toByteArray()).isEqualTo(content(1_000));
        assertThat(progress).containsExactly(300L, 600L, 900L, 1_000L);

        RecordedRequest begin = log.get(0);
        assertThat(begin.getTarget()).isEqualTo("/api/tasks/7/data/");
        assertThat(begin.getHeaders().get("Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(begin.getHeaders().get("Upload-Length")).isEqualTo("1000");
        // The name in UTF-8 and base64, as the protocol wants metadata.
        assertThat(begin.getHeaders().get("Upload-Metadata")).isEqualTo("filename bmHDr3ZlLnppcA==");
        assertThat(begin.getBodySize()).isZero();
        RecordedRequest piece = log.get(1);
        assertThat(piece.getTarget()).isEqualTo("/api/tasks/7/data/2_upload-0");
        assertThat(piece.getHeaders().get("Content-Type")).isEqualTo("application/offset+octet-stream");
        assertThat(piece.getHeaders().get("Authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(piece.getBodySize()).isEqualTo(300);
    }

    @Test
    void goesOnWhereTheServerIs() throws IOException {
        faults.addAll(List.of(Fault.NONE, Fault.HALF, Fault.RESET_BEFORE, Fault.RESET_AFTER));
        upload(new ArrayList<>());
        assertThat(uploads.get("2_upload-0").toByteArray()).isEqualTo(content(1_000));
        assertThat(offsets()).containsExactly("0", "300", "450", "450", "750");
    }

    @Test
    void busyServerIsGivenTheTimeItAsksFor() throws IOException {
        faults.add(Fault.BUSY);
        upload(new ArrayList<>());
        assertThat(time.sleeps).containsExactly(java.time.Duration.ofSeconds(3));
        assertThat(offsets()).containsExactly("0", "0", "300", "600", "900");
    }

    @Test
    void lostUploadIsBegunAnew() throws IOException {
        faults.addAll(List.of(Fault.NONE, Fault.LOSE));
        assertThat(upload(new ArrayList<>())).isEqualTo("stored-2_upload-1");
        assertThat(uploads.get("2_upload-1").toByteArray()).isEqualTo(content(1_000));
    }

    @Test
    void cutAfterTheLastPieceIsUploadedAnew() throws IOException {
        // The server's 404 then means "complete" or "lost"; only a new upload makes sure.
        faults.addAll(List.of(Fault.NONE, Fault.NONE, Fault.NONE, Fault.RESET_AFTER));
        upload(new ArrayList<>());
        assertThat(uploads.get("2_upload-1").toByteArray()).isEqualTo(content(1_000));
    }

    @Test
    void serverThatTakesNothingIsGivenUp() {
        faults.addAll(List.of(Fault.STUCK, Fault.STUCK, Fault.STUCK, Fault.STUCK, Fault.STUCK));
        assertThatThrownBy(() -> upload(new ArrayList<>())).isInstanceOf(CvatException.class)
                .hasMessageContaining("has no more than before");
    }

    @Test
    void deadServerIsGivenUpAfterThreeRetries() {
        for (int i = 0; i < 20; i++) {
            faults.add(Fault.RESET_BEFORE);
        }
        assertThatThrownBy(() -> upload(new ArrayList<>())).isInstanceOf(CvatException.class)
                .hasMessageStartingWith("PATCH /api/tasks/7/data/2_upload-0: ");
        assertThat(offsets()).containsExactly("0", "0", "0", "0");
    }

    @Test
    void refusalIsNotTriedAgain() {
        server.setDispatcher(new mockwebserver3.QueueDispatcher());
        answer(json(413, "\"File size exceeds max limit\""));
        assertThatThrownBy(() -> upload(new ArrayList<>()))
                .hasMessage("POST /api/tasks/7/data/: 413: File size exceeds max limit");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void uploadOnAnotherServerIsRefusedBeforeAnythingIsSent() throws IOException {
        server.setDispatcher(new mockwebserver3.QueueDispatcher());
        try (MockWebServer other = new MockWebServer()) {
            other.start();
            answer(new MockResponse.Builder().code(201).setHeader("Location", other.url("/files/2_abc").toString()));
            assertThatThrownBy(() -> upload(new ArrayList<>())).isInstanceOf(CvatException.class).hasMessage(
                    "POST /api/tasks/7/data/: " + Origin.of(server.url("/")) + " began the upload on another server, "
                            + Origin.of(other.url("/")) + ", which was sent nothing");
            assertThat(other.getRequestCount()).isZero();
        }
    }

    @Test
    void uploadWithoutAnAddress() {
        server.setDispatcher(new mockwebserver3.QueueDispatcher());
        answer(new MockResponse.Builder().code(201));
        assertThatThrownBy(() -> upload(new ArrayList<>()))
                .hasMessage("POST /api/tasks/7/data/: the server began no upload");
    }
}
