package io.github.cvatopenapi.contract.harness.http;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Trees;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The keywords of schemas one by one: where each stands, and whether a value keeps it. A keyword within a named schema
 * stands there, however often the schema is used.
 */
final class SchemaKeywords {

    private static final Map<String, Predicate<Object>> TYPES = Map.of(
            "string", String.class::isInstance, "boolean", Boolean.class::isInstance,
            "array", List.class::isInstance, "object", Map.class::isInstance,
            "number", Number.class::isInstance, "integer", SchemaKeywords::isWhole);
    private static final Set<String> OF_NUMBERS = Set.of("float", "double", "int32", "int64");

    private final Contract contract;

    SchemaKeywords(Contract contract) {
        this.contract = contract;
    }

    /** Where the keywords of a schema stand that can be kept or broken. */
    Set<String> places(Map<String, Object> schema) {
        Set<String> places = new HashSet<>();
        places(schema, "", places);
        return places;
    }

    private void places(Map<String, Object> schema, String path, Set<String> places) {
        if (schema.get("$ref") instanceof String reference) {
            if (!path.isEmpty()) {
                places.add(path + "/$ref");
            }
            if (places.add(reference)) {
                places(contract.resolve(schema), reference, places);
                places.remove(reference);
            }
            return;
        }
        schema.forEach((keyword, value) -> {
            switch (keyword) {
                case "type", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "enum", "maxItems" ->
                        places.add(path + "/" + keyword);
                case "nullable" -> {
                    if (Boolean.TRUE.equals(value)) {
                        places.add(path + "/nullable");
                    }
                }
                case "required" -> places.add(path + "/required");
                case "properties" -> {
                    places.add(path + "/properties");
                    Trees.object(value).forEach((name, property) ->
                            places(Trees.object(property), path + "/properties/" + name, places));
                }
                case "items" -> places(Trees.object(value), path + "/items", places);
                case "allOf", "oneOf" -> {
                    places.add(path + "/" + keyword);
                    List<Object> parts = Trees.list(value);
                    for (int i = 0; i < parts.size(); i++) {
                        places(Trees.object(parts.get(i)), path + "/" + keyword + "/" + i, places);
                    }
                }
                default -> { } // says nothing of values
            }
        });
    }

    /**
     * Tells of each keyword that a value meets whether it is kept.
     *
     * @return whether all of them are
     */
    boolean meet(Map<String, Object> schema, Object value, BiConsumer<String, Boolean> told) {
        return meet(schema, "", value, told);
    }

    private boolean meet(Map<String, Object> schema, String path, Object value, BiConsumer<String, Boolean> told) {
        if (schema.get("$ref") instanceof String reference) {
            boolean kept = meet(contract.resolve(schema), reference, value, told);
            return path.isEmpty() ? kept : tell(told, path + "/$ref", kept);
        }
        boolean nullable = Boolean.TRUE.equals(schema.get("nullable"));
        if (nullable && value == null) {
            return tell(told, path + "/nullable", true);
        }
        boolean kept = parts(schema, path, value, told);
        Predicate<Object> type = TYPES.get(String.valueOf(schema.get("type")));
        if (type != null) {
            boolean fits = tell(told, path + "/type", type.test(value));
            if (OF_NUMBERS.contains(String.valueOf(schema.get("format")))) {
                tell(told, path + "/format", fits);
            }
            kept &= fits;
        }
        if (schema.containsKey("enum")) {
            kept &= tell(told, path + "/enum", Trees.list(schema.get("enum")).contains(value));
        }
        if (value instanceof String text) {
            kept &= text(schema, path, text, told);
        } else if (value instanceof Number number) {
            kept &= number(schema, path, number, told);
        } else if (value instanceof List<?> list) {
            kept &= list(schema, path, list, told);
        } else if (value instanceof Map<?, ?>) {
            kept &= object(schema, path, Trees.object(value), told);
        }
        if (nullable && !kept) {
            tell(told, path + "/nullable", false);
        }
        return kept;
    }

