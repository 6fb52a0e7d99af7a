package io.github.cvatopenapi.embedded.engine;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Media;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Trees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a path says of itself when asked with OPTIONS: the media types, and what its POST takes. */
public final class Metadata {

    /** How deep descriptions of nested objects go; labels need three. */
    private static final int DEPTH = 6;
    private static final Map<String, String> FORMATS = Map.of(
            "date-time", "datetime", "email", "email", "uri", "url", "binary", "file upload");

    private final Contract contract;

    private Metadata(Contract contract) {
        this.contract = contract;
    }

    public static Answer of(Contract contract, List<Operation> here) {
        String path = here.get(0).path();
        Map<String, Object> tree = Json.object(
                "name", title(path.substring(path.lastIndexOf('/') + 1)) + " List", "description", "",
                "renders", List.of("application/vnd.cvat+json", "text/html"), "parses", parses(here));
        here.stream().filter(each -> each.method().equals("POST")).findFirst()
                .flatMap(post -> post.requestBodies().stream().findFirst())
                .ifPresent(body ->
                        tree.put("actions", Map.of("POST", new Metadata(contract).children(body.schema(), DEPTH))));
        return Answer.ok(tree);
    }

    private static List<String> parses(List<Operation> here) {
        List<String> types = here.stream().flatMap(each -> each.requestBodies().stream())
                .map(Media::type).distinct().toList();
        return types.isEmpty() ? List.of("application/json") : types;
    }

    private Map<String, Object> children(Map<String, Object> schema, int depth) {
        Map<String, Object> resolved = resolved(schema);
        List<Object> required = Trees.list(resolved.get("required"));
        Map<String, Object> children = new LinkedHashMap<>();
        Trees.object(resolved.get("properties")).forEach((name, property) -> {
            Map<String, Object> child = field(resolved(Trees.object(property)), required.contains(name), depth);
            child.put("label", title(name));
            children.put(name, child);
        });
        return children;
    }

    private Map<String, Object> resolved(Map<String, Object> schema) {
        Map<String, Object> here = contract.resolve(schema);
        return here.containsKey("allOf") ? resolved(Trees.object(Trees.list(here.get("allOf")).get(0))) : here;
    }

    private Map<String, Object> field(Map<String, Object> schema, boolean required, int depth) {
        Map<String, Object> field = Json.object("type", type(schema), "required", required, "read_only", false);
        copy(schema, "maxLength", field, "max_length");
        copy(schema, "minimum", field, "min_value");
        copy(schema, "maximum", field, "max_value");
        if (schema.containsKey("enum")) {
            field.put("choices", Trees.list(schema.get("enum")).stream()
                    .map(each ->
                            Json.object("value", each, "display_name", String.valueOf(each).toUpperCase(Locale.ROOT)))
                    .toList());
        }
        if (depth > 0 && schema.containsKey("items")) {
            field.put("child", field(resolved(Trees.object(schema.get("items"))), true, depth - 1));
        } else if (depth > 0 && schema.containsKey("properties")) {
            field.put("children", children(schema, depth - 1));
        }
        return field;
    }

    private static void copy(Map<String, Object> schema, String from, Map<String, Object> field, String to) {
        if (schema.get(from) != null) {
            field.put(to, schema.get(from));
        }
    }

    private static String type(Map<String, Object> schema) {
        if (schema.containsKey("enum")) {
            return "choice";
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "string" -> FORMATS.getOrDefault(String.valueOf(schema.get("format")), "string");
            case "number" -> "float";
            case "array" -> "list";
            case "object" -> schema.containsKey("properties") ? "nested object" : "field";
            case "integer" -> "integer";
            case "boolean" -> "boolean";
            default -> "field";
        };
    }

    private static String title(String name) {
        String words = name.replace('_', ' ');
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
