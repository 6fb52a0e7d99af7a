package io.github.cvatopenapi.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContractTest {

    private final Contract contract = Contract.load();

    @Test
    void hasEveryOperationOfThePinnedDocument() {
        assertThat(contract.version()).isEqualTo(Contract.pinned().version());
        assertThat(ids(contract)).isEqualTo(ids(Contract.pinned()));
        if (contract.version().equals("2.58.1")) {
            assertThat(contract.operations()).hasSize(154);
        }
    }

    @Test
    void findsTheOperationOfARequest() {
        assertThat(contract.find("GET", "/api/users/self")).map(Operation::id).contains("users_retrieve_self");
        assertThat(contract.find("GET", "/api/users/7")).map(Operation::id).contains("users_retrieve");
        assertThat(contract.find("GET", "/api/requests/action%3Dexport%26target%3Dtask")).map(Operation::id)
                .contains("requests_retrieve");
        assertThat(contract.find("GET", "/api/tasks/1/data/")).map(Operation::id).contains("tasks_retrieve_data");
        assertThat(contract.find("GET", "/api/tasks/1/data")).isEmpty();
        assertThat(contract.find("GET", "/api/tasks/")).isEmpty();
        assertThat(contract.find("GET", "/api/nowhere")).isEmpty();
        assertThat(contract.find("PATCH", "/api/users/self")).isEmpty();
    }

    @Test
    void findsEveryOperationOnAPath() {
        assertThat(contract.find("/api/webhooks/3")).map(Operation::method)
                .containsExactlyInAnyOrder("GET", "PUT", "PATCH", "DELETE");
    }

    @Test
    void indexesWhatAnOperationTakesAndAnswers() {
        Operation create = contract.operation("projects_create");
        assertThat(create.method()).isEqualTo("POST");
        assertThat(create.path()).isEqualTo("/api/projects");
        assertThat(create.tag()).isEqualTo("projects");
        assertThat(create.bodyRequired()).isTrue();
        assertThat(create.requestBodies()).map(Media::type).containsExactly("application/json");
        assertThat(create.parameter("header", "X-Organization")).isPresent();
        assertThat(create.secured()).isTrue();
        assertThat(create.response(201).orElseThrow().declared()).isTrue();
        assertThat(create.response(415).orElseThrow().declared()).isFalse();
        assertThat(contract.operation("projects_list").paged()).isTrue();
        assertThat(create.paged()).isFalse();
        assertThat(contract.operation("server_retrieve_about").secured()).isFalse();
        assertThat(Contract.pinned().operation("server_retrieve_about").secured()).isTrue();
    }

    @Test
    void isTheSameInTheIndexThatIsPackaged() throws Exception {
        try (var in = Contract.class.getResourceAsStream("operations.json")) {
            Map<String, Object> index = Documents.parse(new String(in.readAllBytes()), "operations.json");
            assertThat(index).containsEntry("version", contract.version());
            assertThat(Trees.list(index.get("operations"))).map(each -> Trees.at(each, "id"))
                    .containsExactlyElementsOf(contract.operations().stream().map(Operation::id).toList());
            Map<String, Object> first = Trees.object(Trees.list(index.get("operations")).get(0));
            assertThat(first)
                    .containsKeys("method", "path", "tag", "parameters", "bodyRequired", "requestBodies", "responses");
        }
    }

    @Test
    void cannotBeChanged() {
        assertThatThrownBy(() -> contract.document().put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> contract.schema("RqId").clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void resolvesReferences() {
        assertThat(contract.resolve(Map.of("$ref", "#/components/schemas/RqId")))
                .isEqualTo(contract.schema("RqId")).isNotEmpty();
        assertThat(contract.schema("NoSuchSchema")).isEmpty();
    }

    @Test
    void refusesUnknownAndDoubleOperations() {
        assertThatThrownBy(() -> contract.operation("nothing_list")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No operation nothing_list in CVAT " + contract.version() + ".");
        Map<String, Object> twice = Documents.parse("""
                paths:
                  /a: {get: {operationId: x, responses: {}}}
                  /b: {get: {operationId: x, responses: {}}}
                """, "twice");
        assertThatThrownBy(() -> Contract.of(twice)).isInstanceOf(SpecException.class)
                .hasMessage("Operation id x is used twice.");
    }

    private static Set<String> ids(Contract contract) {
        return contract.operations().stream().map(Operation::id).collect(Collectors.toSet());
    }
}
