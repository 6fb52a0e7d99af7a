package io.github.cvatopenapi.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the forms that the generator passes over in silence: what it makes of them compiles and then loses values, or
 * does not compile far from its cause. Each needs an action in generator.yaml that says what the client shall have
 * instead; the clause ends with what to write.
 */
final class GeneratorCheck {

    private static final Map<String, String> COMPOSITIONS = new TreeMap<>(Map.of(
            "anyOf", "of which it makes a class that holds none of them",
            "oneOf", "of which it makes a class that holds none of them",
            "not", "which it leaves out"));

    /** Formats whose Java types the client cannot read or write. */
    private static final Set<String> FORMATS = Set.of("date", "byte", "decimal", "number");

    private static final String TARGET = "; target %s, ";

    private final List<String> problems = new ArrayList<>();
    private final Map<String, Object> schemas;

    private GeneratorCheck(Map<String, Object> schemas) {
        this.schemas = schemas;
    }

    /** What would go wrong in {@code document}, which has the hints for the generator, a clause each. */
    static List<String> problems(Map<String, Object> document) {
        GeneratorCheck check =
                new GeneratorCheck(Trees.object(Trees.at(document, "components", "schemas")));
        check.schemas.forEach((name, schema) -> check.schema(name, "$.components.schemas" + step(name), schema));
        Trees.object(document.get("paths")).forEach((path, item) -> Trees.object(item).forEach((method, operation) ->
                check.operation(method.toUpperCase(Locale.ROOT) + " " + path,
                        "$.paths['" + path + "']." + method, Trees.object(operation))));
        return List.copyOf(check.problems);
    }

    private static String step(String name) {
        return name.matches("[A-Za-z_]\\w*") ? "." + name : "['" + name + "']";
    }

    private void add(String what, String target, String advice) {
        problems.add(what + TARGET.formatted(target) + advice);
    }

    private void operation(String where, String target, Map<String, Object> operation) {
        for (Object each : Trees.list(operation.get("parameters"))) {
            String name = String.valueOf(Trees.at(each, "name"));
            String place = where + ", parameter " + name;
            String parameter = target + ".parameters[?@.name=='" + name + "']";
            Object schema = Trees.at(each, "schema");
            if ("object".equals(Trees.at(schema, "type")) || "object".equals(Trees.at(schema, "items", "type"))) {
                add(place + " is an object, which it cannot put into a path or query", parameter + ".schema",
                        "update: {type: string}");
            }
            if ("cookie".equals(Trees.at(each, "in"))) {
                add(place + " is a cookie, which it does not send", parameter, "remove: true");
            }
            if ("array".equals(Trees.at(schema, "type")) && Boolean.FALSE.equals(Trees.at(each, "explode"))) {
                add(place + " is a list in one text, which it would send as several", parameter + ".schema",
                        "update: {type: string}");
            }
            schema(place, parameter + ".schema", schema);
        }
        new BodyCheck(problems, schemas).operation(where, target, operation);
        content(where + ", request body", target + ".requestBody", operation.get("requestBody"));
        Trees.object(operation.get("responses")).forEach((status, response) ->
                content(where + ", response " + status, target + ".responses['" + status + "']", response));
    }

    private void content(String where, String target, Object body) {
        Trees.object(Trees.at(body, "content")).forEach((type, media) ->
                schema(where, target + ".content['" + type + "'].schema", Trees.at(media, "schema")));
    }

    private void schema(String where, String target, Object node) {
        Map<String, Object> schema = Trees.object(node);
        if (schema.isEmpty()) {
            return;
        }
        COMPOSITIONS.forEach((keyword, effect) -> {
            if (schema.containsKey(keyword)) {
                add(where + " has " + keyword + ", " + effect, target + "." + keyword,
                        "remove: true, and update what is left to the type it shall have");
            }
        });
        if (Trees.list(schema.get("allOf")).size() > 1) {
            add(where + " has allOf of several, which no test of the client covers", target + ".allOf",
                    "remove: true, and update what is left to all their properties");
        }
        if (schema.containsKey("properties") && (schema.get("additionalProperties") instanceof Map
                || Boolean.TRUE.equals(schema.get("additionalProperties")))) {
            add(where + " has properties and additionalProperties, of which it keeps one",
                    target + ".additionalProperties", "remove: true");
        }
        if (Trees.list(schema.get("enum")).stream().anyMatch(value -> value != null && !(value instanceof String))) {
            add(where + " is an enumeration of other values than text, which no test of the client covers",
                    target + ".enum", "remove: true");
        }
        if (schema.get("format") instanceof String format && FORMATS.contains(format)) {
            add(where + " has the format " + format + ", which the client cannot read or write", target + ".format",
                    "remove: true");
        }
        Trees.object(schema.get("properties")).forEach((name, property) ->
                schema(where + "." + wireName(name, property), target + ".properties" + step(wireName(name, property)),
                        property));
        schema(where + "[]", target + ".items", schema.get("items"));
        schema(where + "{}", target + ".additionalProperties", schema.get("additionalProperties"));
        List<Object> parts = Trees.list(schema.get("allOf"));
        for (int part = 0; part < parts.size(); part++) {
            schema(where, target + ".allOf[" + part + "]", parts.get(part));
        }
    }

    private static String wireName(String name, Object property) {
        return Trees.at(property, JavaNames.WIRE_NAME) instanceof String wire ? wire : name;
    }
}
