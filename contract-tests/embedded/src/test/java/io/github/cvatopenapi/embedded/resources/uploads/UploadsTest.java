package io.github.cvatopenapi.embedded.resources.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.InstanceFixture;
import io.github.cvatopenapi.embedded.Steps;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads in steps, by TUS. */
class UploadsTest extends InstanceFixture {

    private final byte[] picture = Steps.png(64, 48, 5);

    private static String name(String name) {
        return "filename " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private Client.Reply begin(String path, int length, String name) {
        return ann.with("Tus-Resumable", "1.0.0").with("Upload-Length", String.valueOf(length))
                .with("Upload-Metadata", name(name))
                .post(path, null);
    }

    private Client.Reply piece(Client client, String path, int offset, byte[] bytes) {
        return client.with("Upload-Offset", String.valueOf(offset)).with("Content-Type",
                "application/offset+octet-stream")
                .sendBytes("PATCH", path, bytes);
    }

    private String path(Client.Reply begun) {
        return begun.header("Location").substring(cvat.baseUrl().toString().length());
    }

    @Test
    void aFileComesInPieces() {
        long task = ann.post("/api/tasks", "{\"name\": \"t\"}").id();
        String data = "/api/tasks/" + task + "/data/";
        assertThat(ann.with("Upload-Start", "").post(data, null).status()).isEqualTo(202);
        Client.Reply begun = begin(data, picture.length, "a.png");
        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.header("Upload-Filename")).isEqualTo("a.png");
        String file = path(begun);
        int half = picture.length / 2;
        assertThat(piece(ann, file, 0, Arrays.copyOf(picture, half)).header("Upload-Offset"))
                .isEqualTo(String.valueOf(half));
        assertThat(piece(ann, file, 1, picture).status()).as("wrong offset").isEqualTo(409);
        Client.Reply head = ann.send("HEAD", file, null);
        assertThat(head.header("Upload-Offset")).isEqualTo(String.valueOf(half));
        assertThat(head.header("Upload-Length")).isEqualTo(String.valueOf(picture.length));
        assertThat(head.header("Allow")).isEqualTo("PATCH, HEAD, OPTIONS");
        assertThat(piece(bob, file, half, new byte[1]).status()).as("of another user").isEqualTo(404);
        assertThat(piece(ann, file, half, new byte[picture.length]).status()).as("more than announced").isEqualTo(413);
        assertThat(piece(ann, file, half, Arrays.copyOfRange(picture, half, picture.length)).status()).isEqualTo(204);
        assertThat(ann.send("HEAD", file, null).status()).as("complete").isEqualTo(404);
        Steps.done(ann, ann.with("Upload-Finish", "")
                .post(data, "{\"image_quality\": 70, \"upload_file_order\": [\"a.png\"]}"));
        assertThat(ann.bytes(data + "?type=frame&number=0&quality=original").body()).isEqualTo(picture);
    }

