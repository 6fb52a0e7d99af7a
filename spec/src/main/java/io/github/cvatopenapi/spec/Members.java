package io.github.cvatopenapi.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which members the answers of one version leave out now and then; they have all others always. Immutable and safe for
 * threads.
 */
public final class Members {

    private static final String RESOURCE = "members.yaml";
    private static final Set<String> KEYS = Set.of("schema", "members", "together", "since", "until");

    private final Map<String, Set<String>> sometimes = new LinkedHashMap<>();
    private final Map<String, List<Set<String>>> together = new LinkedHashMap<>();
    private final Set<String> unseen = new LinkedHashSet<>();

    private Members() {
    }

    /** As far as {@code changes} are in force. */
    static Members packaged(Changes changes) {
        try (InputStream in = Objects.requireNonNull(Members.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return of(Documents.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), RESOURCE), changes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Members of(Map<String, Object> document, Changes changes) {
        Members members = new Members();
        Trees.list(document.get("unseen")).forEach(name -> members.unseen.add(String.valueOf(name)));
        for (Object node : Trees.list(document.get("sometimes"))) {
            Map<String, Object> entry = Trees.object(node);
            entry.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
                throw new SpecException("members.yaml has the unknown key " + key + ".");
            });
            boolean begun = !(entry.get("since") instanceof String change) || changes.inForce(change);
            boolean ended = entry.get("until") instanceof String change && changes.inForce(change);
            if (begun && !ended) {
                members.add(entry);
            }
        }
        return members;
    }

    private void add(Map<String, Object> entry) {
        String schema = String.valueOf(entry.get("schema"));
        Set<String> all = new LinkedHashSet<>();
        Trees.list(entry.get("together")).forEach(name -> all.add(String.valueOf(name)));
        if (!all.isEmpty()) {
            together.computeIfAbsent(schema, key -> new ArrayList<>()).add(Set.copyOf(all));
        }
        Trees.list(entry.get("members")).forEach(name -> all.add(String.valueOf(name)));
        sometimes.computeIfAbsent(schema, key -> new LinkedHashSet<>()).addAll(all);
    }

    /** By schema, the members that some answers have and others have not. */
    public Map<String, Set<String>> sometimes() {
        return Map.copyOf(sometimes);
    }

    /** By schema, the groups of members that an answer has all or none of. */
    public Map<String, List<Set<String>>> together() {
        return Map.copyOf(together);
    }

    /** The schemas of which no answer was seen, so that nothing is known of their members. */
    public Set<String> unseen() {
        return Set.copyOf(unseen);
    }
}
