package io.github.cvatopenapi.spec.bump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("reads what is printed")
class BumpMainTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private TestProject project;

    @BeforeEach
    void listen() throws IOException {
        project = new TestProject(folder.resolve("project"));
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(realOut);
        System.setErr(realErr);
    }

    private int bump(String document, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("new.yaml"), document);
        String[] args = new String[4 + more.length];
        System.arraycopy(new String[] {"--root", project.root().toString(), "--from", file.toString()}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return BumpMain.run(args);
    }

    @Test
    void badInputIsOneSentenceAndTwo() throws IOException {
        var before = project.files();

        assertThat(bump("openapi: 3.1.0\n")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("bump-spec: " + folder.resolve("new.yaml") + " is OpenAPI 3.1.0; this project reads 3.0.\n");
        assertThat(out.size()).isZero();
        assertThat(project.files()).isEqualTo(before);
    }

    @Test
    void wrongArgumentsAreTwo() throws IOException {
        assertThat(BumpMain.run(new String[] {"--root", project.root().toString()})).isEqualTo(2);
        assertThat(bump(SampleDocument.text(), "--from-server", "http://localhost")).isEqualTo(2);
        assertThat(bump(SampleDocument.text(), "--frm")).isEqualTo(2);
        assertThat(bump(SampleDocument.text(), "--report")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).containsExactly(
                "bump-spec: Name the document by --from FILE or by --from-server URL.",
                "bump-spec: Name the document by --from FILE or by --from-server URL.",
                "bump-spec: Unknown argument --frm; --help lists them.",
                "bump-spec: --report needs a value; --help says which.");
    }

    @Test
    void stoppedIsOneAndTheReportIsMade() throws IOException {
        String document = SampleDocument.with("version: 2.58.1", "version: 2.59.0")
                .replace("            text/csv:\n              schema:\n                type: string\n", "");
        Path reports = folder.resolve("reports");

        assertThat(bump(document, "--report", reports.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("bump-spec: stopped, nothing was changed: "
                + "no-csv no longer match; for each, correct the target or say --drop-correction.\n");
        assertThat(Files.readString(reports.resolve("report.md"))).contains("# CVAT 2.58.1 -> 2.59.0",
                "### To be decided: no longer match",
                "- `no-csv` (corrections.yaml): target `$.paths['/api/things'].get.responses['200']"
                        + ".content['text/csv']` matches 0 nodes, 1 expected",
                "| media type | 0 | 1 | 0 | 0 | 1 |",
                "- removed `things_list response 200` text/csv: who asks for it is refused");
        assertThat(Files.readString(reports.resolve("report.json")))
                .contains("\"outcome\": \"stopped\"", "\"kind\": \"media-type\"", "\"result\": \"no-match\"");
        assertThat(bump(document, "--dry-run", "--report", reports.toString())).isZero();
    }

    @Test
    void unchangedIsZero() throws IOException {
        assertThat(bump(SampleDocument.text())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("CVAT 2.58.1 -> 2.58.1\nThis is the pinned document; nothing was changed.\n");
    }
}