    @Test
    void whatTheServerCanIsSaid() {
        ann.post("/api/tasks", "{\"name\": \"t\"}");
        Client.Reply options = ann.send("OPTIONS", "/api/tasks/1/data/", null);
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(Long.parseLong(options.header("Tus-Max-Size"))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "abc", "", "99999999999999"})
    void lengthsThatCannotBeAreRefused(String length) {
        ann.post("/api/tasks", "{\"name\": \"t\"}");
        assertThat(ann.with("Upload-Length", length).with("Upload-Metadata", name("a.png"))
                .post("/api/tasks/1/data/", null).status())
                .isBetween(400, 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.png", "/etc/a.png", "a/../../b.png", "C:/a.png", "C:\\a.png", ""})
    void namesThatLeadOutsideAreRefused(String name) {
        ann.post("/api/tasks", "{\"name\": \"t\"}");
        assertThat(begin("/api/tasks/1/data/", 3, name).status()).isEqualTo(400);
    }

    @Test
    void namesThatCannotStandBesideEachOtherAreRefused() {
        ann.post("/api/tasks", "{\"name\": \"t\"}");
        assertThat(begin("/api/tasks/1/data/", 3, "a").status()).isEqualTo(201);
        assertThat(begin("/api/tasks/1/data/", 3, "a/b.png").status()).isEqualTo(400);
        assertThat(begin("/api/tasks/1/data/", 3, "x".repeat(300)).status()).isEqualTo(400);
    }

    @Test
    void aFileThatWasNotUploadedCannotBeOrdered() {
        ann.post("/api/tasks", "{\"name\": \"t\"}");
        ann.with("Upload-Start", "true").post("/api/tasks/1/data/", null);
        ann.with("Upload-Multiple", "true").form("/api/tasks/1/data/", Map.of(), Steps.pictures(1));
        assertThat(Steps.failure(ann, ann.with("Upload-Finish", "true").post("/api/tasks/1/data/",
                "{\"image_quality\": 70, \"upload_file_order\": [\"other.png\"]}"))).contains("'other.png'");
    }

    @Test
    void annotationsComeTheSameWay() {
        long task = Steps.task(ann, 1, "");
        byte[] xml = ("<annotations><image name=\"img_0.png\">"
                + "<box label=\"dog\" xtl=\"1\" ytl=\"2\" xbr=\"3\" ybr=\"4\"/></image></annotations>")
                .getBytes(StandardCharsets.UTF_8);
        String target = "/api/tasks/" + task + "/annotations/";
        ann.with("Upload-Start", "").post(target + "?format=CVAT%201.1", null);
        Client.Reply begun = begin(target, xml.length, "a.xml");
        assertThat(begun.header("Location")).endsWith("/" + begun.header("Upload-Filename"));
        assertThat(piece(ann, path(begun), 0, xml).status()).isEqualTo(204);
        assertThat(ann.with("Upload-Finish", "").post(target + "?format=CVAT%201.1&filename=a.xml", null).status())
                .as("found by the name that the server told only").isEqualTo(400);
        Steps.done(ann, ann.with("Upload-Finish", "")
                .post(target + "?format=CVAT%201.1&filename=" + begun.header("Upload-Filename"), null));
        assertThat(ann.get(target).object().getAsJsonArray("shapes")).hasSize(1);
    }

    /** Names that a real server takes; the order is given by the names as they are on the client's side. */
    @ParameterizedTest
    @ValueSource(strings = {"a\"b.png", "c\\d.png", "x:y.png", "ü %25.png"})
    void oddNamesAreTakenInForms(String name) {
        String sent = name.replace("\"", "%22");
        long task = Steps.task(ann, "{\"name\": \"t\"}", Map.of("image_quality", "70", "upload_file_order[0]", name),
                List.of(new Client.Part("client_files[0]", sent, picture)));
        assertThat(frame(task)).isEqualTo(name.substring(name.indexOf('\\') + 1));
    }

    @Test
    void aQuoteMayBeEscapedWithABackslash() {
        long task = Steps.task(ann, "{\"name\": \"t\"}", Map.of("image_quality", "70"),
                List.of(new Client.Part("client_files[0]", "a\\\"b.png", picture)));
        assertThat(frame(task)).isEqualTo("a\"b.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b.png", "x:y.png", "a\nb.png", "a\r\nSet-Cookie: b.png"})
    void oddNamesAreTakenInPieces(String name) {
        long task = ann.post("/api/tasks", "{\"name\": \"t\"}").id();
        String data = "/api/tasks/" + task + "/data/";
        ann.with("Upload-Start", "").post(data, null);
        Client.Reply begun = begin(data, picture.length, name);
        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.header("Upload-Filename")).isEqualTo(name.replaceAll("[\r\n]+", " "));
        assertThat(begun.header("Set-Cookie")).isNull();
        assertThat(piece(ann, path(begun), 0, picture).status()).isEqualTo(204);
        Steps.done(ann, ann.with("Upload-Finish", "").post(data, "{\"image_quality\": 70}"));
        assertThat(frame(task)).isEqualTo(name);
    }

    private String frame(long task) {
        return ann.get("/api/tasks/" + task + "/data/meta").object().getAsJsonArray("frames").get(0).getAsJsonObject()
                .get("name").getAsString();
    }
}
