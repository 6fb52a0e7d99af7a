package io.github.cvatopenapi.contract.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says and exits with where nothing is run. */
class CommandLineTest {

    private static final String SETTINGS = "--settings";
    private static final String NOBODY = "src/test/resources/nobody.settings";

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
    void aReportFolderThatCannotBeWrittenIsNamedBeforeAnythingIsCalled(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThat(run("--report", file.resolve("report").toString())).isEqualTo(2);
        assertThat(said().strip().lines()).hasSize(1);
        assertThat(said()).contains("cannot be written").contains("--report").doesNotContain("Run ");
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
    void aServerThatSendsToAnotherAddressIsFollowedByTheReaderOnly() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "https://cvat.example.com" + exchange.getRequestURI());
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
        });
        server.start();
        try {
            assertThat(run(SETTINGS, NOBODY, "--url", "http://127.0.0.1:" + server.getAddress().getPort()))
                    .isEqualTo(2);
            assertThat(said()).contains("give --url https://cvat.example.com.");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatAServerSaysDoesNotReachTheTerminalAsItIs() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = "{\"version\":\"9.9\\u001b]0;owned\\u0007\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            assertThat(run(SETTINGS, NOBODY, "--url", "http://127.0.0.1:" + server.getAddress().getPort()))
                    .isEqualTo(2);
            assertThat(said()).contains("9.9\\u001b]0;owned\\u0007").doesNotContain("\u001b");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aCertificateThatIsNotTrustedIsNamed(@TempDir Path directory) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(directory.resolve("server.p12"))));
        server.start();
        try {
            assertThat(run(SETTINGS, NOBODY, "--url", "https://localhost:" + server.getAddress().getPort()))
                    .isEqualTo(2);
            assertThat(said().strip().lines()).hasSize(1);
            assertThat(said()).contains("is not trusted").contains("javax.net.ssl.trustStore");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(run(SETTINGS, NOBODY, "--url", "http://127.0.0.1:" + port)).isEqualTo(2);
        assertThat(said()).contains("cannot be reached").doesNotContain("Exception:");
    }

    /** What a server needs whose certificate nobody vouches for. */
    private static SSLContext selfSigned(Path store) throws Exception {
        String password = "changeit";
        Process made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-keyalg", "RSA", "-dname", "CN=localhost", "-alias", "server",
                "-keystore", store.toString(), "-storepass", password)
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), password.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
