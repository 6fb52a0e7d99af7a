package io.github.cvatopenapi.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The official client for Python works against the instance unchanged. Skipped where it is not installed; the
 * environment variable CVAT_PYTHON names the Python that has it, else python3 is asked.
 */
class OfficialClientTest {

    private static final String PYTHON = System.getenv().getOrDefault("CVAT_PYTHON", "python3");

    @Test
    void worksUnchanged(@TempDir Path folder) throws Exception {
        assumeTrue(run("", "-c", "import cvat_sdk, cvat_cli, PIL").equals("0 "),
                "cvat-sdk and cvat-cli are not installed for " + PYTHON + "; install them, or set CVAT_PYTHON");
        try (EmbeddedCvat cvat = EmbeddedCvat.builder().workTime(Duration.ofMillis(20)).start()) {
            assertThat(run(cvat.adminPassword(), "src/test/python/official_client.py", cvat.baseUrl().toString(),
                    cvat.adminName(), folder.toString())).startsWith("0 ").endsWith("done\n");
        }
    }

    /** Exit code and what was printed. */
    private static String run(String password, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PASS", password);
        try {
            Process process = builder.start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() + " " + printed;
        } catch (IOException missing) {
            return "127 " + missing.getMessage();
        }
    }
}
