package io.github.cvatopenapi.embedded.engine;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds a value against a schema. Errors are trees in the form the server has: a list of texts for a scalar, an object
 * by property for an object, a list with an entry for each item for a list of objects. Texts are taken for numbers and
 * booleans where they read as such, as the server does.
 */
final class SchemaCheck {

    /** The checked body, or what is wrong with it. */
    record Result(Body body, Object errors) {
    }

    /** A checked value, or errors that are not null. */
    record Checked(Object value, Object errors) {
        static Checked wrong(String text) {
            return new Checked(null, List.of(text));
        }
    }

    private final Contract contract;

    SchemaCheck(Contract contract) {
        this.contract = contract;
    }

    Result check(Map<String, Object> schema, Object sent, boolean partial, Set<String> anything) {
        if (sent == null) {
            return new Result(null, Map.of("non_field_errors", List.of("No data provided")));
        }
        Checked checked = object(resolved(schema), sent, partial, anything);
        return checked.errors() != null
                ? new Result(null, checked.errors())
                : new Result(new Body(Trees.object(checked.value())), null);
    }

    /** The names of the properties of an object. */
    Set<String> properties(Map<String, Object> schema) {
        return Trees.object(resolved(schema).get("properties")).keySet();
    }

    /** References followed, and a single {@code allOf} part merged under what stands beside it. */
    private Map<String, Object> resolved(Map<String, Object> schema) {
        Map<String, Object> here = contract.resolve(schema);
        List<Object> parts = Trees.list(here.get("allOf"));
        if (parts.isEmpty()) {
            return here;
        }
        Map<String, Object> merged = new LinkedHashMap<>();
        parts.forEach(part -> merged.putAll(resolved(Trees.object(part))));
        merged.putAll(here);
        merged.remove("allOf");
        return merged;
    }

    private Checked object(Map<String, Object> schema, Object sent, boolean partial, Set<String> anything) {
        if (!(sent instanceof Map)) {
            return new Checked(null, Map.of("non_field_errors",
                    List.of("Invalid data. Expected a dictionary, but got " + Scalars.kind(sent) + ".")));
        }
        Map<String, Object> given = Trees.object(sent);
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Object> errors = new LinkedHashMap<>();
        Trees.object(schema.get("properties")).forEach((name, property) -> {
            Map<String, Object> rule = resolved(Trees.object(property));
            if (!given.containsKey(name) || Boolean.TRUE.equals(rule.get("readOnly"))) {
                return;
            }
            Checked checked = anything.contains(name)
                    ? new Checked(given.get(name), null)
                    : value(rule, given.get(name), partial);
            if (checked.errors() != null) {
                errors.put(name, checked.errors());
            } else {
                values.put(name, checked.value());
            }
        });
        if (!partial) {
            Trees.list(schema.get("required")).stream().map(String::valueOf)
                    .filter(name -> !given.containsKey(name) && !anything.contains(name))
                    .forEach(name -> errors.put(name, List.of("This field is required.")));
        }
        return errors.isEmpty() ? new Checked(values, null) : new Checked(null, errors);
    }

    private Checked value(Map<String, Object> schema, Object sent, boolean partial) {
        if (sent == null) {
            return Boolean.TRUE.equals(schema.get("nullable")) || schema.isEmpty() ? new Checked(null, null)
                    : Checked.wrong("This field may not be null.");
        }
        if (schema.containsKey("enum")) {
            return Scalars.choice(Trees.list(schema.get("enum")), sent);
        }
        List<Object> variants = Trees.list(schema.containsKey("oneOf") ? schema.get("oneOf") : schema.get("anyOf"));
        if (!variants.isEmpty()) {
            return oneOf(variants, sent);
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "object" -> schema.containsKey("properties")
                    ? object(schema, sent, partial, Set.of())
                    : entries(resolved(Trees.object(schema.get("additionalProperties"))), sent, partial);
            case "array" -> list(resolved(Trees.object(schema.get("items"))), sent, partial);
            case "string" -> Scalars.text(schema, sent);
            case "integer" -> Scalars.whole(schema, sent);
            case "number" -> Scalars.number(schema, sent);
            case "boolean" -> Scalars.flag(sent);
            default -> schema.containsKey("properties")
                    ? object(schema, sent, partial, Set.of())
                    : new Checked(sent, null);
        };
    }

    /** Enumerations are put together; of anything else the handler must judge. */
    private Checked oneOf(List<Object> variants, Object sent) {
        List<Object> choices = new ArrayList<>();
        for (Object variant : variants) {
            List<Object> some = Trees.list(resolved(Trees.object(variant)).get("enum"));
            if (some.isEmpty()) {
                return new Checked(sent, null);
            }
            choices.addAll(some);
        }
        return Scalars.choice(choices, sent);
    }

    /** An object whose members may have any name. */
    private Checked entries(Map<String, Object> each, Object sent, boolean partial) {
        if (each.isEmpty()) {
            return new Checked(sent, null);
        }
        if (!(sent instanceof Map)) {
            return Checked.wrong("Expected a dictionary of items but got type \"" + Scalars.kind(sent) + "\".");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Object> errors = new LinkedHashMap<>();
        Trees.object(sent).forEach((name, member) -> {
            Checked checked = value(each, member, partial);
            values.put(name, checked.value());
            if (checked.errors() != null) {
                errors.put(name, checked.errors());
            }
        });
        return errors.isEmpty() ? new Checked(values, null) : new Checked(null, errors);
    }

    private Checked list(Map<String, Object> items, Object sent, boolean partial) {
        boolean objects = items.containsKey("properties");
        if (!(sent instanceof List)) {
            String text = "Expected a list of items but got type \"" + Scalars.kind(sent) + "\".";
            return objects ? new Checked(null, Map.of("non_field_errors", List.of(text))) : Checked.wrong(text);
        }
        List<Object> values = new ArrayList<>();
        List<Object> each = new ArrayList<>();
        Map<String, Object> byIndex = new LinkedHashMap<>();
        for (Object item : Trees.list(sent)) {
            Checked checked = value(items, item, partial);
            if (checked.errors() != null) {
                byIndex.put(String.valueOf(each.size()), checked.errors());
            }
            each.add(checked.errors() == null ? Map.of() : checked.errors());
            values.add(checked.value());
        }
        if (byIndex.isEmpty()) {
            return new Checked(values, null);
        }
        return new Checked(null, objects ? each : byIndex);
    }
}
