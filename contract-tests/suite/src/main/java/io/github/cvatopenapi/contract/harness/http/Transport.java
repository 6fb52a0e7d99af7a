package io.github.cvatopenapi.contract.harness.http;

import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static io.restassured.config.RedirectConfig.redirectConfig;

import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.impl.conn.ProxySelectorRoutePlanner;
import org.apache.http.util.EntityUtils;

/** How every call starts, and the connections they share. */
@SuppressWarnings("deprecation") // REST Assured asks for the older HttpClient
final class Transport implements AutoCloseable {

    /**
     * How often Groovy, of which REST Assured is made, looks up what it calls before it binds the place of the call,
     * and how often a bound place may meet something else before it is unbound. A run is short: with the defaults of
     * 10,000 either costs much of its time.
     */
    private static final Map<String, String> GROOVY = Map.of("groovy.indy.optimize.threshold", "500",
            "groovy.indy.fallback.threshold", "5");

    static {
        Locale.setDefault(Locale.ROOT); // in a Turkish one REST Assured takes no status from 400 on
        GROOVY.forEach(System.getProperties()::putIfAbsent); // read once, when the first call is put together
    }

    private final PoolingClientConnectionManager connections = new PoolingClientConnectionManager();
    private final ThreadLocal<DefaultHttpClient> clients = ThreadLocal.withInitial(this::client);
    private final RestAssuredConfig config;
    private final String url;
    private final int timeoutMillis;

    Transport(URI url, int parallel, Duration timeout) {
        connections.setMaxTotal(parallel + 1);
        connections.setDefaultMaxPerRoute(parallel + 1);
        timeoutMillis = Math.toIntExact(timeout.toMillis());
        this.url = url.toString();
        config = RestAssuredConfig.newConfig()
                .httpClient(httpClientConfig().httpClientFactory(clients::get).withParams(Map.of()))
                .redirect(redirectConfig().followRedirects(false))
                // not compressed, which would cost both sides more than it saves, and keeps a recorder from reading it
                .decoderConfig(decoderConfig().noContentDecoders())
                .encoderConfig(encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .defaultContentCharset("UTF-8")
                        .encodeContentTypeAs("application/vnd.cvat+json", ContentType.TEXT)
                        .encodeContentTypeAs("application/offset+octet-stream", ContentType.BINARY));
    }

    /**
     * A client for the calls of one thread; REST Assured changes it with each call, and would be slow to make one for
     * each.
     */
    private DefaultHttpClient client() {
        DefaultHttpClient client = new DefaultHttpClient(connections);
        client.getParams().setParameter("http.protocol.cookie-policy", "ignoreCookies")
                .setParameter("http.protocol.handle-redirects", false)
                .setParameter("http.connection.timeout", timeoutMillis)
                .setParameter("http.socket.timeout", timeoutMillis)
                .setParameter("http.conn-manager.timeout", (long) timeoutMillis);
        // the proxy of the system's settings, as REST Assured sets it for its own calls
        client.setRoutePlanner(new ProxySelectorRoutePlanner(connections.getSchemeRegistry(),
                ProxySelector.getDefault()));
        // REST Assured leaves an empty body unread, which would keep its connection from the others for good
        client.addResponseInterceptor((response, context) -> {
            if (response.getEntity() != null && response.getEntity().getContentLength() == 0) {
                response.setEntity(null);
            }
        });
        return client;
    }

    /**
     * Sends a request that has no parts, over the same connections as all others. REST Assured, which leads every call,
     * would take a third of the time of a run to put such a request together once more.
     */
    RawAnswer send(HttpUriRequest request) throws IOException {
        HttpResponse response = clients.get().execute(request);
        HttpEntity body = response.getEntity();
        return RawAnswer.of(response.getStatusLine().getStatusCode(), Stream.of(response.getAllHeaders())
                        .map(each -> Map.entry(each.getName(), each.getValue())),
                body == null ? new byte[0] : EntityUtils.toByteArray(body));
    }

    /** The address of the instance, without a slash at the end. */
    String url() {
        return url;
    }

    RequestSpecification request() {
        return RestAssured.given().config(config).baseUri(url).urlEncodingEnabled(false).disableCsrf();
    }

    @Override
    public void close() {
        connections.shutdown();
    }
}
