package io.github.cvatopenapi.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documents as plain trees of maps, lists and scalars, and the few views of them that the rest needs. */
public final class Trees {

    private Trees() {
    }

    /** The node as an object, or an empty one when it is absent or something else. */
    @SuppressWarnings("unchecked") // documents are read with string keys only
    public static Map<String, Object> object(Object node) {
        return node instanceof Map ? (Map<String, Object>) node : Map.of();
    }

    /** The node as a list, or an empty one when it is absent or something else. */
    @SuppressWarnings("unchecked") // a raw list of anything is a list of objects
    public static List<Object> list(Object node) {
        return node instanceof List ? (List<Object>) node : List.of();
    }

    /** The node below {@code keys}, or null when the way there is not made of objects. */
    public static Object at(Object node, String... keys) {
        Object here = node;
        for (String key : keys) {
            here = object(here).get(key);
        }
        return here;
    }

    /** A deep copy that can be changed. */
    public static Object copy(Object node) {
        if (node instanceof Map<?, ?>) {
            Map<String, Object> copied = new LinkedHashMap<>();
            object(node).forEach((key, value) -> copied.put(key, copy(value)));
            return copied;
        }
        if (node instanceof List<?> items) {
            List<Object> copied = new ArrayList<>(items.size());
            items.forEach(item -> copied.add(copy(item)));
            return copied;
        }
        return node;
    }

    /** A deep copy that cannot be changed. */
    static Object frozen(Object node) {
        if (node instanceof Map<?, ?>) {
            Map<String, Object> copied = new LinkedHashMap<>();
            object(node).forEach((key, value) -> copied.put(key, frozen(value)));
            return Collections.unmodifiableMap(copied);
        }
        if (node instanceof List<?> items) {
            List<Object> copied = new ArrayList<>(items.size());
            items.forEach(item -> copied.add(frozen(item)));
            return Collections.unmodifiableList(copied);
        }
        return node;
    }
}
