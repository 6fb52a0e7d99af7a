package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Documents;
import io.github.cvatopenapi.spec.SpecException;
import io.github.cvatopenapi.spec.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was decided about entries that do not fit the new document.
 *
 * @param drops        ids of those that go, with the reason; empty where none was given
 * @param replacements those that are about another place now
 */
record Decisions(Map<String, String> drops, List<Replacement> replacements) {

    private static final Set<String> KEYS = Set.of("drop", "replace", "target", "matches", "reason");

    /**
     * @param target  what the entry is about in the new document
     * @param matches how many nodes that selects
     */
    record Replacement(String id, String target, int matches, String reason) {
    }

    static Decisions drop(Collection<String> ids) {
        Map<String, String> drops = new LinkedHashMap<>();
        ids.forEach(id -> drops.put(id, ""));
        return new Decisions(drops, List.of());
    }

    /**
     * Reads a file of decisions: a list {@code decisions} of {@code drop: ID} or {@code replace: ID} with
     * {@code target} and {@code matches}, each with a {@code reason}.
     *
     * @throws SpecException where it is not that
     */
    static Decisions read(Path file) {
        String name = file.getFileName().toString();
        Map<String, Object> document = Documents.read(file);
        if (!document.containsKey("decisions")) {
            throw new SpecException(name + " holds no decisions: it has no list \"decisions\".");
        }
        Map<String, String> drops = new LinkedHashMap<>();
        List<Replacement> replacements = new ArrayList<>();
        for (Object node : Trees.list(document.get("decisions"))) {
            Map<String, Object> each = Trees.object(node);
            String id = String.valueOf(each.getOrDefault("drop", each.get("replace")));
            String where = name + ", decision on " + id;
            if (each.containsKey("drop") == each.containsKey("replace")) {
                throw new SpecException(name + ": each decision must either drop or replace an entry, by its id.");
            }
            each.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
                throw new SpecException(where + " has the unknown key " + key + ".");
            });
            if (!(each.get("reason") instanceof String reason) || reason.isBlank()) {
                throw new SpecException(where + " has no reason.");
            }
            if (each.containsKey("drop")) {
                drops.put(id, reason.strip());
            } else if (each.get("target") instanceof String target && target.startsWith("$")) {
                int matches = each.get("matches") instanceof Number stated ? stated.intValue() : 1;
                replacements.add(new Replacement(id, target.strip(), matches, reason.strip()));
            } else {
                throw new SpecException(where + " has no target; one such as $.components.schemas.A is needed.");
            }
        }
        return new Decisions(drops, replacements);
    }

    /** These and the others. */
    Decisions and(Decisions others) {
        Map<String, String> all = new LinkedHashMap<>(others.drops());
        all.putAll(drops);
        List<Replacement> both = new ArrayList<>(replacements);
        both.addAll(others.replacements());
        return new Decisions(all, both);
    }
}
