package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.bump.Change.Kind;
import io.github.cvatopenapi.spec.bump.Change.Turn;
import io.github.cvatopenapi.spec.bump.Change.Verdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers what the comparison finds. A schema that is both sent and read is looked at once for each direction; the two
 * findings on one place become one change with a verdict for each side.
 */
final class Findings {

    /** Whether callers send a value or read it. */
    enum Direction { SENT, READ }

    private record Key(Kind kind, Turn turn, String where, String detail) {
    }

    private static final class Sides {
        private Verdict senders = Verdict.NOT_CONCERNED;
        private Verdict readers = Verdict.NOT_CONCERNED;
        private final Set<String> operations = new LinkedHashSet<>();
    }

    private final Map<Key, Sides> found = new LinkedHashMap<>();

    void add(Kind kind, Turn turn, String where, String detail, Direction direction, Verdict verdict,
             Collection<String> operations) {
        Sides sides = found.computeIfAbsent(new Key(kind, turn, where, detail), key -> new Sides());
        if (direction == Direction.SENT) {
            sides.senders = sides.senders.isBreaking() ? sides.senders : verdict;
        } else {
            sides.readers = sides.readers.isBreaking() ? sides.readers : verdict;
        }
        sides.operations.addAll(operations);
    }

    void both(Kind kind, Turn turn, String where, String detail, Verdict verdict, String operation) {
        add(kind, turn, where, detail, Direction.SENT, verdict, List.of(operation));
        add(kind, turn, where, detail, Direction.READ, verdict, List.of(operation));
    }

    /** The changes by kind, then in the order in which they were found. */
    List<Change> changes() {
        return found.entrySet().stream()
                .map(entry -> new Change(entry.getKey().kind(), entry.getKey().turn(), entry.getKey().where(),
                        entry.getKey().detail(), entry.getValue().senders, entry.getValue().readers,
                        List.copyOf(entry.getValue().operations)))
                .sorted(Comparator.comparing(Change::kind))
                .toList();
    }
}
