package io.github.cvatopenapi.spec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * What the templates must know and cannot work out, written into the document that only the generator reads.
 * <ul>
 * <li>{@code x-request}: a schema that a request body uses; {@code x-page-of}: a page of a list, and of what;
 * <li>{@code x-secret}: a property that must not be printed;
 * <li>{@code x-accept}, {@code x-summary}: of an operation; the generator's own forms are escaped for other readers;
 * <li>an enumeration written out in place becomes a schema: the one that has the same values, or one named by
 *     {@code x-enum-name};
 * <li>of several successes only those with content stay, so that the method returns it, and of several media types
 *     JSON;
 * <li>errors keep their statuses only, since an exception reads them all; schemas that nothing uses go;
 * <li>a body is always required: a call without one is another protocol (uploads), not this method;
 * <li>parameters of the path come in the order of the path;
 * <li>lists of items that differ are lists; {@link JavaNames} are names that Java can have.
 * </ul>
 */
final class GeneratorHints {

    private static final Pattern SECRET = Pattern.compile(
            ".*password.*|(.*_)?token|(.*_)?secret(_.*)?|(secret_)?key|key_file|connection_string");
    /** Whether there is a secret, or how many, is none. */
    private static final Set<Object> PLAIN = Set.of("boolean", "integer", "number");
    private static final String REFERENCE = "$ref";
    private static final String JSON = "application/vnd.cvat+json";
    private static final Set<String> PAGE = Set.of("count", "next", "previous", "results");
    /** A model keeps one bit of a long for each property, counted from 1. */
    private static final int MOST_PROPERTIES = 63;

    private final Map<String, Object> document;
    private final Map<String, Object> schemas;

    private GeneratorHints(Map<String, Object> document) {
        this.document = document;
        this.schemas = Trees.object(Trees.at(document, "components", "schemas"));
    }

    static void addTo(Map<String, Object> document) {
        GeneratorHints hints = new GeneratorHints(document);
        TwinSchemas.unify(document);
        hints.nameEnumerations();
        hints.eachOperation(GeneratorHints::operation);
        hints.markRequests();
        hints.schemas.forEach((name, schema) -> hints.schema(name, Trees.object(schema)));
        asLists(document);
        JavaNames.settle(document);
    }

    /** A list whose items differ is a list; the generator would make a set, which loses their order. */
    private static void asLists(Object node) {
        if (node instanceof List<?> items) {
            items.forEach(GeneratorHints::asLists);
        } else if (node instanceof Map<?, ?>) {
            Map<String, Object> object = Trees.object(node);
            if ("array".equals(object.get("type"))) {
                object.remove("uniqueItems");
            }
            object.values().forEach(GeneratorHints::asLists);
        }
    }

    private void nameEnumerations() {
        Map<Set<Object>, String> byValues = new HashMap<>();
        schemas.forEach((name, schema) -> {
            Set<Object> values = values(schema);
            if (!values.isEmpty()) {
                byValues.putIfAbsent(values, name);
            }
        });
        eachOperation((path, operation) -> {
            Trees.list(operation.get("parameters")).forEach(parameter -> nameEnumeration(parameter, byValues));
            Trees.object(operation.get("responses")).values().forEach(response ->
                    Trees.object(Trees.at(response, "content")).values()
                            .forEach(media -> nameEnumeration(media, byValues)));
        });
    }

    private void nameEnumeration(Object holder, Map<Set<Object>, String> byValues) {
        Map<String, Object> schema = Trees.object(Trees.at(holder, "schema"));
        Set<Object> values = values(schema);
        String name = byValues.get(values);
        if (name == null && schema.get("x-enum-name") instanceof String wanted) {
            name = wanted;
            byValues.put(values, name);
            schemas.put(name, schema);
        }
        if (name != null) {
            Map<String, Object> reference = new LinkedHashMap<>();
            reference.put(REFERENCE, "#/components/schemas/" + name);
            Trees.object(holder).put("schema", reference);
        }
    }

    private static Set<Object> values(Object schema) {
        return new LinkedHashSet<>(Trees.list(Trees.at(schema, "enum")));
    }

