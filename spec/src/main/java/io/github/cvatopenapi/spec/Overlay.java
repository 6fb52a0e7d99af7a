package io.github.cvatopenapi.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An OpenAPI Overlay 1.0 document: declared changes to a document that stays as it was published. */
final class Overlay {

    /**
     * What became of one action.
     *
     * @param found   how many nodes the target selected
     * @param plain   how many of them are plain values, which cannot be updated
     * @param absent  what prose describes below them and is not there, as ways from the target; describing it would
     *                bring into being what the server does not have
     * @param changed whether it changed anything that is not prose
     */
    record Outcome(Action action, int found, int plain, Set<List<String>> absent, boolean changed) {
        boolean fits() {
            return found == action.matches() && plain == 0 && absent.isEmpty();
        }

        /** What is wrong, as a clause. */
        String problem() {
            if (plain > 0) {
                return "is not an object or list, so it cannot be updated";
            }
            return found == action.matches()
                    ? "describes " + absent.stream().map(way -> way.get(way.size() - 1))
                            .collect(Collectors.joining(", "))
                            + ", not there"
                    : "matches %d nodes, %d expected".formatted(found, action.matches());
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

    /** Whether it only describes. */
    boolean prose() {
        return name.startsWith("prose-");
    }

    /** Whether it adds what a live server was seen to answer. */
    boolean observed() {
        return name.startsWith("observed");
    }

    List<Action> actions() {
        return actions;
    }

    /** Applies every action in turn to {@code document}, which is changed; says what each found. */
    List<Outcome> tryOn(Map<String, Object> document) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Action action : actions) {
            List<Target.Found> found = described(action.target().in(document));
            Update update = new Update(prose());
            int plain = 0;
            if (action.remove()) {
                remove(found);
            } else {
                plain = (int) found.stream().filter(each -> !update.on(each, action)).count();
            }
            outcomes.add(new Outcome(action, found.size(), plain, update.absent(),
                    action.remove() || update.changed()));
        }
        return outcomes;
    }

    /** What the overlay is about: prose has nothing to say of a plain value. */
    private List<Target.Found> described(List<Target.Found> found) {
        return prose() ? found.stream().filter(each -> each.node() instanceof Map).toList() : found;
    }

    /** As {@link #tryOn}, but an action that does not select the stated number of nodes is an error. */
    void applyTo(Map<String, Object> document) {
        for (Outcome outcome : tryOn(document)) {
            if (!outcome.fits()) {
                throw new SpecException("%s: target %s %s (%s)".formatted(name, outcome.action().target(),
                        outcome.problem(), outcome.action().description().strip()));
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
}
