package io.github.cvatopenapi.embedded.resources.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.InstanceFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The organization that something is made in: by slug, by id, by header. */
class ContextTest extends InstanceFixture {

    private long organization;

    @BeforeEach
    void found() {
        organization = ann.post("/api/organizations", "{\"slug\": \"acme\"}").id();
        ann.post("/api/organizations", "{\"slug\": \"other\"}");
    }

    private Client.Reply make(Client client, String path) {
        return client.post(path.replace("ID", String.valueOf(organization)), "{\"name\": \"t\"}");
    }

    @ParameterizedTest
    @CsvSource({"/api/tasks?org=acme,", "/api/tasks?org_id=ID,", "/api/tasks,acme", "/api/tasks?org=acme,acme"})
    void everyWayNamesIt(String path, String header) {
        Client client = header == null ? ann : ann.with("X-Organization", header);
        Client.Reply made = make(client, path);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.object().get("organization_id").getAsLong()).isEqualTo(organization);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tasks", "/api/projects", "/api/cloudstorages", "/api/webhooks", "/api/invitations",
        "/api/events", "/api/tasks/backup", "/api/projects/backup"})
    void twoThatContradictAreRefused(String path) {
        assertThat(make(ann.with("X-Organization", "other"), path + "?org=acme").array().toString())
                .contains("with different values");
        assertThat(make(ann, path + "?org=acme&org_id=ID").array().toString()).contains("at the same time");
        assertThat(make(ann.with("X-Organization", "acme"), path + "?org_id=ID").array().toString())
                .contains("at the same time");
        assertThat(make(ann, path + "?org=no-such").status()).isEqualTo(404);
    }

    @Test
    void nothingIsMadeByARefusedCall() {
        make(ann.with("X-Organization", "other"), "/api/tasks?org=acme");
        assertThat(ann.get("/api/tasks").count()).isZero();
    }
}
