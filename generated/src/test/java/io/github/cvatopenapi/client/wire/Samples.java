package io.github.cvatopenapi.client.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Parameter;
import io.github.cvatopenapi.spec.Trees;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values made from the schemas of the document: what a caller sends and what a server answers in the wire tests. */
final class Samples {

    /** Text that every layer must encode: reserved and unsafe characters, a percent sign, two beyond ASCII. */
    static final String AWKWARD = "a b&c=d/e?f#g+h%i;\u00e9\u4e16";

    /** An older name of conv_mask_to_poly, which would be the same name in Java; the server takes both. */
    private static final Set<String> LEFT_OUT = Set.of("convMaskToPoly");

    private final Contract contract;
    /**
     * Whether this is for a request, which has no read-only properties, or for an answer, which has no write-only ones.
     */
    private final boolean request;
    private final boolean nulls;

    private Samples(Contract contract, boolean request, boolean nulls) {
        this.contract = contract;
        this.request = request;
        this.nulls = nulls;
    }

    /** Answers, with every property that they can have. */
    static Samples ofAnswers(Contract contract) {
        return new Samples(contract, false, false);
    }

    /** Request bodies with every property; files, which JSON cannot hold, are left out. */
    static Samples ofRequests(Contract contract) {
        return new Samples(contract, true, false);
    }

    /** Request bodies with null for every property that may be null. */
    static Samples ofRequestsWithNulls(Contract contract) {
        return new Samples(contract, true, true);
    }

    /** A value of a parameter, as text before encoding. */
    static String text(Contract contract, Parameter parameter) {
        Map<String, Object> schema = contract.resolve(parameter.schema());
        if ("array".equals(schema.get("type"))) {
            schema = contract.resolve(Trees.object(schema.get("items")));
        }
        if ("string".equals(schema.get("type")) && !schema.containsKey("enum") && !schema.containsKey("format")
                && !schema.containsKey("pattern") && !parameter.in().equals("header")) {
            return AWKWARD + parameter.name();
        }
        return ofRequests(contract).scalar(schema, parameter.name()).getAsString();
    }

    JsonElement of(Map<String, Object> schema) {
        return value(schema, "body", new ArrayDeque<>());
    }

    /** Whether the schema is a file. */
    boolean isFile(Map<String, Object> schema) {
        return "binary".equals(schema.get("format"))
                || "array".equals(schema.get("type")) && isFile(Trees.object(schema.get("items")));
    }

    private JsonElement value(Map<String, Object> schema, String name, Deque<Object> within) {
        if (schema.get("$ref") instanceof String reference) {
            if (within.contains(reference)) {
                return new JsonObject();
            }
            within.push(reference);
            JsonElement value = value(contract.resolve(schema), name, within);
            within.pop();
            return value;
        }
        for (String union : List.of("allOf", "anyOf", "oneOf")) {
            if (!Trees.list(schema.get(union)).isEmpty()) {
                return value(Trees.object(Trees.list(schema.get(union)).get(0)), name, within);
            }
        }
        if (schema.containsKey("properties")) {
            return object(schema, within);
        }
        if ("array".equals(schema.get("type"))) {
            return array(Trees.object(schema.get("items")), name, within);
        }
        if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
            JsonObject map = new JsonObject();
            map.add("any name", value(Trees.object(values), name, within));
            map.add("", value(Trees.object(values), name, within));
            return map;
        }
        if ("object".equals(schema.get("type")) || !schema.containsKey("type")) {
            return JsonParser.parseString(
                    "{\"one\": 1, \"half\": 0.5, \"none\": null, \"list\": [true, {\"big\": 123456789012}]}");
        }
        return scalar(schema, name);
    }

    private JsonObject object(Map<String, Object> schema, Deque<Object> within) {
        JsonObject object = new JsonObject();
        Trees.object(schema.get("properties")).forEach((name, node) -> {
            Map<String, Object> property = Trees.object(node);
            if (Boolean.TRUE.equals(property.get(request ? "readOnly" : "writeOnly")) || isFile(property)
                    || LEFT_OUT.contains(name)) {
                return;
            }
            if (Boolean.TRUE.equals(property.get("nullable")) && nulls) {
                object.add(name, JsonNull.INSTANCE);
            } else {
                object.add(name, value(property, name, within));
            }
        });
        return object;
    }

    private JsonArray array(Map<String, Object> items, String name, Deque<Object> within) {
        JsonArray array = new JsonArray();
        if (!within.contains(items.get("$ref"))) {
            array.add(value(items, name, within));
            array.add(value(items, name, within));
        }
        return array;
    }

    private JsonElement scalar(Map<String, Object> schema, String name) {
        List<Object> values = Trees.list(schema.get("enum"));
        if (!values.isEmpty()) {
            return new JsonPrimitive(String.valueOf(values.get(values.size() - 1)));
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "integer" -> new JsonPrimitive(within(schema, 2 + Math.abs(name.hashCode() % 1000)));
            case "number" -> new JsonPrimitive(0.25);
            case "boolean" -> new JsonPrimitive(true);
            case "string" -> new JsonPrimitive(string(schema, name));
            default -> throw new IllegalStateException("No sample for " + schema);
        };
    }

    private static int within(Map<String, Object> schema, int value) {
        return schema.get("maximum") instanceof Number most ? Math.min(value, most.intValue()) : value;
    }

    private static String string(Map<String, Object> schema, String name) {
        return switch (String.valueOf(schema.get("format"))) {
            case "date-time" -> name.length() % 2 == 0 ? "2026-01-02T03:04:00Z" : "2026-01-02T03:04:05.678901+02:00";
            case "uuid" -> "b4a03202-c1c5-478f-9921-64f241407ff6";
            case "uri" -> "http://cvat.example/api/x?y=z";
            case "email" -> "someone@cvat.example";
            default -> schema.get("pattern") instanceof String pattern && pattern.contains("\\d") ? "42"
                    : "some-" + name.replace("_", "-");
        };
    }
}
