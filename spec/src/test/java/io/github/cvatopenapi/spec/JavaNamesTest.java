package io.github.cvatopenapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaNamesTest {

    private static Map<String, Object> settled(String schemas) {
        Map<String, Object> document = Documents.parse("components:\n  schemas: " + schemas, "document");
        JavaNames.settle(document);
        return Trees.object(Trees.at(document, "components", "schemas"));
    }

    private static Map<String, Object> properties(Map<String, Object> schemas, String name) {
        return Trees.object(Trees.at(schemas, name, "properties"));
    }

    @Test
    void ofTwoThatWouldBecomeOneThePlainNameStays() {
        Map<String, Object> properties = properties(
                settled("{A: {properties: {_id: {type: string}, id: {type: integer}, ID: {type: string}}}}"), "A");

        assertThat(properties).containsOnlyKeys("_id3", "id", "ID2");
        assertThat(properties).containsEntry("_id3", Map.of("type", "string", "x-wire-name", "_id"));
        assertThat(properties).containsEntry("id", Map.of("type", "integer"));
    }

    @Test
    void aNameThatTheLanguageOrTheRuntimeUsesGetsASuffix() {
        Map<String, Object> schemas = settled("""
                {Model: {properties: {is_secret: {type: boolean}, yield: {$ref: '#/components/schemas/Model'}},
                         required: [is_secret, yield]}}""");

        assertThat(schemas).containsOnlyKeys("ModelSchema");
        assertThat(properties(schemas, "ModelSchema")).containsOnlyKeys("is_secret_value", "yield_value");
        assertThat(Trees.at(schemas, "ModelSchema", "required"))
                .isEqualTo(List.of("is_secret_value", "yield_value"));
        assertThat(properties(schemas, "ModelSchema").get("yield_value")).isEqualTo(Map.of("x-wire-name", "yield",
                "allOf", List.of(Map.of("$ref", "#/components/schemas/ModelSchema"))));
    }

    @Test
    void otherNamesStay() {
        Map<String, Object> schemas = settled("""
                {A: {properties: {values: {type: string}, properties: {type: array, items: {type: string}}}},
                 B: {properties: {a_b: {type: string}, a_c: {type: string}}}}""");

        assertThat(properties(schemas, "A")).containsOnlyKeys("values", "properties");
        assertThat(properties(schemas, "B")).containsOnlyKeys("a_b", "a_c");
    }
}
