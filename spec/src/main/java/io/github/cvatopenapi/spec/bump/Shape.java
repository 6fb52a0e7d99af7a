package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a schema says, whichever way it is written: references with a wrapper around them, {@code allOf} of several, an
 * enumeration next to the enumeration of nothing.
 *
 * @param target     the component schema that it is a reference to, or null for one that stands in place
 * @param extra      enumeration values allowed besides those of the target
 * @param nullable   whether null is a value
 * @param readOnly   whether it is never sent
 * @param writeOnly  whether it is never read
 * @param deprecated whether it is on its way out
 * @param fallback   the default value, or null for none
 * @param content    the keywords of a schema that stands in place, {@code allOf} merged; empty where there is a target
 */
record Shape(String target, Set<Object> extra, boolean nullable, boolean readOnly, boolean writeOnly,
             boolean deprecated, Object fallback, Map<String, Object> content) {

    private static final Set<String> ANNOTATIONS = Set.of("nullable", "readOnly", "writeOnly", "deprecated", "default");

    static Shape of(Contract contract, Map<String, Object> schema) {
        Map<String, Object> rest = new LinkedHashMap<>(schema);
        rest.keySet().removeIf(key -> ANNOTATIONS.contains(key) || key.startsWith("x-"));
        Set<Object> extra = new LinkedHashSet<>();
        boolean nullable = Boolean.TRUE.equals(schema.get("nullable"));
        Map<String, Object> single = rest;
        for (String composition : List.of("oneOf", "anyOf")) {
            if (rest.size() == 1 && rest.containsKey(composition)) {
                single = withoutFillers(contract, Trees.list(rest.get(composition)), extra);
            }
        }
        if (rest.size() == 1 && Trees.list(rest.get("allOf")).size() == 1) {
            single = Trees.object(Trees.list(rest.get("allOf")).get(0));
        }
        nullable |= extra.remove(null);
        if (single == null) {
            extra.clear();
            single = rest;
        }
        String target = single.size() == 1 && single.get("$ref") instanceof String reference ? name(reference) : null;
        Map<String, Object> content = target == null ? merged(contract, single, new LinkedHashSet<>()) : Map.of();
        if (target == null) {
            nullable |= Boolean.TRUE.equals(content.remove("nullable"));
            if (content.get("enum") instanceof List<?> values) {
                Set<Object> all = new LinkedHashSet<>(values);
                nullable |= all.remove(null);
                all.addAll(extra);
                content.put("enum", new ArrayList<>(all));
                extra.clear();
            }
        }
        return new Shape(target, extra, nullable, flag(schema, content, "readOnly"), flag(schema, content, "writeOnly"),
                flag(schema, content, "deprecated"), schema.getOrDefault("default", content.get("default")), content);
    }

    /** The content with a target followed. */
    Map<String, Object> followed(Contract contract) {
        return target == null ? content
                : merged(contract, contract.schema(target), new LinkedHashSet<>(Set.of(target)));
    }

    static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static boolean flag(Map<String, Object> schema, Map<String, Object> content, String key) {
        return Boolean.TRUE.equals(schema.get(key)) || Boolean.TRUE.equals(content.get(key));
    }

    /**
     * The one alternative that is more than an enumeration of null or of the empty text, whose values go to
     * {@code extra}; null where there is not exactly one.
     */
    private static Map<String, Object> withoutFillers(Contract contract, List<Object> alternatives, Set<Object> extra) {
        Map<String, Object> found = null;
        for (Object alternative : alternatives) {
            Map<String, Object> schema = Trees.object(alternative);
            List<Object> values = Trees.list(contract.resolve(schema).get("enum"));
            if (values.size() == 1 && (values.get(0) == null || values.get(0).equals(""))) {
                extra.add(values.get(0));
            } else if (found == null) {
                found = schema;
            } else {
                return null;
            }
        }
        return found;
    }

    private static Map<String, Object> merged(Contract contract, Map<String, Object> schema, Set<String> seen) {
        Map<String, Object> merged = new LinkedHashMap<>();
        if (schema.get("$ref") instanceof String reference && seen.add(name(reference))) {
            merge(merged, merged(contract, contract.schema(name(reference)), seen));
        }
        for (Object part : Trees.list(schema.get("allOf"))) {
            merge(merged, merged(contract, Trees.object(part), seen));
        }
        Map<String, Object> own = new LinkedHashMap<>(schema);
        own.remove("allOf");
        own.remove("$ref");
        merge(merged, own);
        return merged;
    }

    private static void merge(Map<String, Object> into, Map<String, Object> from) {
        from.forEach((key, value) -> {
            if (key.equals("properties")) {
                Map<String, Object> properties = new LinkedHashMap<>(Trees.object(into.get(key)));
                properties.putAll(Trees.object(value));
                into.put(key, properties);
            } else if (key.equals("required")) {
                Set<Object> required = new LinkedHashSet<>(Trees.list(into.get(key)));
                required.addAll(Trees.list(value));
                into.put(key, new ArrayList<>(required));
            } else {
                into.put(key, value);
            }
        });
    }
}