    private void eachOperation(BiConsumer<String, Map<String, Object>> action) {
        Trees.object(document.get("paths")).forEach((path, item) -> Trees.object(item).values().stream()
                .map(Trees::object)
                .filter(operation -> operation.containsKey("operationId"))
                .forEach(operation -> action.accept(path, operation)));
    }

    private static int position(String path, Map<String, Object> parameter) {
        return "path".equals(parameter.get("in")) ? path.indexOf("{" + parameter.get("name") + "}") : path.length();
    }

    private static void operation(String path, Map<String, Object> operation) {
        operation.put("x-summary", operation.get("summary"));
        if (operation.containsKey("parameters")) {
            Trees.list(operation.get("parameters"))
                    .sort(Comparator.comparingInt(parameter -> position(path, Trees.object(parameter))));
        }
        Map<String, Object> body = Trees.object(operation.get("requestBody"));
        if (!body.isEmpty()) {
            body.put("required", true);
        }
        Map<String, Object> responses = Trees.object(operation.get("responses"));
        List<String> answers = responses.keySet().stream()
                .filter(status -> status.startsWith("2") && !content(responses.get(status)).isEmpty())
                .toList();
        if (!answers.isEmpty()) {
            responses.keySet().removeIf(status -> status.startsWith("2") && !answers.contains(status));
        }
        responses.forEach((status, response) -> {
            if (!status.startsWith("2")) {
                Trees.object(response).remove("content");
            }
        });
        answers.forEach(status -> keepJson(content(responses.get(status))));
        boolean json = answers.stream().anyMatch(status -> isJson(content(responses.get(status))));
        operation.put("x-accept", json || answers.isEmpty() ? JSON : "*/*");
    }

    private static boolean isJson(Map<String, Object> content) {
        return content.containsKey(JSON) && !"binary".equals(Trees.at(content, JSON, "schema", "format"));
    }

    private static void keepJson(Map<String, Object> content) {
        if (isJson(content)) {
            content.keySet().retainAll(Set.of(JSON));
        }
    }

    private static Map<String, Object> content(Object response) {
        return Trees.object(Trees.at(response, "content"));
    }

    private void markRequests() {
        List<Object> bodies = new ArrayList<>();
        eachOperation((path, operation) -> bodies.add(Trees.object(operation.get("requestBody"))));
        reachable(bodies).forEach(name -> Trees.object(schemas.get(name)).put("x-request", true));
        schemas.keySet().retainAll(reachable(List.of(document.get("paths"))));
    }

    /** The names of the schemas that {@code roots} refer to, directly or by way of others. */
    private Set<String> reachable(List<Object> roots) {
        Deque<Object> left = new ArrayDeque<>(roots);
        Set<String> names = new LinkedHashSet<>();
        while (!left.isEmpty()) {
            Object node = left.poll();
            if (node instanceof List<?> items) {
                left.addAll(items.stream().filter(GeneratorHints::isTree).toList());
                continue;
            }
            left.addAll(Trees.object(node).values().stream().filter(GeneratorHints::isTree).toList());
            if (Trees.at(node, REFERENCE) instanceof String reference) {
                String name = reference.replaceFirst(".*/", "");
                if (names.add(name)) {
                    left.add(Trees.object(schemas.get(name)));
                }
            }
        }
        return names;
    }

    private static boolean isTree(Object node) {
        return node instanceof Map || node instanceof List;
    }

    private void schema(String name, Map<String, Object> schema) {
        Map<String, Object> properties = Trees.object(schema.get("properties"));
        if (properties.size() > MOST_PROPERTIES) {
            throw new SpecException(name + " has more than " + MOST_PROPERTIES
                    + " properties; Model must keep more bits.");
        }
        if (properties.keySet().equals(PAGE)) {
            String item = String.valueOf(Trees.at(properties, "results", "items", REFERENCE));
            schema.put("x-page-of", item.replaceFirst(".*/", ""));
        }
        List<String> secrets = new ArrayList<>();
        properties.forEach((property, type) -> {
            Map<String, Object> details = Trees.object(type);
            boolean named = SECRET.matcher(property).matches() && !PLAIN.contains(details.get("type"));
            if (named || "password".equals(details.get("format")) || Boolean.TRUE.equals(details.get("x-secret"))) {
                secrets.add(property);
            }
        });
        if (!secrets.isEmpty()) {
            schema.put("x-secrets", secrets);
        }
    }
}
