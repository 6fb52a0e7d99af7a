package io.github.cvatopenapi.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the forms of schema that the generator passes over in silence: what it makes of them compiles and then loses
 * values. Each needs a word in generator.yaml that says what the client shall have instead.
 */
final class GeneratorCheck {

    private static final Map<String, String> COMPOSITIONS = new TreeMap<>(Map.of(
            "anyOf", "of which it makes a class that holds none of them",
            "oneOf", "of which it makes a class that holds none of them",
            "not", "which it leaves out"));

    /** Formats whose Java types the client cannot read or write. */
    private static final Set<String> FORMATS = Set.of("date", "byte", "decimal");

    private final List<String> problems = new ArrayList<>();

    private GeneratorCheck() {
    }

    /** What would go wrong, a clause each. */
    static List<String> problems(Map<String, Object> document) {
        GeneratorCheck check = new GeneratorCheck();
        Trees.object(Trees.at(document, "components", "schemas")).forEach((name, schema) -> check.schema(name, schema));
        Trees.object(document.get("paths")).forEach((path, item) -> Trees.object(item).forEach((method, operation) ->
                check.operation(method.toUpperCase(Locale.ROOT) + " " + path, Trees.object(operation))));
        return List.copyOf(check.problems);
    }

    private void operation(String where, Map<String, Object> operation) {
        for (Object each : Trees.list(operation.get("parameters"))) {
            String place = where + ", parameter " + Trees.at(each, "name");
            Object schema = Trees.at(each, "schema");
            if ("object".equals(Trees.at(schema, "type")) || "object".equals(Trees.at(schema, "items", "type"))) {
                problems.add(place + " is an object, which it cannot put into a path or query");
            }
            schema(place, schema);
        }
        content(where + ", request body", operation.get("requestBody"));
        Trees.object(operation.get("responses"))
                .forEach((status, response) -> content(where + ", response " + status, response));
    }

    private void content(String where, Object body) {
        Trees.object(Trees.at(body, "content")).forEach((type, media) -> schema(where, Trees.at(media, "schema")));
    }

    private void schema(String where, Object node) {
        Map<String, Object> schema = Trees.object(node);
        if (schema.isEmpty()) {
            return;
        }
        COMPOSITIONS.forEach((keyword, effect) -> {
            if (schema.containsKey(keyword)) {
                problems.add(where + " has " + keyword + ", " + effect);
            }
        });
        if (Trees.list(schema.get("allOf")).size() > 1) {
            problems.add(where + " has allOf of several, which no test of the client covers");
        }
        if (schema.containsKey("properties") && (schema.get("additionalProperties") instanceof Map
                || Boolean.TRUE.equals(schema.get("additionalProperties")))) {
            problems.add(where + " has properties and additionalProperties, of which it keeps one");
        }
        if (Trees.list(schema.get("enum")).stream().anyMatch(value -> value != null && !(value instanceof String))) {
            problems.add(where + " is an enumeration of other values than text, which no test of the client covers");
        }
        if (schema.get("format") instanceof String format && FORMATS.contains(format)) {
            problems.add(where + " has the format " + format + ", which the client cannot read or write");
        }
        Trees.object(schema.get("properties")).forEach((name, property) -> schema(where + "." + name, property));
        schema(where + "[]", schema.get("items"));
        schema(where + "{}", schema.get("additionalProperties"));
        Trees.list(schema.get("allOf")).forEach(part -> schema(where, part));
    }
}
