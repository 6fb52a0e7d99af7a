package io.github.cvatopenapi.contract.harness.mutants;

import io.github.cvatopenapi.embedded.Interceptor;
import io.github.cvatopenapi.embedded.Interceptor.Request;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Something that one operation does not see, as if it had not been sent.
 *
 * @param operation of it
 * @param in        {@code query}, {@code header} or {@code body}
 * @param name      of the parameter, or of the property of a JSON body; {@code labels.color} is one of an object
 *                  within, or of each in an array
 */
record Ignored(String operation, String in, String name) {

    private static final String JSON = "application/json";
    private static final String BODY = "body";

    /** Every parameter of queries and headers, and every property of JSON bodies that need not be there. */
    static List<Ignored> all(Contract contract) {
        List<Ignored> all = new ArrayList<>();
        for (Operation operation : contract.operations()) {
            operation.parameters().stream().filter(each -> !each.in().equals("path") && !each.required())
                    .forEach(each -> all.add(new Ignored(operation.id(), each.in(), each.name())));
            operation.requestBody(JSON).ifPresent(body -> properties(contract, body.schema(), (name, schema) -> {
                all.add(new Ignored(operation.id(), BODY, name));
                properties(contract, schema, (inner, ignored) ->
                        all.add(new Ignored(operation.id(), BODY, name + "." + inner)));
            }));
        }
        return all.stream().distinct().toList();
    }

    private static void properties(Contract contract, Map<String, Object> schema,
                                   BiConsumer<String, Map<String, Object>> told) {
        Map<String, Object> found = new LinkedHashMap<>();
        Set<Object> required = new TreeSet<>();
        collect(contract, schema, found, required);
        found.forEach((name, property) -> {
            if (!required.contains(name)) {
                told.accept(name, Trees.object(property));
            }
        });
    }

    private static void collect(Contract contract, Map<String, Object> schema, Map<String, Object> found,
                                Set<Object> required) {
        Map<String, Object> here = contract.resolve(schema);
        for (String keyword : List.of("allOf", "oneOf")) {
            Trees.list(here.get(keyword)).forEach(part -> collect(contract, Trees.object(part), found, required));
        }
        if (here.get("items") instanceof Map<?, ?> items) {
            collect(contract, Trees.object(items), found, required);
        }
        found.putAll(Trees.object(here.get("properties")));
        required.addAll(Trees.list(here.get("required")));
    }

    /** An instance that does not see it. */
    Interceptor broken() {
        return Break.requests(operation, this::without);
    }

    /** The request as it would be had it not been sent; the same one where it was not. */
    Request without(Request request) {
        return switch (in) {
            case "query" -> Break.without(request, name);
            case "header" -> Break.header(request, name.toLowerCase(Locale.ROOT), null);
            default -> withoutProperty(request);
        };
    }

    private Request withoutProperty(Request request) {
        String type = Break.header(request, "content-type");
        if (type.startsWith("multipart/form-data")) {
            return FormFields.without(request, name);
        }
        if (!type.contains("json")) {
            return request;
        }
        return Break.body(request, tree -> {
            String[] names = name.split("\\.");
            if (names.length == 1) {
                tree.remove(name);
            } else if (tree.containsKey(names[0])) {
                tree.put(names[0], within(tree.get(names[0]), names[1]));
            }
        });
    }

    private static Object within(Object value, String property) {
        if (value instanceof List<?> list) {
            return list.stream().map(each -> within(each, property)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> changed = new LinkedHashMap<>(Trees.object(map));
            changed.remove(property);
            return changed;
        }
        return value;
    }

    @Override
    public String toString() {
        return operation + " " + in + " " + name;
    }
}
