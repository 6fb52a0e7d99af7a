package io.github.cvatopenapi.spec.bump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.cvatopenapi.spec.SpecException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String location;

    @TempDir
    private Path folder;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            if (location != null) {
                exchange.getResponseHeaders().set("Location", location);
            }
            byte[] body = SampleDocument.text().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/api", "/api/", "/api/schema/"})
    void asksTheServerForItsDocument(String end) {
        assertThat(Source.server(base() + end, Map.of()).text()).isEqualTo(SampleDocument.text());
        assertThat(seen).containsExactly("GET /api/schema/ null");
    }

    @Test
    void givesTheCredentialsOfTheEnvironment() {
        Source.server(base(), Map.of("CVAT_ACCESS_TOKEN", "t1", "CVAT_USER", "u"));
        Source.server(base(), Map.of("CVAT_USER", "u", "CVAT_PASSWORD", "p"));

        assertThat(seen).containsExactly("GET /api/schema/ Bearer t1", "GET /api/schema/ Basic dTpw");
    }

    @Test
    void doesNotCarryThemOn() {
        status = 302;
        location = "http://elsewhere.invalid/";

        assertThatThrownBy(() -> Source.server(base(), Map.of("CVAT_ACCESS_TOKEN", "t1")))
                .isInstanceOf(SpecException.class)
                .hasMessageEndingWith("sends on to http://elsewhere.invalid/; name that address instead.");
        assertThat(seen).hasSize(1);
    }

    @Test
    void saysWhatIsMissing() {
        status = 401;
        assertThatThrownBy(() -> Source.server(base(), Map.of())).isInstanceOf(SpecException.class)
                .hasMessageContaining(
                        "wants credentials (401): set CVAT_ACCESS_TOKEN, or CVAT_USER and CVAT_PASSWORD.");
        status = 404;
        assertThatThrownBy(() -> Source.server(base(), Map.of())).isInstanceOf(SpecException.class)
                .hasMessageContaining("answers 404");
        server.stop(0);
        assertThatThrownBy(() -> Source.server(base(), Map.of())).isInstanceOf(SpecException.class)
                .hasMessageStartingWith("Cannot reach " + base());
    }

    @Test
    void doesNotRepeatCredentialsInAnAddress() {
        assertThatThrownBy(() -> Source.server("http://u:hidden@localhost/", Map.of()))
                .isInstanceOf(SpecException.class).hasMessageNotContaining("hidden");
    }

    @Test
    void aFileThatIsNotThereOrNotTextIsNamed() throws IOException {
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(() -> Source.file(folder.resolve("absent"))).isInstanceOf(SpecException.class)
                .hasMessage("There is no file " + folder.resolve("absent") + ".");
        assertThatThrownBy(() -> Source.file(binary))
                .isInstanceOf(SpecException.class).hasMessageContaining("not UTF-8");
    }
}
