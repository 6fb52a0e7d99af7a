package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.spec.Contract;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** The look at the server's version before the first call. */
class VersionTest extends ServerFixture {

    private static final String EXPECTED = ApiVersion.document();

    private final List<String> log = new ArrayList<>();

    private VersionGuard guard(ServerVersionCheck check, VersionGuard.Source source) {
        return new VersionGuard(check, "2.58.1", source, new System.Logger() {
            @Override
            public String getName() {
                return "test";
            }

            @Override
            public boolean isLoggable(Level level) {
                return true;
            }

            @Override
            public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
                log.add(level + " " + message);
            }

            @Override
            public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
                log.add(level + " " + format);
            }
        });
    }

    @Test
    void versionIsThatOfTheDocument() {
        Map<?, ?> info = (Map<?, ?>) Contract.load().document().get("info");
        assertThat(EXPECTED).isEqualTo(info.get("version"));
        assertThat(ApiVersion.client()).startsWith(EXPECTED + "-");
    }

    @Test
    void sameLineIsFine() throws IOException {
        guard(ServerVersionCheck.WARN, bounds -> "2.58.9").run(Bounds.NONE);
        guard(ServerVersionCheck.FAIL, bounds -> "2.58.0").run(Bounds.NONE);
        assertThat(log).isEmpty();
    }

    @Test
    void otherLineIsWarnedOfOnce() throws IOException {
        VersionGuard guard = guard(ServerVersionCheck.WARN, bounds -> "2.59.0");
        guard.run(Bounds.NONE);
        guard.run(Bounds.NONE);
        assertThat(log).containsExactly(
                "WARNING the server is CVAT 2.59.0, this client was made for 2.58; some operations may differ");
    }

    @Test
    void otherLineFailsEachTimeIfAskedTo() {
        VersionGuard guard = guard(ServerVersionCheck.FAIL, bounds -> "2.5.8");
        assertThatThrownBy(() -> guard.run(Bounds.NONE))
                .hasMessageStartingWith("the server is CVAT 2.5.8, this client was made for 2.58");
        assertThatThrownBy(() -> guard.run(Bounds.NONE)).isInstanceOf(IOException.class);
    }

    @Test
    void unknownVersionIsNoWarning() throws IOException {
        VersionGuard guard = guard(ServerVersionCheck.WARN, bounds -> {
            throw new IOException("no answer");
        });
        guard.run(Bounds.NONE);
        guard.run(Bounds.NONE);
        assertThat(log).containsExactly("DEBUG the server's version is not known");
    }

    @Test
    void oneAnonymousCallBeforeTheFirst() {
        answer(json(200, "{\"version\": \"" + EXPECTED + "\"}"), json(200, "{}"), json(200, "{}"));
        try (CvatClient client = settings().organization("acme").serverVersionCheck(ServerVersionCheck.WARN).build()) {
            client.execute(client.users().usersRetrieveSelf());
            client.execute(client.users().usersRetrieveSelf());
        }
        var about = request();
        assertThat(about.getTarget()).isEqualTo("/api/server/about");
        assertThat(about.getHeaders().names()).doesNotContain("Authorization", "X-Organization");
        assertThat(request().getTarget()).isEqualTo("/api/users/self");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void failingCheckFailsTheCall() {
        answer(json(200, "{\"version\": \"1.0.0\"}"));
        try (CvatClient client = settings().serverVersionCheck(ServerVersionCheck.FAIL).build()) {
            assertThatThrownBy(() -> client.execute(client.users().usersRetrieveSelf()))
                    .isInstanceOf(CvatException.class)
                    .hasMessageStartingWith("GET /api/users/self: the server is CVAT 1.0.0");
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }
}
