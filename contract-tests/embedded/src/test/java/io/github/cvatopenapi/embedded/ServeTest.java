package io.github.cvatopenapi.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ServeTest {

    @ParameterizedTest
    @CsvSource({"--port,70000,70000", "--port,abc,abc", "--admin,nocolon,NAME:PASSWORD",
        "--work-time,-1,--work-time", "--delay,-1,--delay", "--hash-time,-1,--hash-time",
        "--mail-dir,/no/such/directory,--mail-dir", "--bucket,mine=/no/such/directory,must be a directory",
        "--bucket,public=/,name of its own", "--bucket,mine,--bucket"})
    void refusesBadOptionsAndNamesThem(String option, String value, String named) {
        StringWriter errors = new StringWriter();

        assertThat(new CommandLine(new Serve()).setErr(new PrintWriter(errors)).execute(option, value)).isEqualTo(2);
        assertThat(errors.toString()).contains(named);
    }

    @Test
    void runsUntilToldToEndAndFreesItsPort() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Serve.class.getName(), "--port", "0")
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("EMBEDDED_CVAT_ADMIN", "root:Secret-word-1");
        Process process = builder.start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            Matcher said = Pattern.compile("(http://127\\.0\\.0\\.1:(\\d+)) \\(administrator: root\\)").matcher(line);
            assertThat(said.find()).as(line).isTrue();
            assertThat(line).doesNotContain("Secret");
            HttpResponse<String> about = HttpClient.newHttpClient().send(
                    HttpRequest.newBuilder(URI.create(said.group(1) + "/api/server/about")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(about.statusCode()).isEqualTo(200);
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            try (ServerSocket again = new ServerSocket(Integer.parseInt(said.group(2)),
                    1, InetAddress.getByName("127.0.0.1"))) {
                assertThat(again.isBound()).isTrue();
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
