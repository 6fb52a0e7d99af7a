package io.github.cvatopenapi.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the operations out of a document. */
final class Index {

    /** Marks a response that the observed overlay added. */
    static final String OBSERVED = "x-observed";

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch",
            "trace");

    private Index() {
    }

    static List<Operation> operations(Map<String, Object> document) {
        List<Operation> operations = new ArrayList<>();
        Trees.object(document.get("paths")).forEach((path, item) -> Trees.object(item).forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                operations.add(operation(document, path, method, Trees.object(item), Trees.object(operation)));
            }
        }));
        return operations;
    }

    private static Operation operation(Map<String, Object> document, String path, String method,
                                       Map<String, Object> item, Map<String, Object> operation) {
        if (!(operation.get("operationId") instanceof String id)) {
            throw new SpecException(method.toUpperCase(Locale.ROOT) + " " + path + " has no operationId.");
        }
        List<Parameter> parameters = new ArrayList<>();
        Trees.list(item.get("parameters")).forEach(each -> parameters.add(parameter(Trees.object(each))));
        Trees.list(operation.get("parameters")).forEach(each -> parameters.add(parameter(Trees.object(each))));
        Map<String, Object> body = Trees.object(operation.get("requestBody"));
        List<Response> responses = new ArrayList<>();
        Trees.object(operation.get("responses")).forEach((status, response) -> {
            Map<String, Object> node = Trees.object(response);
            responses.add(new Response(Integer.parseInt(status), !Boolean.TRUE.equals(node.get(OBSERVED)),
                    content(node)));
        });
        responses.sort(Comparator.comparingInt(Response::status));
        Object security = operation.containsKey("security") ? operation.get("security") : document.get("security");
        boolean secured = !Trees.list(security).isEmpty()
                && Trees.list(security).stream().noneMatch(each -> Trees.object(each).isEmpty());
        Object tag = Trees.list(operation.get("tags")).stream().findFirst().orElse("default");
        return new Operation(id, method.toUpperCase(Locale.ROOT), path, tag.toString(),
                (String) operation.get("summary"), List.copyOf(parameters),
                Boolean.TRUE.equals(body.get("required")), content(body), List.copyOf(responses), secured);
    }

    private static Parameter parameter(Map<String, Object> node) {
        return new Parameter(String.valueOf(node.get("name")), String.valueOf(node.get("in")),
                Boolean.TRUE.equals(node.get("required")), Trees.object(node.get("schema")));
    }

    private static List<Media> content(Map<String, Object> node) {
        List<Media> content = new ArrayList<>();
        Trees.object(node.get("content")).forEach((type, media) ->
                content.add(new Media(type, Trees.object(Trees.object(media).get("schema")))));
        return List.copyOf(content);
    }
}
