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
import java.util.stream.Stream;

/**
 * What was decided about entries that do not fit the new document.
 *
 * @param drops        ids of those that go, with the reason; empty where none was given
 * @param replacements those that are about another place now
 * @param additions    actions that the new document needs besides
 * @param accepted     tests of {@code spec} and {@code generated} that need not pass yet, with the reason
 */
record Decisions(Map<String, String> drops, List<Replacement> replacements, List<Addition> additions,
                 Map<String, String> accepted) {

    private static final Set<String> KEYS = Set.of("drop", "replace", "add", "accept", "target", "matches", "action", "reason");

    /**
     * @param overlay the file in {@code spec/overlays} that it goes to
     * @param action  as it stands there; its description is the reason
     */
    record Addition(String overlay, Map<String, Object> action) {
    }

    /**
     * @param target  what the entry is about in the new document
     * @param matches how many nodes that selects
     */
    record Replacement(String id, String target, int matches, String reason) {
    }

    static Decisions drop(Collection<String> ids) {
        Map<String, String> drops = new LinkedHashMap<>();
        ids.forEach(id -> drops.put(id, ""));
        return new Decisions(drops, List.of(), List.of(), Map.of());
    }

    /**
     * Reads a file of decisions: a list {@code decisions} of {@code drop: ID}, {@code replace: ID} with {@code target}
     * and {@code matches}, {@code add: OVERLAY} with {@code action}, or {@code accept: CLASS.METHOD}, each with a {@code reason}.
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
        List<Addition> additions = new ArrayList<>();
        Map<String, String> accepted = new LinkedHashMap<>();
        for (Object node : Trees.list(document.get("decisions"))) {
            Map<String, Object> each = Trees.object(node);
            List<String> kinds = Stream.of("drop", "replace", "add", "accept").filter(each::containsKey).toList();
            if (kinds.size() != 1) {
                throw new SpecException(name
                        + ": each decision must either drop or replace an entry, by its id, add to an overlay, or accept "
                        + "that a test fails.");
            }
            String id = String.valueOf(each.get(kinds.get(0)));
            String where = name + ", decision on " + id;
            each.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
                throw new SpecException(where + " has the unknown key " + key + ".");
            });
            if (!(each.get("reason") instanceof String reason) || reason.isBlank()) {
                throw new SpecException(where + " has no reason.");
            }
            if (each.containsKey("drop")) {
                drops.put(id, reason.strip());
            } else if (each.containsKey("accept")) {
                accepted.put(id, reason.strip());
            } else if (each.containsKey("add")) {
                additions.add(addition(id, Trees.object(each.get("action")), reason.strip(), where));
            } else if (each.get("target") instanceof String target && target.startsWith("$")) {
                int matches = each.get("matches") instanceof Number stated ? stated.intValue() : 1;
                replacements.add(new Replacement(id, target.strip(), matches, reason.strip()));
            } else {
                throw new SpecException(where + " has no target; one such as $.components.schemas.A is needed.");
            }
        }
        return new Decisions(drops, replacements, additions, accepted);
    }

    private static Addition addition(String overlay, Map<String, Object> action, String reason, String where) {
        if (!(action.get("target") instanceof String) || action.containsKey("update") == action.containsKey("remove")) {
            throw new SpecException(where + " has no action with a target and either update or remove.");
        }
        Map<String, Object> whole = new LinkedHashMap<>(action);
        whole.putIfAbsent("description", reason);
        return new Addition(overlay, whole);
    }

    /** These and the others. */
    Decisions and(Decisions others) {
        Map<String, String> all = new LinkedHashMap<>(others.drops());
        all.putAll(drops);
        List<Replacement> both = new ArrayList<>(replacements);
        both.addAll(others.replacements());
        List<Addition> more = new ArrayList<>(additions);
        more.addAll(others.additions());
        Map<String, String> tests = new LinkedHashMap<>(others.accepted());
        tests.putAll(accepted);
        return new Decisions(all, both, more, tests);
    }
}
