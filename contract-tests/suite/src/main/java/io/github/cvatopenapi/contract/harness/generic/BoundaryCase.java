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
record BoundaryCase(String way, Object value, Expected expected) {

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
    static List<BoundaryCase> of(Map<String, Object> schema) {
        List<BoundaryCase> cases = new ArrayList<>();
        if (!Boolean.TRUE.equals(schema.get("nullable"))) {
            cases.add(refused("null", null));
        }
        if (schema.containsKey("enum")) {
            cases.add(refused("not in the enumeration", "no-such-value"));
            cases.add(refused("number for an enumeration", 7));
            return cases;
        }
        String type = schema.get("type") instanceof String named ? named
                : schema.containsKey("properties") ? "object" : "string";
        switch (type) {
            case "string" -> texts(schema, cases);
            case "integer", "number" -> numbers(schema, type, cases);
            case "boolean" -> {
                cases.add(refused("text for a boolean", "maybe"));
                cases.add(refused("object for a boolean", Map.of("a", 1)));
            }
            case "array" -> {
                cases.add(refused("text for a list", "abc"));
                cases.add(refused("wrong items", Arrays.asList(Map.of("a", List.of(1)), null, "x")));
                cases.add(refused("null item", Arrays.asList((Object) null)));
            }
            default -> {
                cases.add(refused("text for an object", "abc"));
                cases.add(refused("list for an object", List.of(1)));
            }
        }
        return cases;
    }

    private static void texts(Map<String, Object> schema, List<BoundaryCase> cases) {
        cases.add(refused("object for a string", Map.of("a", 1)));
        if (schema.get("maxLength") instanceof Number longest) {
            boolean free = !schema.containsKey("format") && !schema.containsKey("pattern");
            cases.add(new BoundaryCase("longest", "x".repeat(longest.intValue()),
                    free ? Expected.ACCEPTED : Expected.NOT_BROKEN));
            cases.add(refused("too long", "x".repeat(longest.intValue() + 1)));
        }
        if (schema.get("minLength") instanceof Number shortest && shortest.intValue() > 0) {
            cases.add(refused("empty", ""));
        }
        cases.add(refused("control character", "a\u0000b"));
        String format = String.valueOf(schema.get("format"));
        switch (format) {
            case "date-time" -> cases.add(refused("not a date", "yesterday"));
            case "uri" -> cases.add(refused("not a URL", "not a url"));
            case "email" -> cases.add(refused("not an address", "nobody"));
            default -> { } // any text is of any other format
        }
        if (schema.containsKey("pattern")) {
            cases.add(refused("against the pattern", "!!! ???"));
        }
    }

    private static void numbers(Map<String, Object> schema, String type, List<BoundaryCase> cases) {
        cases.add(refused("text for a number", "abc"));
        cases.add(refused("object for a number", Map.of("a", 1)));
        if (schema.get("minimum") instanceof Number minimum) {
            cases.add(refused("below the minimum", minimum.longValue() - 1));
        }
        boolean limited = schema.get("maximum") instanceof Number;
        if (limited) {
            cases.add(refused("above the maximum", ((Number) schema.get("maximum")).longValue() + 1));
        }
        cases.add(new BoundaryCase(BEYOND, BEYOND_64_BITS, limited ? Expected.REFUSED : Expected.NOT_BROKEN));
        if (type.equals("integer")) {
            cases.add(refused(FRACTION, 1.5));
        }
        cases.add(new BoundaryCase(MISSING, 987654321, Expected.NOT_BROKEN));
    }

    private static BoundaryCase refused(String way, Object value) {
        return new BoundaryCase(way, value, Expected.REFUSED);
    }
}
