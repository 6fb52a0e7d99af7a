package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The checks that a run is to make, and how many of those selected it leaves out. Safe for threads. */
final class PlannedChecks {

    private final List<CheckId> planned = new ArrayList<>();
    private final Map<Rule, Integer> leftOut = new EnumMap<>(Rule.class);
    private Set<CheckId> only;

    synchronized void add(CheckId id) {
        planned.add(id);
    }

    /** Leaves out all others. */
    synchronized void only(Set<CheckId> chosen) {
        only = Set.copyOf(chosen);
        planned.stream().filter(each -> !only.contains(each))
                .forEach(each -> leftOut.merge(each.rule(), 1, Integer::sum));
        planned.retainAll(only);
    }

    /** Whether the check is not left out. */
    synchronized boolean admits(CheckId id) {
        return only == null || only.contains(id);
    }

    /** In the order of the document. */
    synchronized List<CheckId> list() {
        return planned.stream().sorted().toList();
    }

    /** How many are left out, by rule. */
    synchronized Map<Rule, Integer> leftOut() {
        return new EnumMap<>(leftOut);
    }
}
