package io.github.cvatopenapi.spec;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The shapes that a CVAT tells an error in, each a component schema of the observed overlay. */
enum ErrorShape {
    REQUEST("RqId"),
    DETAIL("ErrorDetail"),
    CODED("CodedError"),
    FIELDS("FieldErrors"),
    LIST("ErrorList"),
    TEXT("ErrorText");

    private final String schema;

    ErrorShape(String schema) {
        this.schema = schema;
    }

    Map<String, Object> reference() {
        return reference(schema);
    }

    static ErrorShape of(JsonElement body) {
        if (isText(body)) {
            return TEXT;
        }
        if (body.isJsonArray() && !body.getAsJsonArray().isEmpty()
                && StreamSupport.stream(body.getAsJsonArray().spliterator(), false).allMatch(ErrorShape::isText)) {
            return LIST;
        }
        if (body instanceof JsonObject object && !object.isEmpty()) {
            if (isText(object.get("detail"))) {
                return DETAIL;
            }
            if (object.keySet().equals(Set.of("rq_id"))) {
                return REQUEST;
            }
            if (object.keySet().equals(Set.of("message", "code")) && isText(object.get("message"))) {
                return CODED;
            }
            return FIELDS;
        }
        throw new SpecException("An error of an unknown shape: " + body + ".");
    }

    private static boolean isText(JsonElement value) {
        return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
    }

    /** The component schemas of the shapes that the document does not have. */
    static Map<String, Object> schemas() {
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.put("ErrorDetail", object("An error told in one sentence.", "detail"));
        schemas.put("CodedError", object("An error told in one sentence, with a word for programs.",
                "message", "code"));
        schemas.put("FieldErrors", ordered("description", "Errors by the name of the field they belong to; "
                + "non_field_errors belong to none.", "type", "object", "minProperties", 1,
                "additionalProperties", reference("FieldError")));
        schemas.put("FieldError", ordered("description", "What is wrong with a field: sentences, or, where the field "
                + "holds a list or an object, the same by index or by name.", "anyOf", List.of(
                        ordered("type", "string"),
                        ordered("type", "array", "items", reference("FieldError")),
                        ordered("type", "object", "additionalProperties", reference("FieldError")))));
        schemas.put("ErrorList", ordered("description", "Errors that belong to no field, a sentence each.",
                "type", "array", "items", ordered("type", "string"), "minItems", 1));
        schemas.put("ErrorText", ordered("description", "An error told in one sentence, as text.", "type", "string"));
        return schemas;
    }

    private static Map<String, Object> object(String description, String... texts) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String name : texts) {
            properties.put(name, ordered("type", "string"));
        }
        return ordered("description", description, "type", "object",
                "properties", properties, "required", List.of(texts));
    }

    private static Map<String, Object> reference(String name) {
        return ordered("$ref", "#/components/schemas/" + name);
    }

    /** A map of names and values in that order. */
    static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            ordered.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return ordered;
    }
}
