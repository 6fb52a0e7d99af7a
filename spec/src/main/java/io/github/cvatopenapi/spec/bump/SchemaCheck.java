package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds schemas that are not OpenAPI 3.0 or refer to nothing. */
final class SchemaCheck {

    private static final String PREFIX = "#/components/schemas/";
    private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean", "object", "array");
    private static final Set<String> NUMBERS = Set.of("minimum", "maximum", "multipleOf", "minLength", "maxLength",
            "minItems", "maxItems", "minProperties", "maxProperties");
    private static final Set<String> FLAGS = Set.of("exclusiveMinimum", "exclusiveMaximum", "uniqueItems", "nullable",
            "readOnly", "writeOnly", "deprecated");
    private static final Set<String> LISTS = Set.of("enum", "required", "allOf", "oneOf", "anyOf");
    private static final Set<String> KNOWN = union(NUMBERS, FLAGS, LISTS, Set.of("$ref", "type", "format", "pattern",
            "default", "properties", "additionalProperties", "items", "not", "discriminator", "xml"));

    private final Map<String, Object> known;
    private final Set<String> problems;

    SchemaCheck(Map<String, Object> document, Set<String> problems) {
        this.known = Trees.object(Trees.at(document, "components", "schemas"));
        this.problems = problems;
    }

    void check(String where, Object node) {
        if (!(node instanceof Map)) {
            problems.add(where + " has no schema, so the document seems to be cut off");
            return;
        }
        Map<String, Object> schema = Trees.object(node);
        if (schema.containsKey("$ref")) {
            reference(where, schema);
        }
        schema.forEach((key, value) -> {
            if (!KNOWN.contains(key) && !key.startsWith("x-")) {
                problems.add(where + " has the keyword " + key + ", which OpenAPI 3.0 does not have");
            } else if (!key.equals("default") && !fits(key, value)) {
                problems.add(where + " has " + key + ": " + value + ", which OpenAPI 3.0 does not allow");
            }
        });
        if ("array".equals(schema.get("type")) && !schema.containsKey("items")) {
            problems.add(where + " is an array without items, so the document seems to be cut off");
        }
        below(where, schema);
    }

    private void reference(String where, Map<String, Object> schema) {
        String reference = String.valueOf(schema.get("$ref"));
        if (!reference.startsWith(PREFIX)) {
            problems.add(where + " refers to " + reference + "; only " + PREFIX + "... can be followed");
        } else if (!known.containsKey(reference.substring(PREFIX.length()))) {
            problems.add(where + " refers to " + reference + ", which is not there; the document seems to be cut off");
        } else if (schema.size() > 1) {
            problems.add(where + " has keywords beside $ref, which OpenAPI 3.0 ignores");
        }
    }

    private static boolean fits(String key, Object value) {
        if (NUMBERS.contains(key)) {
            return value instanceof Number;
        }
        if (FLAGS.contains(key)) {
            return value instanceof Boolean;
        }
        if (LISTS.contains(key)) {
            return value instanceof List<?> items && !items.isEmpty();
        }
        return switch (key) {
            case "type" -> value instanceof String type && TYPES.contains(type);
            case "format", "pattern" -> value instanceof String;
            case "properties", "items", "not" -> value instanceof Map;
            case "additionalProperties" -> value instanceof Map || value instanceof Boolean;
            default -> true;
        };
    }

    private void below(String where, Map<String, Object> schema) {
        Trees.object(schema.get("properties"))
                .forEach((name, property) -> check(where + ", property " + name, property));
        for (String key : List.of("allOf", "oneOf", "anyOf")) {
            Trees.list(schema.get(key)).forEach(part -> check(where + ", " + key, part));
        }
        for (String key : List.of("items", "not", "additionalProperties")) {
            if (schema.get(key) instanceof Map) {
                check(where + ", " + key, schema.get(key));
            }
        }
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        Set<String> all = new HashSet<>();
        for (Set<String> set : sets) {
            all.addAll(set);
        }
        return Set.copyOf(all);
    }
}
