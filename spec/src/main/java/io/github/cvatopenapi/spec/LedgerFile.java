package io.github.cvatopenapi.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the files of a ledger hold.
 *
 * @param deviations the entries under {@code deviations}
 * @param changes    those under {@code changes}
 */
record LedgerFile(List<Deviation> deviations, List<Change> changes) {

    /** The ledgers of deviations: the one written by hand, and the one made from the recordings. */
    static final List<String> DEVIATIONS = List.of("deviations.yaml", "deviations-bounds.yaml");

    /** The ledger of what newer servers do otherwise. */
    static final String CHANGES_FILE = "changes.yaml";

    private static final Set<String> DEVIATION_KEYS = Set.of("id", "kind", "operations", "rule", "cases", "shows",
            "seen", "not-seen", "inferred", "sometimes", "condition", "reason");
    private static final Set<String> CHANGE_KEYS =
            Set.of("id", "change", "concerns", "since", "seen", "not-seen", "shows", "unmet", "reason");
    private static final Set<String> PLACE_KEYS = Set.of("operations", "rule", "cases", "shows");

    private static final class Packaged {
        static final LedgerFile LEDGER = all();

        private static LedgerFile all() {
            List<Deviation> deviations = new ArrayList<>();
            DEVIATIONS.forEach(name -> deviations.addAll(resource(name).deviations()));
            return new LedgerFile(deviations, packagedChanges());
        }
    }

    private static final class PackagedChanges {
        static final List<Change> CHANGES = resource(CHANGES_FILE).changes();
    }

    LedgerFile {
        deviations = List.copyOf(deviations);
        changes = List.copyOf(changes);
        Set<String> ids = new LinkedHashSet<>();
        List<String> all = new ArrayList<>(deviations.stream().map(Deviation::id).toList());
        changes.forEach(each -> all.add(each.id()));
        all.stream().filter(id -> !ids.add(id)).findFirst().ifPresent(id -> {
            throw new SpecException("The ledger has two entries of the id " + id + ".");
        });
    }

    /** The one packaged with this jar. */
    static LedgerFile packaged() {
        return Packaged.LEDGER;
    }

    /** The changes alone, which are read quickly. */
    static List<Change> packagedChanges() {
        return PackagedChanges.CHANGES;
    }

    private static LedgerFile resource(String name) {
        try (InputStream in = Objects.requireNonNull(LedgerFile.class.getResourceAsStream(name), name)) {
            return parse(Documents.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file; {@code name} is what messages call it. A {@link SpecException} where it is no ledger. */
    static LedgerFile parse(Map<String, Object> document, String name) {
        if (!document.containsKey("deviations") && !document.containsKey("changes")) {
            throw new SpecException(name + " is not a ledger: it has neither \"deviations\" nor \"changes\".");
        }
        return new LedgerFile(
                Trees.list(document.get("deviations")).stream()
                        .map(node -> deviation(Trees.object(node), name)).toList(),
                Trees.list(document.get("changes")).stream().map(node -> change(Trees.object(node), name)).toList());
    }

    private static Deviation deviation(Map<String, Object> node, String name) {
        String where = name + ", entry " + node.getOrDefault("id", "without an id");
        known(node, DEVIATION_KEYS, where);
        Deviation.Kind kind = Arrays.stream(Deviation.Kind.values()).filter(each -> each != Deviation.Kind.CHANGE)
                .filter(each -> lower(each).equals(node.get("kind"))).findFirst()
                .orElseThrow(() -> new SpecException(where + ": kind must be fault or document."));
        boolean sometimes = Boolean.TRUE.equals(node.get("sometimes"));
        if (sometimes && node.containsKey("not-seen")) {
            throw new SpecException(where + " shows now and then, so that \"not-seen\" tells nothing.");
        }
        return new Deviation(text(node, "id", where), kind, operations(node.get("operations"), where),
                text(node, "rule", where), texts(node.get("cases")), text(node, "shows", where), evidence(node, where),
                sometimes, optional(node, "condition", where).orElse(""), text(node, "reason", where));
    }

    private static Change change(Map<String, Object> node, String name) {
        String where = name + ", change " + node.getOrDefault("id", "without an id");
        known(node, CHANGE_KEYS, where);
        Change change = new Change(text(node, "id", where), text(node, "change", where), concerns(node, where),
                optional(node, "since", where), evidence(node, where), Trees.list(node.get("shows")).stream()
                .map(each -> place(Trees.object(each), where)).toList(),
                optional(node, "unmet", where).orElse(""), text(node, "reason", where));
        if (change.shows().isEmpty() == change.unmet().isEmpty()) {
            throw new SpecException(where
                    + " wants one of \"shows\", where checks meet it, and \"unmet\", why none does.");
        }
        change.evidence().notSeen().stream().filter(change::inForce).findFirst().ifPresent(version -> {
            throw new SpecException(where + " was not seen on " + version + ", which should have it.");
        });
        change.evidence().seen().stream().filter(version -> !change.inForce(version)).findFirst().ifPresent(version -> {
            throw new SpecException(where + " was seen on " + version + ", before the version under \"since\".");
        });
        return change;
    }

    private static Change.Place place(Map<String, Object> node, String where) {
        known(node, PLACE_KEYS, where);
        return new Change.Place(operations(node.get("operations"), where), text(node, "rule", where),
                texts(node.get("cases")), text(node, "shows", where));
    }

    private static Set<Change.Concern> concerns(Map<String, Object> node, String where) {
        Set<Change.Concern> concerns = new LinkedHashSet<>();
        texts(node.get("concerns")).forEach(text -> concerns.add(Arrays.stream(Change.Concern.values())
                .filter(each -> lower(each).equals(text)).findFirst().orElseThrow(() -> new SpecException(
                        where + ": concerns are senders, readers and jar, not " + text + "."))));
        if (concerns.isEmpty()) {
            throw new SpecException(where + " says of nobody that it \"concerns\" them.");
        }
        return concerns;
    }

    /** What is inferred from the source of CVAT has no {@code seen}; as soon as somebody sees it, it has. */
    private static Evidence evidence(Map<String, Object> node, String where) {
        try {
            if (Boolean.TRUE.equals(node.get("inferred")) == node.containsKey("seen")) {
                throw new SpecException(node.containsKey("seen") ? "what was \"seen\" is not \"inferred\""
                        : "\"seen\" names no version");
            }
            return new Evidence(versions(node.get("seen")), versions(node.get("not-seen")));
        } catch (SpecException e) {
            throw new SpecException(where + ": " + e.getMessage() + ".", e);
        }
    }

    private static Set<String> versions(Object node) {
        List<String> versions = texts(node);
        versions.stream().filter(each -> !Versions.valid(each)).findFirst().ifPresent(each -> {
            throw new SpecException("\"" + each + "\" is not a version; 2.58.1 is");
        });
        return new LinkedHashSet<>(versions);
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

    private static void known(Map<String, Object> node, Set<String> keys, String where) {
        node.keySet().stream().filter(key -> !keys.contains(key)).findFirst().ifPresent(key -> {
            throw new SpecException(where + " has the unknown key " + key + ".");
        });
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> texts(Object node) {
        return Trees.list(node).stream().map(String::valueOf).toList();
    }

    private static Optional<String> optional(Map<String, Object> node, String key, String where) {
        return node.containsKey(key) ? Optional.of(text(node, key, where)) : Optional.empty();
    }

    private static String text(Map<String, Object> node, String key, String where) {
        if (node.get(key) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw new SpecException(where + " has no " + key + ", or it is not text.");
    }
}
