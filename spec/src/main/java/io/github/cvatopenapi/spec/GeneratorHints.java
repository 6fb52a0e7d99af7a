package io.github.cvatopenapi.spec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the templates must know and cannot work out: written into the document that only the generator reads.
 * <ul>
 * <li>{@code x-request} on a schema that a request body uses, {@code x-page-of} on a page of a list;
 * <li>{@code x-secret} on a property that must not be printed;
 * <li>an enumeration written out in place becomes a reference to the schema that has the same values;
 * <li>of several successes only those with content stay, so that the method returns it;
 * <li>a body is always required: a call without one is another protocol (uploads), not this method.
 * </ul>
 */
final class GeneratorHints {

    private static final Pattern SECRET = Pattern.compile(
            ".*password.*|(.*_)?token|(.*_)?secret(_.*)?|(secret_)?key|key_file|connection_string", Pattern.CASE_INSENSITIVE);
    private static final String REFERENCE = "$ref";
    private static final Set<String> PAGE = Set.of("count", "next", "previous", "results");

    private final Map<String, Object> document;
    private final Map<String, Object> schemas;

    private GeneratorHints(Map<String, Object> document) {
        this.document = document;
        this.schemas = Trees.object(Trees.at(document, "components", "schemas"));
    }

    static void addTo(Map<String, Object> document) {
        GeneratorHints hints = new GeneratorHints(document);
        hints.nameEnumerations();
        hints.operations();
        hints.markRequests();
        hints.schemas.forEach((name, schema) -> hints.properties(Trees.object(schema)));
    }

    private void nameEnumerations() {
        Map<Set<Object>, String> byValues = new HashMap<>();
        schemas.forEach((name, schema) -> {
            Set<Object> values = values(Trees.object(schema));
            if (!values.isEmpty()) {
                byValues.putIfAbsent(values, name);
            }
        });
        forEachParameter(parameter -> {
            String name = byValues.get(values(Trees.object(parameter.get("schema"))));
            if (name != null) {
                parameter.put("schema", reference(name));
            }
        });
    }

    private static Set<Object> values(Map<String, Object> schema) {
        return new LinkedHashSet<>(Trees.list(schema.get("enum")));
    }

    private static Map<String, Object> reference(String name) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put(REFERENCE, "#/components/schemas/" + name);
        return reference;
    }

    private void forEachParameter(java.util.function.Consumer<Map<String, Object>> action) {
        forEachOperation(operation -> Trees.list(operation.get("parameters"))
                .forEach(parameter -> action.accept(Trees.object(parameter))));
    }

    private void forEachOperation(java.util.function.Consumer<Map<String, Object>> action) {
        Trees.object(document.get("paths")).values().forEach(path -> Trees.object(path).values().stream()
                .filter(operation -> Trees.object(operation).containsKey("operationId"))
                .forEach(operation -> action.accept(Trees.object(operation))));
    }

    private void operations() {
        forEachOperation(operation -> {
            Map<String, Object> body = Trees.object(operation.get("requestBody"));
            if (!body.isEmpty()) {
                body.put("required", true);
            }
            Map<String, Object> responses = Trees.object(operation.get("responses"));
            Set<String> withContent = responses.keySet().stream()
                    .filter(status -> status.startsWith("2") && !content(responses.get(status)).isEmpty())
                    .collect(Collectors.toSet());
            if (!withContent.isEmpty()) {
                responses.keySet().removeIf(status -> status.startsWith("2") && !withContent.contains(status));
            }
        });
    }

    private static Map<String, Object> content(Object response) {
        return Trees.object(Trees.object(response).get("content"));
    }

    private void markRequests() {
        Deque<Object> left = new ArrayDeque<>();
        forEachOperation(operation -> left.add(Trees.object(operation.get("requestBody"))));
        Set<String> seen = new LinkedHashSet<>();
        while (!left.isEmpty()) {
            Object node = left.poll();
            if (node instanceof Map<?, ?>) {
                if (Trees.object(node).get(REFERENCE) instanceof String reference) {
                    String name = reference.substring(reference.lastIndexOf('/') + 1);
                    if (seen.add(name)) {
                        Trees.object(schemas.get(name)).put("x-request", true);
                        left.add(schemas.get(name));
                    }
                }
                left.addAll(Trees.object(node).values().stream().filter(Map.class::isInstance).toList());
                left.addAll(Trees.object(node).values().stream().filter(List.class::isInstance).toList());
            } else if (node instanceof List<?>) {
                left.addAll(new ArrayList<>(Trees.list(node)));
            }
        }
    }

    private void properties(Map<String, Object> schema) {
        Map<String, Object> properties = Trees.object(schema.get("properties"));
        if (properties.keySet().equals(PAGE)) {
            Object item = Trees.at(properties, "results", "items", REFERENCE);
            schema.put("x-page-of", String.valueOf(item).replaceFirst(".*/", ""));
        }
        properties.forEach((name, property) -> {
            if (SECRET.matcher(name).matches() || "password".equals(Trees.object(property).get("format"))) {
                Trees.object(property).put("x-secret", true);
            }
        });
    }
}
