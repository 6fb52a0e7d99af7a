package io.github.cvatopenapi.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.spec.Contract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedCvatTest {

    @Test
    void tellsAnyoneWhatItIs() {
        try (EmbeddedCvat cvat = EmbeddedCvat.start()) {
            Client.Reply reply = Client.anonymous(cvat).get("/api/server/about");

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Content-Type")).isEqualTo("application/vnd.cvat+json");
            assertThat(reply.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.object().get("version").getAsString()).isEqualTo(Contract.load().version());
        }
    }

    @Test
    void runsManySideBySideThatKnowNothingOfEachOther() {
        try (EmbeddedCvat one = EmbeddedCvat.start(); EmbeddedCvat other = EmbeddedCvat.start()) {
            assertThat(Client.admin(one).post("/api/projects", "{\"name\": \"p\"}").status()).isEqualTo(201);

            assertThat(Client.admin(one).get("/api/projects").count()).isEqualTo(1);
            assertThat(Client.admin(other).get("/api/projects").count()).isZero();
        }
    }

    @Test
    void freesItsPortWhenClosed() throws IOException {
        EmbeddedCvat cvat = EmbeddedCvat.start();
        int port = cvat.baseUrl().getPort();
        cvat.close();

        try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(again.getLocalPort()).isEqualTo(port);
        }
    }

    @Test
    void leavesNothingOnDisk() {
        EmbeddedCvat cvat = EmbeddedCvat.start();
        assertThat(Client.admin(cvat).get("/api/server/share").status()).isEqualTo(200);
        assertThat(cvat.directory()).isNotEmptyDirectory();
        cvat.close();

        assertThat(cvat.directory()).doesNotExist();
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedCvat.builder().port(taken.getLocalPort()).start())
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void refusesTwoUsersOfOneName() {
        try (EmbeddedCvat cvat = EmbeddedCvat.start()) {
            cvat.addUser("alice", "secret-1");

            assertThatThrownBy(() -> cvat.addUser("alice", "secret-2")).hasMessageContaining("alice");
        }
    }

    @Test
    void letsAnInterceptorChangeRequestAndResponse() {
        Interceptor breaks = (request, chain) -> {
            Interceptor.Response response = chain.proceed(new Interceptor.Request(
                    request.method(), request.path().replace("/api/not-there", "/api/server/about"),
                    request.query(), request.headers(), request.body()));
            return new Interceptor.Response(218, Map.of("X-Broken", List.of("yes")), response.body());
        };
        try (EmbeddedCvat cvat = EmbeddedCvat.builder().interceptor(breaks).start()) {
            Client.Reply reply = Client.anonymous(cvat).get("/api/not-there");

            assertThat(reply.status()).isEqualTo(218);
            assertThat(reply.header("X-Broken")).isEqualTo("yes");
            assertThat(reply.object().get("version").getAsString()).isEqualTo(Contract.load().version());
        }
    }
}
