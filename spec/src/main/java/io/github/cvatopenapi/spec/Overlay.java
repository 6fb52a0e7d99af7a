package io.github.cvatopenapi.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** An OpenAPI Overlay 1.0 document: declared changes to a document that stays as it was published. */
final class Overlay {

    /** What became of one action. */
    record Outcome(Action action, int found) {
        boolean fits() {
            return found == action.matches();
        }
    }

    private final String name;
    private final List<Action> actions;

    private Overlay(String name, List<Action> actions) {
        this.name = name;
        this.actions = actions;
    }

    static Overlay read(Path file) {
        return of(Documents.read(file), file.getFileName().toString());
    }

    static Overlay of(Map<String, Object> document, String name) {
        if (!String.valueOf(document.get("overlay")).startsWith("1.0")) {
            throw new SpecException(name + " is not an OpenAPI Overlay 1.0 document.");
        }
        List<Action> actions = new ArrayList<>();
        for (Object node : Trees.list(document.get("actions"))) {
            actions.add(Action.of(Trees.object(node), name));
        }
        if (actions.isEmpty()) {
            throw new SpecException(name + " has no actions.");
        }
        return new Overlay(name, Collections.unmodifiableList(actions));
    }

    String name() {
        return name;
    }

    List<Action> actions() {
        return actions;
    }

    /** Applies every action in turn to {@code document}, which is changed; says what each found. */
    List<Outcome> tryOn(Map<String, Object> document) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Action action : actions) {
            List<Target.Found> found = action.target().in(document);
            outcomes.add(new Outcome(action, found.size()));
            if (action.remove()) {
                remove(found);
            } else {
                found.forEach(each -> update(each, action));
            }
        }
        return outcomes;
    }

    /** As {@link #tryOn}, but an action that does not select the stated number of nodes is an error. */
    void applyTo(Map<String, Object> document) {
        for (Outcome outcome : tryOn(document)) {
            if (!outcome.fits()) {
                throw new SpecException("%s: target %s matches %d nodes, %d expected (%s)".formatted(name,
                        outcome.action().target(), outcome.found(), outcome.action().matches(),
                        outcome.action().description().strip()));
            }
        }
    }

    private static void remove(List<Target.Found> found) {
        found.stream()
                .sorted(Comparator.comparingInt(each -> each.key() instanceof Integer at ? -at : 0))
                .forEach(each -> {
                    if (each.parent() instanceof Map<?, ?> map) {
                        map.remove(each.key());
                    } else {
                        Trees.list(each.parent()).remove((int) each.key());
                    }
                });
    }

    private static void update(Target.Found found, Action action) {
        if (found.node() instanceof Map && action.update() instanceof Map) {
            merge(Trees.object(found.node()), Trees.object(action.update()));
        } else if (found.node() instanceof List) {
            Trees.list(found.node()).add(Trees.copy(action.update()));
        } else {
            throw new SpecException("Target " + action.target() + " is not an object or list, so it cannot be updated.");
        }
    }

    private static void merge(Map<String, Object> into, Map<String, Object> update) {
        update.forEach((key, value) -> {
            Object old = into.get(key);
            if (old instanceof Map && value instanceof Map) {
                merge(Trees.object(old), Trees.object(value));
            } else if (old instanceof List && value instanceof List) {
                Trees.list(value).forEach(item -> Trees.list(old).add(Trees.copy(item)));
            } else {
                into.put(key, Trees.copy(value));
            }
        });
    }
}
