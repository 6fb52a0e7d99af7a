package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Trees;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value at or beyond the limits that the document sets for a property.
 *
 * @param way      in which the value is wrong, such as {@code too long}
 * @param value    the value
 * @param expected what a server may make of it
 */
record Wrong(String way, Object value, Expected expected) {

    /** What a server may make of a value. */
    enum Expected {
        /** The document allows it. */
        ACCEPTED,
        /** The document forbids it. */
        REFUSED,
        /** The document says nothing: whatever it does, the server must not break. */
        NOT_BROKEN
    }

    static final String BEYOND = "beyond 64 bits";
    static final String FRACTION = "fraction for an integer";
    static final String MISSING = "missing one";

    private static final BigInteger BEYOND_64_BITS = BigInteger.TWO.pow(70);

    /** The schema with its references and single allOf followed. */
    static Map<String, Object> resolved(Contract contract, Map<String, Object> schema) {
        Map<String, Object> here = contract.resolve(schema);
        List<Object> all = Trees.list(here.get("allOf"));
        if (all.size() != 1) {
            return here;
        }
        Map<String, Object> merged = new LinkedHashMap<>(resolved(contract, Trees.object(all.get(0))));
        here.forEach((key, value) -> {
            if (!key.equals("allOf")) {
                merged.put(key, value);
            }
        });
        return merged;
    }

    /** Every way in which a value of that resolved schema can be wrong. */
    static List<Wrong> of(Map<String, Object> schema) {
        List<Wrong> wrongs = new ArrayList<>();
        if (!Boolean.TRUE.equals(schema.get("nullable"))) {
            wrongs.add(refused("null", null));
        }
        if (schema.containsKey("enum")) {
            wrongs.add(refused("not in the enumeration", "no-such-value"));
            wrongs.add(refused("number for an enumeration", 7));
            return wrongs;
        }
        String type = schema.get("type") instanceof String named ? named
                : schema.containsKey("properties") ? "object" : "string";
        switch (type) {
            case "string" -> texts(schema, wrongs);
            case "integer", "number" -> numbers(schema, type, wrongs);
            case "boolean" -> {
                wrongs.add(refused("text for a boolean", "maybe"));
                wrongs.add(refused("object for a boolean", Map.of("a", 1)));
            }
            case "array" -> {
                wrongs.add(refused("text for a list", "abc"));
                wrongs.add(refused("wrong items", Arrays.asList(Map.of("a", List.of(1)), null, "x")));
                wrongs.add(refused("null item", Arrays.asList((Object) null)));
            }
            default -> {
                wrongs.add(refused("text for an object", "abc"));
                wrongs.add(refused("list for an object", List.of(1)));
            }
        }
        return wrongs;
    }

    private static void texts(Map<String, Object> schema, List<Wrong> wrongs) {
        wrongs.add(refused("object for a string", Map.of("a", 1)));
        if (schema.get("maxLength") instanceof Number longest) {
            boolean free = !schema.containsKey("format") && !schema.containsKey("pattern");
            wrongs.add(new Wrong("longest", "x".repeat(longest.intValue()),
                    free ? Expected.ACCEPTED : Expected.NOT_BROKEN));
            wrongs.add(refused("too long", "x".repeat(longest.intValue() + 1)));
        }
        if (schema.get("minLength") instanceof Number shortest && shortest.intValue() > 0) {
            wrongs.add(refused("empty", ""));
        }
        wrongs.add(refused("control character", "a\u0000b"));
        String format = String.valueOf(schema.get("format"));
        switch (format) {
            case "date-time" -> wrongs.add(refused("not a date", "yesterday"));
            case "uri" -> wrongs.add(refused("not a URL", "not a url"));
            case "email" -> wrongs.add(refused("not an address", "nobody"));
            default -> { } // any text is of any other format
        }
        if (schema.containsKey("pattern")) {
            wrongs.add(refused("against the pattern", "!!! ???"));
        }
    }

    private static void numbers(Map<String, Object> schema, String type, List<Wrong> wrongs) {
        wrongs.add(refused("text for a number", "abc"));
        wrongs.add(refused("object for a number", Map.of("a", 1)));
        if (schema.get("minimum") instanceof Number minimum) {
            wrongs.add(refused("below the minimum", minimum.longValue() - 1));
        }
        boolean limited = schema.get("maximum") instanceof Number;
        if (limited) {
            wrongs.add(refused("above the maximum", ((Number) schema.get("maximum")).longValue() + 1));
        }
        wrongs.add(new Wrong(BEYOND, BEYOND_64_BITS, limited ? Expected.REFUSED : Expected.NOT_BROKEN));
        if (type.equals("integer")) {
            wrongs.add(refused(FRACTION, 1.5));
        }
        wrongs.add(new Wrong(MISSING, 987654321, Expected.NOT_BROKEN));
    }

    private static Wrong refused(String way, Object value) {
        return new Wrong(way, value, Expected.REFUSED);
    }
}
