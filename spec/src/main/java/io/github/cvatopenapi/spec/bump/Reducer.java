package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes a published document down to what the project pins: everything that says how the API behaves on the wire, in
 * the order of the input, and no prose of others.
 */
final class Reducer {

    private static final Set<String> PROSE = Set.of("description", "summary", "title", "externalDocs", "example",
            "examples", "contact", "license", "termsOfService");

    /** Keywords below which the keys are names, never keywords. */
    private static final Set<String> NAMED = Set.of("properties", "patternProperties", "paths", "schemas", "parameters",
            "requestBodies", "headers", "securitySchemes", "callbacks", "links", "content", "encoding", "mapping",
            "variables", "scopes");

    /** Keywords that hold values of the API itself. */
    private static final Set<String> DATA = Set.of("default", "enum");

    private Reducer() {
    }

    static Map<String, Object> reduce(Map<String, Object> document) {
        Map<String, Object> reduced = new LinkedHashMap<>();
        document.forEach((key, value) -> {
            if (key.equals("info")) {
                reduced.put(key, info(Trees.object(value)));
            } else if (!key.equals("tags") && !PROSE.contains(key)) {
                reduced.put(key, value(key, value));
            }
        });
        return reduced;
    }

    private static Map<String, Object> info(Map<String, Object> info) {
        Map<String, Object> reduced = new LinkedHashMap<>();
        reduced.put("title", info.get("title"));
        reduced.put("version", info.get("version"));
        return reduced;
    }

    private static Object value(String key, Object value) {
        if (DATA.contains(key)) {
            return Trees.copy(value);
        }
        return key.equals("responses") ? responses(value) : node(value, NAMED.contains(key));
    }

    private static Object node(Object node, boolean named) {
        if (node instanceof Map) {
            Map<String, Object> reduced = new LinkedHashMap<>();
            Trees.object(node).forEach((key, value) -> {
                if (named) {
                    reduced.put(key, node(value, false));
                } else if (!PROSE.contains(key)) {
                    reduced.put(key, value(key, value));
                }
            });
            return reduced;
        }
        if (node instanceof List<?> items) {
            List<Object> reduced = new ArrayList<>(items.size());
            items.forEach(item -> reduced.add(node(item, false)));
            return reduced;
        }
        return node;
    }

    private static Object responses(Object node) {
        if (!(node instanceof Map)) {
            return node(node, false);
        }
        Map<String, Object> reduced = new LinkedHashMap<>();
        Trees.object(node).forEach((status, response) -> {
            Map<String, Object> described = new LinkedHashMap<>();
            if (!Trees.object(response).containsKey("$ref")) {
                described.put("description", "HTTP " + status);
            }
            described.putAll(Trees.object(node(response, false)));
            reduced.put(status, described);
        });
        return reduced;
    }
}
