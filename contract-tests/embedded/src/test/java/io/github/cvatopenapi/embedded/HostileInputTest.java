package io.github.cvatopenapi.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.embedded.Client.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is sent to break the instance is refused in words, without a word of how it is made, and leaves nothing behind.
 */
class HostileInputTest {

    /** More than what is read into memory may have. */
    private static final int LARGE = 66 << 20;

    private static EmbeddedCvat cvat;
    private static Client admin;

    @BeforeAll
    static void start() {
        cvat = EmbeddedCvat.start();
        admin = Client.admin(cvat);
    }

    @AfterAll
    static void leavesNothingBehind() {
        Path directory = cvat.directory();
        cvat.close();
        assertThat(directory).doesNotExist();
        assertThat(directory.resolveSibling("out.png")).doesNotExist();
    }

    private static String refused(Client.Reply accepted) {
        String message = Steps.failure(admin, accepted);
        assertThat(message).isNotBlank().doesNotContain("Exception", "\tat ", ".java", cvat.directory().toString());
        return message;
    }

    private static String data(String name, byte[] content) {
        long task = admin.post("/api/tasks", "{\"name\": \"t\", \"labels\": [{\"name\": \"dog\"}]}").id();
        String message = refused(admin.form("/api/tasks/" + task + "/data/", Map.of("image_quality", "70"),
                List.of(new Part("client_files[0]", name, content))));
        assertThat(admin.get("/api/jobs?task_id=" + task).count()).isZero();
        return message;
    }

    private static byte[] zip(String name, int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry(name));
            byte[] zeros = new byte[1 << 16];
            for (int written = 0; written < size; written += zeros.length) {
                zip.write(zeros, 0, Math.min(zeros.length, size - written));
            }
        }
        return out.toByteArray();
    }

    /** A picture that says it is as large as an int can say, and holds nothing. */
    private static byte[] pictureBomb() {
        byte[] header = {'I', 'H', 'D', 'R', 0x7f, -1, -1, -1, 0x7f, -1, -1, -1, 8, 2, 0, 0, 0};
        CRC32 crc = new CRC32();
        crc.update(header);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13});
        out.writeBytes(header);
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write((int) (crc.getValue() >> shift));
        }
        return out.toByteArray();
    }

    @Test
    void refusesPicturesThatClaimToBeHuge() {
        data("bomb.png", pictureBomb());
    }

    @Test
    void refusesArchivesThatAreBrokenOrClimbOrHoldNoPicture() throws IOException {
        data("broken.zip", "PK\3\4 and no more".getBytes(StandardCharsets.UTF_8));
        data("cut.zip", Arrays.copyOf(zip("a.png", 100_000), 60));
        data("climbs.zip", zip("../out.png", 10));
        data("zeros.zip", zip("zeros.png", LARGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out.png", "/etc/out.png", "a/../../out.png", "..\\..\\out.png"})
    void takesNoFileOutsideItsDirectory(String name) throws IOException {
        long task = admin.post("/api/tasks", "{\"name\": \"t\"}").id();
        Client.Reply reply = admin.form("/api/tasks/" + task + "/data/", Map.of("image_quality", "70"),
                List.of(new Part("client_files[0]", name, Steps.png(4, 4, 1))));

        assertThat(reply.status()).isBetween(200, 499);
        if (reply.status() == 202) {
            Steps.done(admin, reply);
        }
        try (var files = Files.walk(cvat.directory().getParent(), 1)) {
            assertThat(files).noneMatch(each -> each.endsWith("out.png"));
        }
        assertThat(Path.of("/etc/out.png")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tasks/backup/", "/api/projects/backup/"})
    void refusesBackupsThatAreNone(String path) throws IOException {
        String field = path.contains("tasks") ? "task_file" : "project_file";
        byte[] noZip = "no zip".getBytes(StandardCharsets.UTF_8);
        for (byte[] content : List.of(noZip, zip("../task.json", 5), zip("task.json", LARGE))) {
            refused(admin.form(path, Map.of(), List.of(new Part(field, "b.zip", content))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CVAT 1.1", "COCO 1.0"})
    void refusesAnnotationsThatAreNone(String format) throws IOException {
        long task = Steps.task(admin, 1, "");
        String entities = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<annotations>&x;</annotations>";
        for (byte[] content : List.of("no zip".getBytes(StandardCharsets.UTF_8), zip("../annotations.xml", 5),
                "[".repeat(200_000).getBytes(StandardCharsets.UTF_8), entities.getBytes(StandardCharsets.UTF_8),
                zip("annotations.xml", LARGE))) {
            String path = "/api/tasks/" + task + "/annotations/?format=" + format.replace(" ", "%20");
            String message = refused(
                    admin.form(path, Map.of(), List.of(new Part("annotation_file", "a.zip", content))));
            assertThat(message).doesNotContain("root:");
        }
        assertThat(admin.get("/api/tasks/" + task + "/annotations/").object().getAsJsonArray("shapes")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999", "9999999999999999999", "-1", "text"})
    void readsNoBodyBeyondItsLimit(String length) throws IOException {
        URI base = cvat.baseUrl();
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(("POST /api/projects HTTP/1.1\r\nHost: x\r\n"
                    + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n{}")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(12);

            assertThat(new String(start, StandardCharsets.US_ASCII)).matches("HTTP/1.1 4\\d\\d");
        }
    }
}
