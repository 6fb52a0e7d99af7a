package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.client.api.UsersApi;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Retrofit;

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

    /** Whatever makes a call, in whichever way. */
    static Stream<BiConsumer<CvatClient, CvatClient>> executions() {
        return Stream.of(
                (maker, other) -> other.execute(maker.tasks().tasksList()),
                (maker, other) -> other.executeAsync(maker.tasks().tasksList()).join(),
                (maker, other) -> other.list(maker.tasks().tasksList()).stream().count(),
                (maker, other) -> other.start(maker.tasks().tasksCreateBackupExport(7)));
    }

    @ParameterizedTest
    @MethodSource("executions")
    void callOfOneViewIsRefusedByAnother(BiConsumer<CvatClient, CvatClient> execution) {
        try (CvatClient client = settings().build(); CvatClient stranger = settings().build()) {
            CvatClient acme = client.inOrganization("acme");
            Map<CvatClient, CvatClient> pairs = Map.of(client, acme, acme, client, client.inOrganization(7), acme,
                    client.inPersonalSpace(), acme, stranger, client);
            assertThat(pairs).allSatisfy((maker, other) -> assertThatThrownBy(() -> execution.accept(maker, other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("make a call with the APIs of the client or view that executes it"));
            assertThatThrownBy(() -> client.execute(acme.tasks().tasksRetrieve(7)))
                    .hasMessageStartingWith("GET /api/tasks/{id} was made by a client of " + server.url("/")
                            + " in organization acme, but executed by a client of " + server.url("/")
                            + " in any organization: ");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @MethodSource("executions")
    void callWorksInTheOrganizationOfItsView(BiConsumer<CvatClient, CvatClient> execution) {
        answer(json(200, "{\"count\": 0, \"results\": [], \"rq_id\": \"r\"}"));
        try (CvatClient client = settings().build()) {
            execution.accept(client.inOrganization("acme"), client.inOrganization("acme"));
        }
        assertThat(request().getHeaders().get("X-Organization")).isEqualTo("acme");
    }

    @Test
    void callOfARetrofitOfTheCallersOwnIsTaken() {
        answer(json(200, "{\"id\": 5}"));
        try (CvatClient client = settings().organization("acme").build()) {
            UsersApi users = new Retrofit.Builder().baseUrl(server.url("/")).client(client.http())
                    .addConverterFactory(Json.converterFactory()).build().create(UsersApi.class);
            assertThat(client.execute(users.usersRetrieveSelf()).getId()).isEqualTo(5);
        }
        assertThat(request().getHeaders().get("X-Organization")).isEqualTo("acme");
    }

    @Test
    void whatIsNoSlug() {
        assertThatThrownBy(() -> settings().organization("The Acme")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("organization 'The Acme' is no slug");
    }
}
