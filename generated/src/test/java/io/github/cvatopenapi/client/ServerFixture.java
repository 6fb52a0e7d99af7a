package io.github.cvatopenapi.client;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A local server that answers as told, and a client of it whose pauses take no time. */
abstract class ServerFixture {

    static final String JSON = "application/vnd.cvat+json";
    static final String TOKEN = "secret-token-0123456789";

    /** Held, so that the setting stays: faults made on purpose are nothing to warn of. */
    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

    private static final Logger CLIENT_LOG = Logger.getLogger(CvatClient.class.getName());

    static {
        SERVER_LOG.setLevel(Level.OFF);
        CLIENT_LOG.setLevel(Level.OFF);
    }

    final FakeTime time = new FakeTime();
    MockWebServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new MockWebServer();
        server.setServerSocketFactory(new PromptSockets());
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    /** Settings for this server, without the look at its version. */
    CvatClientBuilder settings() {
        return CvatClient.builder().baseUrl(server.url("/").toString()).credentials(Credentials.accessToken(TOKEN))
                .serverVersionCheck(ServerVersionCheck.OFF).time(time);
    }

    /** What makes the calls of such a client. */
    Calls calls() {
        Core core = new Core(settings(), new OkHttpClient.Builder().retryOnConnectionFailure(false).build());
        return core.calls(core.http(OrganizationContext.ANY));
    }

    static MockResponse.Builder json(int status, String body) {
        return new MockResponse.Builder().code(status).setHeader("Content-Type", JSON).body(body);
    }

    /** Busy, and will be for a quarter of a minute. */
    static MockResponse.Builder busy() {
        return json(503, "{\"detail\": \"Busy.\"}").setHeader("Retry-After", "15");
    }

    void answer(MockResponse.Builder... responses) {
        for (MockResponse.Builder response : responses) {
            server.enqueue(response.build());
        }
    }

    /** The next request that the server got. */
    RecordedRequest request() {
        try {
            RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("the server got no further request");
            }
            return request;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
