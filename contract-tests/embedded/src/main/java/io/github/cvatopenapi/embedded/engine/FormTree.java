package io.github.cvatopenapi.embedded.engine;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a tree of the text fields of a form: {@code a.b} is a member, {@code a[0]} and repeated names are items. */
public final class FormTree {

    private FormTree() {
    }

    /** The tree, with lists where the schema of the operation's form has arrays. */
    public static Map<String, Object> of(Contract contract, Operation operation,
            List<Map.Entry<String, String>> fields) {
        Map<String, Object> properties = operation.requestBody("multipart/form-data")
                .map(media -> Trees.object(contract.resolve(media.schema()).get("properties"))).orElse(Map.of());
        Map<String, List<Object>> flat = new LinkedHashMap<>();
        fields.forEach(field -> flat
                .computeIfAbsent(field.getKey().replaceFirst("\\[\\d*]$", ""), name -> new ArrayList<>())
                .add(field.getValue()));
        Map<String, Object> tree = new LinkedHashMap<>();
        flat.forEach((name, values) -> {
            int dot = name.indexOf('.');
            if (dot > 0) {
                put(tree, name.substring(0, dot), name.substring(dot + 1), values.get(values.size() - 1));
            } else {
                boolean array = "array".equals(contract.resolve(Trees.object(properties.get(name))).get("type"));
                tree.put(name, array ? values : values.get(values.size() - 1));
            }
        });
        return tree;
    }

    private static void put(Map<String, Object> tree, String name, String member, Object value) {
        Map<String, Object> inner = new LinkedHashMap<>(Trees.object(tree.get(name)));
        inner.put(member, value);
        tree.put(name, inner);
    }
}
