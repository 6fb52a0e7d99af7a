package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Trees;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what would make a document useless later and far from its cause: parts that are missing because it was cut off,
 * references that lead nowhere, and forms that the index and the generator would pass over in silence.
 */
final class DocumentCheck {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch",
            "trace");
    private static final Map<String, Set<String>> SCHEME_PARTS = Map.of("apiKey", Set.of("name", "in"),
            "http", Set.of("scheme"), "oauth2", Set.of("flows"), "openIdConnect", Set.of("openIdConnectUrl"));

    private final Map<String, Object> document;
    private final Set<Object> schemes = new HashSet<>();
    private final Set<Object> ids = new HashSet<>();
    private final Set<String> problems = new LinkedHashSet<>();
    private final SchemaCheck schemas;

    private DocumentCheck(Map<String, Object> document) {
        this.document = document;
        this.schemas = new SchemaCheck(document, problems);
    }

    static DocumentCheck of(Map<String, Object> document) {
        DocumentCheck check = new DocumentCheck(document);
        check.run();
        return check;
    }

    /** The first thing that is wrong, as a clause, if anything is. */
    Optional<String> problem() {
        return problems.stream().findFirst();
    }

    private void run() {
        Map<String, Object> paths = Trees.object(document.get("paths"));
        Map<String, Object> components = Trees.object(document.get("components"));
        if (paths.isEmpty()) {
            problems.add("it has no paths");
        }
        if (Trees.object(components.get("schemas")).isEmpty()) {
            problems.add("it has no component schemas, so it seems to be cut off");
        }
        schemes.addAll(Trees.object(components.get("securitySchemes")).keySet());
        paths.forEach((path, item) -> {
            if (Trees.object(item).isEmpty()) {
                problems.add("path " + path + " has no operations, so it seems to be cut off");
            }
            Trees.object(item).forEach((key, node) -> {
                if (METHODS.contains(key)) {
                    operation(key.toUpperCase(Locale.ROOT) + " " + path, Trees.object(node));
                } else if (key.equals("parameters")) {
                    parameters("path " + path, node);
                } else if (!key.startsWith("x-") && !key.equals("servers")) {
                    problems.add("path " + path + " has the field " + key + ", which this project does not know");
                }
            });
        });
        security("the document", document.get("security"));
        Trees.object(components.get("schemas")).forEach((name, schema) -> schemas.check("schema " + name, schema));
        Trees.object(components.get("securitySchemes")).forEach((name, scheme) -> {
            Object type = Trees.at(scheme, "type");
            Set<String> parts = SCHEME_PARTS.get(String.valueOf(type));
            if (parts == null || parts.stream().anyMatch(part -> Trees.at(scheme, part) == null)) {
                problems.add("security scheme " + name + " is incomplete, so the document seems to be cut off");
            }
        });
    }

    private void operation(String where, Map<String, Object> operation) {
        Object id = operation.get("operationId");
        if (!(id instanceof String)) {
            problems.add(where + " has no operationId");
        } else if (!ids.add(id)) {
            problems.add("the operationId " + id + " is used twice");
        }
        if (operation.containsKey("tags") && (Trees.list(operation.get("tags")).isEmpty()
                || !Trees.list(operation.get("tags")).stream().allMatch(String.class::isInstance))) {
            problems.add(where + " has tags that are not a list of names");
        }
        parameters(where, operation.get("parameters"));
        if (operation.containsKey("requestBody")) {
            body(where + ", request body", Trees.object(operation.get("requestBody")), true);
        }
        security(where, operation.get("security"));
        Map<String, Object> responses = Trees.object(operation.get("responses"));
        if (responses.isEmpty()) {
            problems.add(where + " has no responses");
        }
        responses.forEach((status, response) -> {
            if (!status.matches("[1-5]\\d\\d")) {
                problems.add(where + " has the response " + status + " where a status is needed");
            }
            body(where + ", response " + status, Trees.object(response), false);
        });
    }

    private void parameters(String where, Object parameters) {
        for (Object node : Trees.list(parameters)) {
            Map<String, Object> parameter = Trees.object(node);
            if (parameter.get("name") instanceof String name && parameter.get("in") instanceof String
                    && parameter.containsKey("schema")) {
                schemas.check(where + ", parameter " + name, parameter.get("schema"));
            } else {
                problems.add(where + " has a parameter without a name, a place and a schema of its own");
            }
        }
    }

    private void body(String where, Map<String, Object> body, boolean contentNeeded) {
        if (body.containsKey("$ref")) {
            problems.add(where + " is a reference; only schemas may be referred to");
        }
        Map<String, Object> content = Trees.object(body.get("content"));
        if (content.isEmpty() && (contentNeeded || body.containsKey("content"))) {
            problems.add(where + " has no content, so the document seems to be cut off");
        }
        content.forEach((type, media) -> {
            if (!(media instanceof Map)) {
                problems.add(where + ", " + type + " is empty, so the document seems to be cut off");
            } else if (Trees.object(media).containsKey("schema")) {
                schemas.check(where + ", " + type, Trees.object(media).get("schema"));
            }
        });
        Trees.object(body.get("headers")).forEach((name, header) -> {
            if (Trees.object(header).containsKey("schema")) {
                schemas.check(where + ", header " + name, Trees.object(header).get("schema"));
            }
        });
    }

    private void security(String where, Object security) {
        for (Object way : Trees.list(security)) {
            List<String> unknown = Trees.object(way).keySet().stream().filter(name -> !schemes.contains(name)).toList();
            if (!unknown.isEmpty()) {
                problems.add(where + " refers to the security scheme " + unknown.get(0)
                        + ", which is not there; the document seems to be cut off");
            }
        }
    }
}
