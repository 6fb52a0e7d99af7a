package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Trees;
import io.github.cvatopenapi.spec.bump.Change.Kind;
import io.github.cvatopenapi.spec.bump.Change.Turn;
import io.github.cvatopenapi.spec.bump.Change.Verdict;
import io.github.cvatopenapi.spec.bump.Findings.Direction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the ways to sign in: those of an operation, and what each way is. */
final class SecurityComparer {

    private static final Set<String> OPEN = Set.of();

    private final Contract before;
    private final Contract after;
    private final Findings findings;

    SecurityComparer(Contract before, Contract after, Findings findings) {
        this.before = before;
        this.after = after;
        this.findings = findings;
    }

    void compare(Operation old, Operation now) {
        Set<Set<String>> was = ways(before, old);
        Set<Set<String>> is = ways(after, now);
        is.stream().filter(way -> !was.contains(way)).forEach(way -> finding(Turn.ADDED, now.id(), name(way),
                Verdict.safe("the ways of before are listed on their own"), List.of(now.id())));
        was.stream().filter(way -> !is.contains(way)).forEach(way -> finding(Turn.REMOVED, now.id(), name(way),
                Verdict.breaking(way.equals(OPEN) ? "calls without credentials are refused"
                        : "who signs in this way is refused"), List.of(now.id())));
    }

    /** Compares the definitions of the ways that both documents know. */
    void compareDefinitions() {
        Map<String, Object> was = definitions(before);
        Map<String, Object> is = definitions(after);
        was.forEach((name, definition) -> {
            if (is.containsKey(name) && !definition.equals(is.get(name))) {
                finding(Turn.CHANGED, name, definition + " -> " + is.get(name),
                        Verdict.breaking("credentials go over the wire in another way"), List.of());
            }
        });
    }

    private static Map<String, Object> definitions(Contract contract) {
        return Trees.object(Trees.at(contract.document(), "components", "securitySchemes"));
    }

    private static Set<Set<String>> ways(Contract contract, Operation operation) {
        Map<String, Object> node = OperationComparer.node(contract, operation);
        Object security = node.containsKey("security") ? node.get("security") : contract.document().get("security");
        Set<Set<String>> ways = new LinkedHashSet<>();
        Trees.list(security).forEach(way -> ways.add(new LinkedHashSet<>(Trees.object(way).keySet())));
        return ways.isEmpty() ? Set.of(OPEN) : ways;
    }

    private static String name(Set<String> way) {
        return way.equals(OPEN) ? "no credentials" : String.join(" + ", way);
    }

    private void finding(Turn turn, String where, String detail, Verdict verdict, List<String> operations) {
        findings.add(Kind.SECURITY, turn, where, detail, Direction.SENT, verdict, operations);
    }
}
