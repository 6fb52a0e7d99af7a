package io.github.cvatopenapi.contract.harness.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire, whoever puts it together. */
class TransportTest {

    private final List<String> received = new ArrayList<>();
    private HttpServer server;
    private Transport transport;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new TreeMap<>(exchange.getRequestHeaders()) + " " + new String(body, StandardCharsets.UTF_8));
            exchange.getResponseHeaders().set("Location", "https://cvat.example.com/");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        transport = transport("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static Transport transport(String url) {
        return new Transport(URI.create(url), 1, Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        transport.close();
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"GET,,", "HEAD,,", "OPTIONS,,", "DELETE,,", "POST,,", "PATCH,,", "POST,application/json,",
        "GET,application/json,{\"a\":1}", "POST,application/json,{\"a\":\"é\"}", "PUT,application/json,[]",
        "PATCH,application/offset+octet-stream,abc", "DELETE,application/json,{}", "POST,text/plain,a"})
    void whatHasNoPartsIsSentAsRestAssuredSendsIt(String method, String type, String body) throws IOException {
        Map<String, String> headers = new TreeMap<>(Map.of("Authorization", "Bearer t", "Accept", Call.CVAT_JSON));
        if (type != null) {
            headers.put("Content-Type", type);
        }
        byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        String target = "/api/tasks?search=a%20b&org=";

        RawAnswer answer = transport.send(PlainRequest.of(method, transport.url() + target, List.of(headers), bytes));
        RequestSpecification request = transport.request().headers(new Headers(headers.entrySet().stream()
                .map(each -> new Header(each.getKey(), each.getValue())).toList()));
        Response other = (bytes == null ? request : request.body(bytes)).request(method, target);

        assertThat(received).hasSize(2);
        assertThat(received.get(0)).isEqualTo(received.get(1));
        assertThat(answer.status()).isEqualTo(other.statusCode()).isEqualTo(302);
        assertThat(answer.headers()).containsEntry("location", "https://cvat.example.com/");
    }

    @Test
    void whoAcceptsNothingSaysSo() throws IOException {
        transport.send(PlainRequest.of("GET", transport.url() + "/api/", List.of(), null));
        transport.request().request("GET", "/api/");
        assertThat(received.get(0)).isEqualTo(received.get(1));
    }

    @Test
    void theProxyOfTheSettingsIsUsedByAll() throws IOException {
        Map<String, String> settings = Map.of("http.proxyHost", "127.0.0.1", "http.proxyPort",
                String.valueOf(server.getAddress().getPort()));
        settings.forEach(System::setProperty);
        try (Transport far = transport("http://cvat.invalid")) {
            far.send(PlainRequest.of("GET", far.url() + "/api/", List.of(), null));
            far.request().request("GET", "/api/");
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
        assertThat(received).hasSize(2).allSatisfy(each -> assertThat(each).startsWith("GET http://cvat.invalid/api/"));
    }
}
