package io.github.cvatopenapi.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Trees;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerFormTest {

    private static Contract contract(String version) {
        Map<String, Object> thing = Map.of("type", "object", "properties", Map.of(
                "id", Map.of("type", "integer"),
                "kind", Map.of("type", "string"),
                "shout", Map.of("type", "string"),
                "note", Map.of("type", "string", "nullable", true),
                "tags", Map.of("type", "array", "items", Map.of("type", "string")),
                "state", Map.of("type", "string", "enum", List.of("new", "old")),
                "secret", Map.of("type", "string", "writeOnly", true)));
        Map<String, Object> response = Map.of("content", Map.of("application/vnd.cvat+json", Map.of("schema",
                Map.of("type", "array", "items", Map.of("$ref", "#/components/schemas/Thing")))));
        return Contract.of(Trees.object(Map.of("info", Map.of("version", version),
                "paths", Map.of("/api/things", Map.of("get", Map.of("operationId", "things_list", "tags",
                        List.of("things"), "responses", Map.of("200", response)))),
                "components", Map.of("schemas", Map.of("Thing", thing)))));
    }

    private static Object formed(String version, Map<String, Object> view) {
        Contract contract = contract(version);
        AnswerForm form = new AnswerForm(contract);
        form.member("Thing", "kind", thing -> "kind of " + thing.get("id"));
        form.instead("Thing", "shout", thing -> thing.get("shout") + "!");
        return form.of(contract.operation("things_list"), Answer.ok(List.of(view))).body();
    }

    @Test
    void givesMembersAsDeclaredAndElseAsTheDocumentAllows() {
        assertThat(formed("2.99.0", Map.of("id", 7, "shout", "a", "gone", true))).isEqualTo(List.of(Json.object(
                "id", 7, "kind", "kind of 7", "shout", "a!", "note", null, "tags", List.of(), "state", "new")));
    }

    @Test
    void keepsWhatAnAnswerHas() {
        assertThat(formed("2.99.0", Json.object("id", 7, "kind", "own", "shout", "a", "note", "n", "tags", List.of("t"),
                "state", "old"))).isEqualTo(List.of(Json.object("id", 7, "kind", "own", "shout", "a!", "note", "n",
                "tags", List.of("t"), "state", "old")));
    }

    @Test
    void hasNothingToDoForTheVersionThatTheResourcesAreWrittenFor() {
        Map<String, Object> view = Map.of("id", 7, "gone", true);
        assertThat(formed(AnswerForm.WRITTEN_FOR, view)).isEqualTo(List.of(view));
    }
}
