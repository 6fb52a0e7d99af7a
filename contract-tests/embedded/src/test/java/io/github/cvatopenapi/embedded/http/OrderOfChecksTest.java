package io.github.cvatopenapi.embedded.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A request that is wrong in several ways is refused for the first of them. */
class OrderOfChecksTest {

    private static EmbeddedCvat cvat;
    private static Client ann;
    private static Client bob;

    @BeforeAll
    static void start() {
        cvat = EmbeddedCvat.start();
        ann = Client.user(cvat, "ann");
        bob = Client.user(cvat, "bob");
        ann.post("/api/projects", "{\"name\": \"p\"}");
    }

    @AfterAll
    static void stop() {
        cvat.close();
    }

    @Test
    void credentialsBeforeMethod() {
        assertThat(Client.anonymous(cvat).send("PUT", "/api/projects/1", "{}").status()).isEqualTo(401);
        assertThat(ann.send("PUT", "/api/projects/1", "{}").status()).isEqualTo(405);
    }

    @Test
    void credentialsBeforeExistence() {
        assertThat(Client.anonymous(cvat).get("/api/projects/99").status()).isEqualTo(401);
        assertThat(ann.get("/api/projects/99").status()).isEqualTo(404);
    }

    @Test
    void methodBeforeOrganization() {
        assertThat(ann.send("PUT", "/api/projects?org=nope", "{}").status()).isEqualTo(405);
    }

    @Test
    void organizationBeforeBody() {
        assertThat(ann.post("/api/projects?org=nope", "{broken").status()).isEqualTo(404);
    }

    @Test
    void permissionBeforeBody() {
        assertThat(bob.patch("/api/projects/1", "{\"name\": \"\"}").status()).isEqualTo(403);
        assertThat(bob.with("Content-Type", "text/plain").patch("/api/projects/1", "x").status()).isEqualTo(403);
        assertThat(ann.patch("/api/projects/1", "{\"name\": \"\"}").status()).isEqualTo(400);
    }

    @Test
    void existenceBeforeBody() {
        assertThat(ann.patch("/api/projects/99", "{broken").status()).isEqualTo(404);
    }

    @Test
    void mediaTypeBeforeContent() {
        assertThat(ann.with("Content-Type", "application/vnd.cvat+json").post("/api/projects", "{broken").status())
                .isEqualTo(415);
        assertThat(ann.with("Accept", "application/xml").post("/api/projects", "{broken").status()).isEqualTo(406);
    }
}
