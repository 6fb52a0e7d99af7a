package io.github.cvatopenapi.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what operations take and answer in forms that one generated method does not cover. */
final class BodyCheck {

    private static final String JSON = "application/json";
    private static final String MULTIPART = "multipart/form-data";
    private static final String BYTES = "a file";

    private final List<String> problems;
    private final Map<String, Object> schemas;

    /** @param problems takes what is found, a clause each */
    BodyCheck(List<String> problems, Map<String, Object> schemas) {
        this.problems = problems;
        this.schemas = schemas;
    }

    void operation(String where, String target, Map<String, Object> operation) {
        request(where, target + ".requestBody", operation);
        Map<String, String> kinds = new LinkedHashMap<>();
        Trees.object(operation.get("responses")).forEach((status, response) ->
                Trees.object(Trees.at(response, "content")).forEach((type, media) -> {
                    String place = target + ".responses['" + status + "']";
                    kinds.putIfAbsent(kind(type, Trees.object(Trees.at(media, "schema"))), status);
                    answer(where + ", response " + status, place + ".content['" + type + "'].schema", type,
                            Trees.object(Trees.at(media, "schema")));
                }));
        if (kinds.size() > 1) {
            List<String> statuses = new ArrayList<>(new LinkedHashSet<>(kinds.values()));
            String last = statuses.get(statuses.size() - 1);
            problems.add("%s answers %s, of which one method returns the first only; target %s.responses['%s'], %s"
                    .formatted(where, String.join(" and ", kinds.keySet()), target, last,
                            statuses.size() > 1 ? "remove: true, or another status than the one callers want"
                                    : "update: one schema for all its media types"));
        }
    }

    private static boolean isJson(String type) {
        return type.equals(JSON) || type.endsWith("+json");
    }

    private static String kind(String type, Map<String, Object> schema) {
        Map<String, Object> plain = new LinkedHashMap<>(schema);
        plain.keySet().removeAll(Set.of("description", "title"));
        return isBytes(schema) ? BYTES : schema.get("$ref") instanceof String reference
                ? reference.replaceFirst(".*/", "") : type + " " + plain;
    }

    private static boolean isBytes(Map<String, Object> schema) {
        return "binary".equals(schema.get("format"));
    }

    private void answer(String where, String target, String type, Map<String, Object> schema) {
        if (!isJson(type) && "string".equals(schema.get("type")) && !isBytes(schema)) {
            problems.add(where + " is text of the type " + type + ", which the client would read as JSON; target "
                    + target + ", update: {format: binary}");
        }
        if (isJson(type) && !isBytes(schema)) {
            files(where, schema, "answered", new LinkedHashSet<>());
        }
    }

    private void request(String where, String target, Map<String, Object> operation) {
        Map<String, Object> content = Trees.object(Trees.at(operation, "requestBody", "content"));
        String media = target + ".content['%s'], ";
        content.keySet().stream().filter(type -> !type.equals(JSON) && !type.equals(MULTIPART)).forEach(type ->
                problems.add(where + " takes " + type + ", which the client does not send; target "
                        + media.formatted(type) + "remove: true"));
        if (content.containsKey(JSON)) {
            Map<String, Object> schema = Trees.object(Trees.at(content, JSON, "schema"));
            files(where, schema, "sent", new LinkedHashSet<>());
            if (content.containsKey(MULTIPART)
                    && hasFiles(Trees.object(Trees.at(content, MULTIPART, "schema")))) {
                problems.add(where + " takes JSON and multipart with files, of which one method sends one; target "
                        + media.formatted(MULTIPART)
                        + "remove: true, with x-multipart-twin: true in the operation for a second method");
            }
        } else if (content.containsKey(MULTIPART)) {
            nested(where, target + ".content['" + MULTIPART + "'].schema",
                    resolve(Trees.object(Trees.at(content, MULTIPART, "schema"))));
        }
    }

    private void nested(String where, String target, Map<String, Object> schema) {
        Trees.object(schema.get("properties")).forEach((name, node) -> {
            Map<String, Object> property = resolve(Trees.object(node));
            if (property.containsKey("properties")) {
                problems.add("%s takes the object %s as a field of a form, which the client does not send; target %s, "
                        .formatted(where, name, target) + "update: its properties without it");
            }
        });
    }

    private boolean hasFiles(Map<String, Object> schema) {
        return Trees.object(resolve(schema).get("properties")).values().stream().map(Trees::object)
                .anyMatch(BodyCheck::isFile);
    }

    private static boolean isFile(Map<String, Object> property) {
        return isBytes(property) || isBytes(Trees.object(property.get("items")));
    }

    /** JSON holds no files, however deep. */
    private void files(String where, Map<String, Object> schema, String how, Set<Object> seen) {
        boolean told = schema.get("$ref") instanceof String reference && !seen.add(reference);
        if (told || schema.isEmpty()) {
            return;
        }
        String name = schema.get("$ref") instanceof String reference ? reference.replaceFirst(".*/", "") : "the body";
        Map<String, Object> here = resolve(schema);
        Trees.object(here.get("properties")).forEach((property, node) -> {
            if (isFile(Trees.object(node))) {
                String clause = "%s of %s is a file inside JSON, which cannot be %s; target %s.properties['%s'], "
                        .formatted(property, name, how, "$.components.schemas." + name, property) + "remove: true";
                if (!problems.contains(clause)) {
                    problems.add(clause);
                }
            }
            files(where, Trees.object(node), how, seen);
        });
        for (String part : List.of("items", "additionalProperties")) {
            files(where, Trees.object(here.get(part)), how, seen);
        }
        Trees.list(here.get("allOf")).forEach(part -> files(where, Trees.object(part), how, seen));
    }

    private Map<String, Object> resolve(Map<String, Object> schema) {
        Map<String, Object> here = schema;
        while (here.get("$ref") instanceof String reference) {
            here = Trees.object(schemas.get(reference.replaceFirst(".*/", "")));
        }
        return here;
    }
}