    private boolean parts(Map<String, Object> schema, String path, Object value, BiConsumer<String, Boolean> told) {
        boolean kept = true;
        for (String keyword : List.of("allOf", "oneOf")) {
            List<Object> parts = Trees.list(schema.get(keyword));
            int right = 0;
            for (int i = 0; i < parts.size(); i++) {
                right += meet(Trees.object(parts.get(i)), path + "/" + keyword + "/" + i, value, told) ? 1 : 0;
            }
            if (!parts.isEmpty()) {
                kept &= tell(told, path + "/" + keyword, keyword.equals("allOf") ? right == parts.size() : right == 1);
            }
        }
        return kept;
    }

    private static boolean text(Map<String, Object> schema, String path, String text,
                                BiConsumer<String, Boolean> told) {
        boolean kept = true;
        int length = text.codePointCount(0, text.length());
        if (schema.get("minLength") instanceof Number least) {
            kept &= tell(told, path + "/minLength", length >= least.intValue());
        }
        if (schema.get("maxLength") instanceof Number most) {
            kept &= tell(told, path + "/maxLength", length <= most.intValue());
        }
        if (schema.get("pattern") instanceof String pattern) {
            kept &= tell(told, path + "/pattern", Pattern.compile(pattern).matcher(text).find());
        }
        if (schema.get("format") instanceof String format && !OF_NUMBERS.contains(format)) {
            kept &= tell(told, path + "/format", isOf(format, text));
        }
        return kept;
    }

    private static boolean isOf(String format, String text) {
        try {
            return switch (format) {
                case "date-time" -> OffsetDateTime.parse(text) != null;
                case "uri" -> URI.create(text).isAbsolute();
                case "email" -> text.matches("[^@\\s]+@[^@\\s]+");
                case "uuid" -> text.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
                default -> true;
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean number(Map<String, Object> schema, String path, Number number,
                                  BiConsumer<String, Boolean> told) {
        boolean kept = true;
        BigDecimal value = new BigDecimal(number.toString());
        if (schema.get("minimum") instanceof Number least) {
            kept &= tell(told, path + "/minimum", value.compareTo(new BigDecimal(least.toString())) >= 0);
        }
        if (schema.get("maximum") instanceof Number most) {
            kept &= tell(told, path + "/maximum", value.compareTo(new BigDecimal(most.toString())) <= 0);
        }
        return kept;
    }

    private boolean list(Map<String, Object> schema, String path, List<?> list, BiConsumer<String, Boolean> told) {
        boolean kept = true;
        if (schema.get("maxItems") instanceof Number most) {
            kept &= tell(told, path + "/maxItems", list.size() <= most.intValue());
        }
        if (schema.containsKey("items")) {
            for (Object item : list) {
                kept &= meet(Trees.object(schema.get("items")), path + "/items", item, told);
            }
        }
        return kept;
    }

    private boolean object(Map<String, Object> schema, String path, Map<String, Object> object,
                           BiConsumer<String, Boolean> told) {
        boolean kept = true;
        boolean known = false;
        for (Map.Entry<String, Object> property : Trees.object(schema.get("properties")).entrySet()) {
            if (object.containsKey(property.getKey())) {
                known = true;
                kept &= meet(Trees.object(property.getValue()), path + "/properties/" + property.getKey(),
                        object.get(property.getKey()), told);
            }
        }
        if (known) {
            tell(told, path + "/properties", kept);
        }
        List<Object> required = Trees.list(schema.get("required"));
        if (!required.isEmpty()) {
            kept &= tell(told, path + "/required", object.keySet().containsAll(required));
        }
        return kept;
    }

    private static boolean tell(BiConsumer<String, Boolean> told, String place, boolean kept) {
        told.accept(place, kept);
        return kept;
    }

    private static boolean isWhole(Object value) {
        return value instanceof Number number
                && new BigDecimal(number.toString()).stripTrailingZeros().scale() <= 0;
    }
}
