package io.github.cvatopenapi.embedded.engine;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Media;
import io.github.cvatopenapi.spec.Members;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Gives answers the members that the contract's version has. The resources answer as {@link #WRITTEN_FOR} does; what a
 * newer document has no more is left out, and what it has besides comes as declared here by {@link #member}, or else as
 * the document's schema allows: its default, null, or the empty value of its type.
 */
public final class AnswerForm {

    /** The version whose answers the resources make; for it there is nothing to do. */
    static final String WRITTEN_FOR = "2.58.1";

    private static final String REFERENCE = "$ref";

    private final Contract contract;
    private final Members members;
    private final boolean other;
    private final Map<String, Function<Map<String, Object>, Object>> declared = new HashMap<>();
    private final Map<String, Function<Map<String, Object>, Object>> otherwise = new HashMap<>();

    AnswerForm(Contract contract) {
        this.contract = contract;
        this.members = contract.members();
        this.other = !contract.version().equals(WRITTEN_FOR);
    }

    /**
     * Declares a member that newer documents add to answers.
     *
     * @param schema the component schema that has it
     * @param value  makes it from the answer without it
     */
    public void member(String schema, String name, Function<Map<String, Object>, Object> value) {
        declared.put(schema + "." + name, value);
    }

    /** Declares a member that newer servers answer otherwise; {@code value} makes it from the answer of before. */
    public void instead(String schema, String name, Function<Map<String, Object>, Object> value) {
        otherwise.put(schema + "." + name, value);
    }

    /** The answer in the form that the document has for it. */
    Answer of(Operation operation, Answer answer) {
        if (!other || answer.mediaType() != null || answer.status() / 100 != 2 || answer.body() == Answer.NONE) {
            return answer;
        }
        Optional<Media> media = operation.response(answer.status())
                .flatMap(response -> response.content("application/vnd.cvat+json"));
        return media.map(each -> new Answer(answer.status(), null, formed(answer.body(), each.schema(), ""),
                answer.headers())).orElse(answer);
    }

    /** A tree in the form of a schema. */
    private Object formed(Object value, Map<String, Object> schema, String name) {
        if (schema.get(REFERENCE) instanceof String reference) {
            return formed(value, contract.resolve(schema), reference.substring(reference.lastIndexOf('/') + 1));
        }
        List<Object> parts = Trees.list(schema.get("allOf"));
        if (parts.size() == 1) {
            return formed(value, Trees.object(parts.get(0)), name);
        }
        if (value instanceof List<?> items && schema.containsKey("items")) {
            return items.stream().map(item -> formed(item, Trees.object(schema.get("items")), "")).toList();
        }
        Map<String, Object> properties = Trees.object(schema.get("properties"));
        return value instanceof Map && !properties.isEmpty() && !schema.containsKey("additionalProperties")
                ? object(Trees.object(value), properties, name) : value;
    }

    private Map<String, Object> object(Map<String, Object> view, Map<String, Object> properties, String name) {
        Set<String> sometimes = members.sometimes().getOrDefault(name, Set.of());
        Map<String, Object> formed = new LinkedHashMap<>();
        properties.forEach((property, node) -> {
            Map<String, Object> schema = Trees.object(node);
            Function<Map<String, Object>, Object> value = declared.get(name + "." + property);
            if (otherwise.containsKey(name + "." + property)) {
                formed.put(property, otherwise.get(name + "." + property).apply(view));
            } else if (view.containsKey(property)) {
                formed.put(property, formed(view.get(property), schema, ""));
            } else if (value != null) {
                formed.put(property, formed(value.apply(view), schema, ""));
            } else if (!Boolean.TRUE.equals(schema.get("writeOnly")) && !sometimes.contains(property)
                    && !members.unseen().contains(name)) {
                formed.put(property, byDocument(schema));
            }
        });
        return formed;
    }

    /** The plainest value that the schema allows. */
    private Object byDocument(Map<String, Object> property) {
        Map<String, Object> schema = contract.resolve(property);
        if (schema.containsKey("default")) {
            return schema.get("default");
        }
        if (Boolean.TRUE.equals(schema.get("nullable"))) {
            return null;
        }
        List<Object> parts = Trees.list(schema.get("allOf"));
        if (!parts.isEmpty()) {
            return byDocument(Trees.object(parts.get(0)));
        }
        List<Object> values = Trees.list(schema.get("enum"));
        if (!values.isEmpty()) {
            return values.get(0);
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "array" -> new ArrayList<>();
            case "object" -> object(Map.of(), Trees.object(schema.get("properties")), "");
            case "boolean" -> false;
            case "integer", "number" -> schema.getOrDefault("minimum", 0L);
            case "string" -> "date-time".equals(schema.get("format")) ? Instants.now() : "";
            default -> null;
        };
    }
}
