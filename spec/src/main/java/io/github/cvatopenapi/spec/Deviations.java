package io.github.cvatopenapi.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The ledger of known deviations. Immutable and safe for threads. */
public final class Deviations {

    /** The ledger written by hand, and the one made from the recording of values beyond their limits. */
    static final List<String> RESOURCES = List.of("deviations.yaml", "deviations-bounds.yaml");

    private static final Set<String> KEYS =
            Set.of("id", "kind", "operations", "rule", "cases", "seen", "versions", "condition", "reason");

    private final List<Deviation> entries;

    private Deviations(List<Deviation> entries) {
        Map<String, Deviation> byId = new LinkedHashMap<>();
        for (Deviation entry : entries) {
            if (byId.put(entry.id(), entry) != null) {
                throw new SpecException("The ledger has two entries of the id " + entry.id() + ".");
            }
        }
        this.entries = List.copyOf(entries);
    }

    /** The ledger packaged with this jar. */
    public static Deviations packaged() {
        List<Deviation> entries = new ArrayList<>();
        for (String resource : RESOURCES) {
            try (InputStream in = Objects.requireNonNull(Deviations.class.getResourceAsStream(resource), resource)) {
                entries.addAll(entries(Documents.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource),
                        resource));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Deviations(entries);
    }

    /** Another ledger; a {@link SpecException} where the file holds none. */
    public static Deviations read(Path file) {
        return new Deviations(entries(Documents.read(file), file.getFileName().toString()));
    }

    /** A ledger in which nothing is known. */
    public static Deviations none() {
        return new Deviations(List.of());
    }

    /** Every entry, in the order of the ledger. */
    public List<Deviation> entries() {
        return entries;
    }

    /** What is known of that version of the server. */
    public Deviations of(String version) {
        return new Deviations(entries.stream().filter(each -> each.versions().contains(version)).toList());
    }

    /** The first entry about that case of the rule on that operation. */
    public Optional<Deviation> find(String operation, String rule, String caseName) {
        return entries.stream().filter(each -> each.covers(operation, rule, caseName)).findFirst();
    }

    private static List<Deviation> entries(Map<String, Object> document, String name) {
        if (!document.containsKey("deviations")) {
            throw new SpecException(name + " is not a ledger: it has no \"deviations\".");
        }
        return Trees.list(document.get("deviations")).stream().map(node -> entry(Trees.object(node), name)).toList();
    }

    private static Deviation entry(Map<String, Object> node, String name) {
        String where = name + ", entry " + node.getOrDefault("id", "without an id");
        node.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw new SpecException(where + " has the unknown key " + key + ".");
        });
        Deviation.Kind kind = Arrays.stream(Deviation.Kind.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(node.get("kind"))).findFirst()
                .orElseThrow(() -> new SpecException(where + ": kind must be fault or document."));
        return new Deviation(text(node, "id", where), kind, operations(node.get("operations"), where),
                text(node, "rule", where), texts(node.get("cases")), text(node, "seen", where),
                VersionRange.parse(text(node, "versions", where)),
                node.containsKey("condition") ? text(node, "condition", where) : "", text(node, "reason", where));
    }

    private static Set<String> operations(Object node, String where) {
        if ("*".equals(node)) {
            return new LinkedHashSet<>(Contract.load().operations().stream().map(Operation::id).toList());
        }
        List<String> named = texts(node);
        if (named.isEmpty()) {
            throw new SpecException(where + " names no operations; a list of ids or \"*\" is wanted.");
        }
        return new LinkedHashSet<>(named);
    }

    private static List<String> texts(Object node) {
        return Trees.list(node).stream().map(String::valueOf).toList();
    }

    private static String text(Map<String, Object> node, String key, String where) {
        if (node.get(key) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw new SpecException(where + " has no " + key + ", or it is not text.");
    }
}
