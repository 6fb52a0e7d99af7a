package io.github.cvatopenapi.contract.harness.http;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static io.restassured.config.RedirectConfig.redirectConfig;

import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;

/** How every call starts, and the connections they share. */
@SuppressWarnings("deprecation") // REST Assured asks for the older HttpClient
final class Transport implements AutoCloseable {

    private final org.apache.http.impl.conn.PoolingClientConnectionManager connections =
            new org.apache.http.impl.conn.PoolingClientConnectionManager();
    private final RestAssuredConfig config;
    private final String url;

    Transport(URI url, int parallel, Duration timeout) {
        connections.setMaxTotal(4 * parallel + 8);
        connections.setDefaultMaxPerRoute(4 * parallel + 8);
        int millis = Math.toIntExact(timeout.toMillis());
        this.url = url.toString();
        config = RestAssuredConfig.newConfig()
                .httpClient(httpClientConfig()
                        .httpClientFactory(this::client)
                        .setParam("http.connection.timeout", millis)
                        .setParam("http.socket.timeout", millis)
                        .setParam("http.conn-manager.timeout", (long) millis))
                .redirect(redirectConfig().followRedirects(false))
                .encoderConfig(encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .defaultContentCharset("UTF-8")
                        .encodeContentTypeAs("application/vnd.cvat+json", ContentType.TEXT)
                        .encodeContentTypeAs("application/offset+octet-stream", ContentType.BINARY));
    }

    /** REST Assured leaves an empty body unread, which would keep its connection from the others for good. */
    private org.apache.http.impl.client.DefaultHttpClient client() {
        org.apache.http.impl.client.DefaultHttpClient client = new org.apache.http.impl.client.DefaultHttpClient(connections);
        client.addResponseInterceptor((response, context) -> {
            if (response.getEntity() != null && response.getEntity().getContentLength() == 0) {
                response.setEntity(null);
            }
        });
        return client;
    }

    RequestSpecification request() {
        return RestAssured.given().config(config).baseUri(url).urlEncodingEnabled(false);
    }

    @Override
    public void close() {
        connections.shutdown();
    }
}
