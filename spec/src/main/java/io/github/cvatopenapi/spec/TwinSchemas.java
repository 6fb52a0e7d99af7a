package io.github.cvatopenapi.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Schemas that the document has twice, {@code Thing} for answers and {@code ThingRequest} or {@code
 * PatchedThingRequest} for requests, although both have the same properties. One Java class serves both, so that what
 * was read can be changed and sent back.
 */
final class TwinSchemas {

    private static final String PREFIX = "#/components/schemas/";
    /** What does not change the Java type. */
    private static final Set<String> IGNORED = Set.of("description", "default", "minLength", "maxLength", "pattern",
            "readOnly", "writeOnly", "required", "title");

    private final Map<String, Object> schemas;
    private final Map<String, String> twins = new TreeMap<>();

    private TwinSchemas(Map<String, Object> schemas) {
        this.schemas = schemas;
    }

    /** Makes every reference in {@code document} to a twin one to the schema for answers, and removes the twin. */
    static void unify(Map<String, Object> document) {
        Map<String, Object> schemas = Trees.object(Trees.at(document, "components", "schemas"));
        TwinSchemas found = new TwinSchemas(schemas);
        found.find();
        found.redirect(document);
        schemas.keySet().removeAll(found.twins.keySet());
    }

    private void find() {
        for (String name : schemas.keySet()) {
            if (name.endsWith("Request")) {
                String twin = name.substring(0, name.length() - "Request".length()).replaceFirst("^Patched", "");
                if (schemas.containsKey(twin)) {
                    twins.put(name, twin);
                }
            }
        }
        // A pair is only the same when what it refers to is, so those that differ go until none does.
        while (twins.entrySet().removeIf(pair ->
                !shape(schemas.get(pair.getKey())).equals(shape(schemas.get(pair.getValue()))))) {
            continue;
        }
    }

    private Object shape(Object node) {
        if (node instanceof List<?> items) {
            return items.stream().map(this::shape).toList();
        }
        if (!(node instanceof Map<?, ?>)) {
            return node;
        }
        Map<String, Object> shape = new LinkedHashMap<>();
        Trees.object(node).forEach((key, value) -> {
            if (key.equals("properties")) {
                Map<String, Object> properties = new TreeMap<>();
                Trees.object(value).forEach((name, property) -> properties.put(name, shape(property)));
                shape.put(key, properties);
            } else if (key.equals("$ref")) {
                shape.put(key, target((String) value));
            } else if (!IGNORED.contains(key)) {
                shape.put(key, shape(value));
            }
        });
        return shape;
    }

    private String target(String reference) {
        String name = reference.substring(PREFIX.length());
        return PREFIX + twins.getOrDefault(name, name);
    }

    private void redirect(Object node) {
        if (node instanceof List<?> items) {
            items.forEach(this::redirect);
        } else if (node instanceof Map<?, ?>) {
            Map<String, Object> object = Trees.object(node);
            object.values().forEach(this::redirect);
            if (object.get("$ref") instanceof String reference) {
                object.put("$ref", target(reference));
            }
        }
    }
}
