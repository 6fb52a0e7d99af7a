package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Trees;
import io.github.cvatopenapi.spec.bump.Change.Kind;
import io.github.cvatopenapi.spec.bump.Change.Turn;
import io.github.cvatopenapi.spec.bump.Change.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares two documents as callers meet them. Written on this project's own model: it knows which schemas are sent and
 * which are read, and what this client does with a value it does not know, which a general tool cannot.
 */
final class Comparer {

    private Comparer() {
    }

    static List<Change> compare(Contract old, Contract now) {
        return compareAlike(alike(old), alike(now));
    }

    /** JSON and YAML are read with different types for whole numbers. */
    private static Contract alike(Contract contract) {
        return Contract.of(Trees.object(alike(contract.document())));
    }

    private static Object alike(Object node) {
        if (node instanceof Map<?, ?>) {
            Map<String, Object> copied = new LinkedHashMap<>();
            Trees.object(node).forEach((key, value) -> copied.put(key, alike(value)));
            return copied;
        }
        if (node instanceof List<?> items) {
            return items.stream().map(Comparer::alike).collect(Collectors.toCollection(ArrayList::new));
        }
        return node instanceof Integer whole ? Long.valueOf(whole) : node;
    }

    private static List<Change> compareAlike(Contract before, Contract after) {
        Findings findings = new Findings();
        SchemaComparer schemas = new SchemaComparer(before, after, findings);
        OperationComparer operations = new OperationComparer(before, after, schemas, findings);
        Map<String, Operation> old = byPlace(before);
        Map<String, Operation> now = byPlace(after);
        now.forEach((place, operation) -> {
            if (old.containsKey(place)) {
                operations.compare(old.get(place), operation);
            } else {
                findings.both(Kind.OPERATION, Turn.ADDED, operation.id(), operation.method() + " " + operation.path(),
                        Verdict.safe("no one calls it yet"), operation.id());
            }
        });
        old.forEach((place, operation) -> {
            if (!now.containsKey(place)) {
                findings.both(Kind.OPERATION, Turn.REMOVED, operation.id(), removed(operation, after),
                        Verdict.breaking("calls to it fail"), operation.id());
            }
        });
        schemas.finish();
        new SecurityComparer(before, after, findings).compareDefinitions();
        return findings.changes();
    }

    private static String removed(Operation operation, Contract after) {
        String place = operation.method() + " " + operation.path();
        Optional<Operation> moved = after.operations().stream().filter(each -> each.id().equals(operation.id()))
                .findFirst();
        return moved.map(to -> place + ", now " + to.method() + " " + to.path()).orElse(place);
    }

    private static Map<String, Operation> byPlace(Contract contract) {
        Map<String, Operation> byPlace = new LinkedHashMap<>();
        contract.operations().forEach(each ->
                byPlace.put(each.method() + " " + each.path().replaceAll("\\{[^}]*}", "{}"), each));
        return byPlace;
    }
}
