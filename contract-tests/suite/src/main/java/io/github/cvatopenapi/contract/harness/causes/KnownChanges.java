package io.github.cvatopenapi.contract.harness.causes;

import io.github.cvatopenapi.spec.Change;
import io.github.cvatopenapi.spec.Contract;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the ledger knows newer servers to do otherwise, found again in reports. */
public final class KnownChanges {

    private final List<Change> changes;

    /** @param contract whose ledger it is */
    public KnownChanges(Contract contract) {
        this.changes = contract.changes().all();
    }

    /** The change that all of these checks meet, as far as they meet any; empty where they meet none or several. */
    public Optional<Change> of(Collection<Map<String, Object>> checks) {
        Set<Change> met = checks.stream().flatMap(check -> changes.stream().filter(change -> meets(check, change)))
                .collect(Collectors.toSet());
        return met.size() == 1 ? Optional.of(met.iterator().next()) : Optional.empty();
    }

    /** The changes that checks came out as known for, with those checks, in the order of the ledger. */
    public Map<Change, List<Map<String, Object>>> shown(List<Map<String, Object>> checks) {
        Map<String, List<Map<String, Object>>> known = checks.stream().filter(check -> check.containsKey("deviation")
                && "known".equals(check.get("verdict"))).collect(Collectors.groupingBy(
                check -> String.valueOf(check.get("deviation"))));
        Map<Change, List<Map<String, Object>>> shown = new LinkedHashMap<>();
        changes.stream().filter(change -> known.containsKey(change.id()))
                .forEach(change -> shown.put(change, known.get(change.id())));
        return shown;
    }

    private static boolean meets(Map<String, Object> check, Change change) {
        return change.shows().stream().anyMatch(place -> place.rule().equals(check.get("rule"))
                && place.operations().contains(String.valueOf(check.get("operation")))
                && (place.cases().isEmpty() || place.cases().contains(check.getOrDefault("case", ""))));
    }
}
