package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.fixtures.Downloads;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** One file on its way to the server by the protocol TUS 1.0.0. */
final class Tus {

    private static final String PIECE = "application/offset+octet-stream";

    private final Run run;
    private final String path;
    private final String storedName;
    private final byte[] file;

    private Tus(Run run, String path, String storedName, byte[] file) {
        this.run = run;
        this.path = path;
        this.storedName = storedName;
        this.file = file;
    }

    /** Makes a call announce a file. */
    static Call announcing(Call call, String fileName, String length) {
        return call.header("Tus-Resumable", "1.0.0").header("Upload-Length", length).header("Upload-Metadata",
                "filename " + Base64.getEncoder().encodeToString(fileName.getBytes(StandardCharsets.UTF_8)));
    }

    /** Announces a file by a call. */
    static Tus create(Run run, Call call, String fileName, byte[] file) {
        Answer created = announcing(call, fileName, String.valueOf(file.length)).expect(201);
        return new Tus(run, Downloads.relative(created, created.header("Location")),
                created.header("Upload-Filename"), file);
    }

    /** What the server calls the file, which can be another name than the one it was announced by. */
    String storedName() {
        return storedName;
    }

    int length() {
        return file.length;
    }

    /** Sends the bytes between two places as a piece that is said to belong at {@code offset}. */
    Call piece(int from, int to, int offset) {
        return run.main().call("PATCH", path).header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", String.valueOf(offset)).body(PIECE, Arrays.copyOfRange(file, from, to));
    }

    /** Asks how far it is. */
    Call head() {
        return run.main().call("HEAD", path).header("Tus-Resumable", "1.0.0");
    }

    /** Asserts that the server has that many bytes. */
    void has(int offset) {
        Answer answer = head().expect(200);
        tells(answer, "Upload-Offset", offset);
        tells(answer, "Upload-Length", file.length);
    }

    static void tells(Answer answer, String header, int number) {
        if (!String.valueOf(number).equals(answer.header(header))) {
            throw answer.fail(header + " is " + answer.header(header) + ", expected " + number);
        }
    }
}
