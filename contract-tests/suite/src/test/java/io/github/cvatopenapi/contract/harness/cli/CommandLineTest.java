package io.github.cvatopenapi.contract.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says and exits with where nothing is run. */
class CommandLineTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int run(String... arguments) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return CommandLineTool.run(arguments, out, out);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "list", "cleanup", "compare"})
    void everyCommandHasHelp(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(said()).contains(command).contains("Usage");
    }

    @Test
    void credentialsAreNoOptions() {
        run("run", "--help");
        assertThat(said()).doesNotContain("--password").doesNotContain("--access-token");
    }

    @Test
    void anUnknownOptionIsNamedInOneSentence() {
        assertThat(run("--no-such-option")).isEqualTo(2);
        assertThat(said().strip().lines()).hasSize(1);
        assertThat(said()).contains("--no-such-option");
    }

    @Test
    void anUnknownNameIsNamed() {
        assertThat(run("--include", "projcts")).isEqualTo(2);
        assertThat(said()).contains("projcts");
    }

    @Test
    void aSelectionThatNoCheckFitsIsNoVerdict() {
        assertThat(run("--include", "schema,upload")).isEqualTo(2);
        assertThat(said()).contains("No check fits").doesNotContain("keeps the contract");
    }

    @Test
    void whatIsNoRunIdIsNotCleanedUp() {
        assertThat(run("cleanup", "--run", "everything")).isEqualTo(2);
        assertThat(said()).contains("everything is not the id of a run");
    }

    @Test
    void reportsThatCannotBeReadAreNamed() {
        assertThat(run("compare", "no-such-a.json", "no-such-b.json")).isEqualTo(2);
        assertThat(said()).contains("no-such-a.json");
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(run("--settings", "src/test/resources/nobody.settings", "--url", "http://127.0.0.1:" + port)).isEqualTo(2);
        assertThat(said()).contains("cannot be reached").doesNotContain("Exception:");
    }
}
