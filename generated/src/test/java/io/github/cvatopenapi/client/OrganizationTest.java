package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** The organization in which calls work. */
class OrganizationTest extends ServerFixture {

    private RecordedRequest tasks(CvatClient client) {
        answer(json(200, "{\"count\": 0, \"results\": []}"));
        client.execute(client.tasks().tasksList());
        return request();
    }

    @Test
    void bySlugIsAHeader() {
        try (CvatClient client = settings().organization("acme-ct").build()) {
            RecordedRequest request = tasks(client);
            assertThat(request.getHeaders().get("X-Organization")).isEqualTo("acme-ct");
            assertThat(request.getTarget()).isEqualTo("/api/tasks");
        }
    }

    @Test
    void byIdIsAQuery() {
        try (CvatClient client = settings().organization(7).build()) {
            assertThat(tasks(client).getTarget()).isEqualTo("/api/tasks?org_id=7");
        }
    }

    @Test
    void personalSpaceIsAnEmptyQuery() {
        try (CvatClient client = settings().personalSpace().build()) {
            RecordedRequest request = tasks(client);
            assertThat(request.getTarget()).isEqualTo("/api/tasks?org=");
            assertThat(request.getHeaders().get("X-Organization")).isNull();
        }
    }

    @Test
    void viewHasItsOwnAndLeavesTheClientAlone() {
        try (CvatClient client = settings().build()) {
            assertThat(tasks(client.inOrganization("acme")).getHeaders().get("X-Organization")).isEqualTo("acme");
            assertThat(tasks(client.inOrganization(3)).getTarget()).isEqualTo("/api/tasks?org_id=3");
            assertThat(tasks(client.inPersonalSpace()).getTarget()).isEqualTo("/api/tasks?org=");
            RecordedRequest plain = tasks(client);
            assertThat(plain.getTarget()).isEqualTo("/api/tasks");
            assertThat(plain.getHeaders().get("X-Organization")).isNull();
        }
    }

    @Test
    void whatACallSaysItselfGoesFirst() {
        answer(json(200, "{}"), json(200, "{}"));
        try (CvatClient client = settings().organization("acme").build()) {
            client.execute(client.tasks().tasksList(o -> o.orgId(5)));
            client.execute(client.tasks().tasksList(o -> o.xOrganization("other")));
        }
        RecordedRequest byId = request();
        assertThat(byId.getTarget()).isEqualTo("/api/tasks?org_id=5");
        assertThat(byId.getHeaders().get("X-Organization")).isNull();
        assertThat(request().getHeaders().values("X-Organization")).containsExactly("other");
    }

    @Test
    void whatIsNoSlug() {
        assertThatThrownBy(() -> settings().organization("The Acme")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("organization 'The Acme' is no slug");
    }
}
