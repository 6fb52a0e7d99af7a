package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls, and where the secrets go and do not go. */
class CredentialsTest extends ServerFixture {

    private static final String PASSWORD = "correct horse battery";

    private RecordedRequest about(Credentials credentials) {
        answer(json(200, "{}"));
        try (CvatClient client = settings().credentials(credentials).build()) {
            client.execute(client.server().serverRetrieveAbout());
        }
        return request();
    }

    @Test
    void accessToken() {
        assertThat(about(Credentials.accessToken(" tok-1\n")).getHeaders().get("Authorization"))
                .isEqualTo("Bearer tok-1");
    }

    @Test
    void tokenKey() {
        assertThat(about(Credentials.tokenKey("k")).getHeaders().get("Authorization")).isEqualTo("Token k");
    }

    @Test
    void basic() {
        // The example of RFC 7617, 2.1, where the pound sign is sent as UTF-8.
        assertThat(about(Credentials.basic("test", "123\u00a3")).getHeaders().get("Authorization"))
                .isEqualTo("Basic dGVzdDoxMjPCow==");
    }

    @Test
    void none() {
        assertThat(about(Credentials.none()).getHeaders().get("Authorization")).isNull();
    }

    @Test
    void environmentPrefersTheToken() {
        Map<String, String> both = Map.of("CVAT_ACCESS_TOKEN", "tok", "CVAT_USER", "ann", "CVAT_PASSWORD", PASSWORD);
        assertThat(Credentials.from(both).header()).isEqualTo("Bearer tok");
        Credentials user = Credentials.from(
                Map.of("CVAT_ACCESS_TOKEN", " ", "CVAT_USER", "ann", "CVAT_PASSWORD", PASSWORD));
        assertThat(user.header()).isEqualTo(Credentials.basic("ann", PASSWORD).header());
    }

    @Test
    void emptyEnvironmentSaysWhatToSet() {
        assertThatThrownBy(() -> Credentials.from(Map.of("CVAT_USER", "ann"))).isInstanceOf(IllegalStateException.class)
                .hasMessage("no credentials: set CVAT_ACCESS_TOKEN, or CVAT_USER and CVAT_PASSWORD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a b", "a\r\nX-Evil: 1", "t\u00f6k"})
    void tokensThatNoneCanBe(String token) {
        assertThatThrownBy(() -> Credentials.accessToken(token)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the access token is empty or holds characters that none has");
    }

    @Test
    void nothingShowsSecrets() {
        assertThat(Credentials.login("ann", PASSWORD)).hasToString("Credentials[login of ann]");
        assertThat(Credentials.accessToken("tok-12345")).hasToString("Credentials[access_token]");
        try (CvatClient client = settings().credentials(Credentials.basic("ann", PASSWORD)).build()) {
            assertThat(client.toString()).contains("ann").doesNotContain(PASSWORD);
        }
    }

    @Test
    void serverThatEchoesTheSecretDoesNotGetItShown() {
        answer(json(401, "{\"detail\": \"bad token " + TOKEN + "\"}"));
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.execute(client.users().usersRetrieveSelf()))
                    .hasMessage("GET /api/users/self: 401: bad token ***")
                    .satisfies(e -> assertThat(((CvatException) e).rawBody()).doesNotContain(TOKEN));
        }
    }

    @Test
    void foreignAddressGetsNothing() throws Exception {
        try (MockWebServer other = new MockWebServer(); CvatClient client = settings().organization("acme").build()) {
            other.start();
            other.enqueue(json(200, "{}").build());
            client.http().newCall(new Request.Builder().url(other.url("/x")).build()).execute().close();
            assertThat(other.takeRequest().getHeaders().names()).doesNotContain("Authorization", "X-Organization");
        }
    }

    @Test
    void originIsSchemeHostAndPort() {
        Origin https = Origin.of(okhttp3.HttpUrl.get("https://cvat.example/"));
        assertThat(https.covers(okhttp3.HttpUrl.get("https://cvat.example/api"))).isTrue();
        assertThat(https.covers(okhttp3.HttpUrl.get("http://cvat.example/api"))).isFalse();
        assertThat(https.covers(okhttp3.HttpUrl.get("https://cvat.example:8443/api"))).isFalse();
        assertThat(https.covers(okhttp3.HttpUrl.get("https://evil.cvat.example/api"))).isFalse();
        Origin http = Origin.of(okhttp3.HttpUrl.get("http://cvat.example/"));
        assertThat(http.covers(okhttp3.HttpUrl.get("https://cvat.example/api"))).isTrue();
    }
}
