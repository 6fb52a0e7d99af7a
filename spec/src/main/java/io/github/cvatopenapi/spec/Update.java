package io.github.cvatopenapi.spec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Merges the update of one action into the nodes that its target selects. */
final class Update {

    private static final Set<String> PROSE = Set.of("description", "summary", "title");

    private final boolean proseOnly;
    private final Set<List<String>> absent = new LinkedHashSet<>();
    private final Set<List<String>> present = new LinkedHashSet<>();
    private boolean changed;

    /** @param proseOnly whether it belongs to an overlay of prose, which describes what is there and adds nothing */
    Update(boolean proseOnly) {
        this.proseOnly = proseOnly;
    }

    /** Ways below the nodes to what prose describes and none of them has; it is left out. */
    Set<List<String>> absent() {
        Set<List<String>> nowhere = new LinkedHashSet<>(absent);
        nowhere.removeAll(present);
        return nowhere;
    }

    /** Whether anything but prose is another now. */
    boolean changed() {
        return changed;
    }

    /** Returns whether the node could be updated: an object takes members, a list an item, a plain value nothing. */
    boolean on(Target.Found found, Action action) {
        if (found.node() instanceof Map && action.update() instanceof Map) {
            merge(Trees.object(found.node()), Trees.object(action.update()), List.of());
        } else if (found.node() instanceof List && !proseOnly) {
            changed |= !Trees.list(found.node()).contains(action.update());
            Trees.list(found.node()).add(Trees.copy(action.update()));
        } else {
            return false;
        }
        return true;
    }

    private void merge(Map<String, Object> into, Map<String, Object> update, List<String> way) {
        update.forEach((key, value) -> {
            Object old = into.get(key);
            if (old instanceof Map && value instanceof Map) {
                present.add(below(way, key));
                merge(Trees.object(old), Trees.object(value), below(way, key));
            } else if (old instanceof List && value instanceof List) {
                changed |= !Trees.list(old).containsAll(Trees.list(value));
                Trees.list(value).forEach(item -> Trees.list(old).add(Trees.copy(item)));
            } else if (proseOnly && (value instanceof Map || old instanceof Map)) {
                absent.add(below(way, key));
            } else {
                changed |= !PROSE.contains(key) && !value.equals(old);
                into.put(key, Trees.copy(value));
            }
        });
    }

    private static List<String> below(List<String> way, String key) {
        List<String> longer = new ArrayList<>(way);
        longer.add(key);
        return List.copyOf(longer);
    }
}
