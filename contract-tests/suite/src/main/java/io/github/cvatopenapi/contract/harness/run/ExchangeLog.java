package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.http.Exchange;
import io.github.cvatopenapi.contract.harness.http.Violation;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What all checks of a run together exchanged and asserted: the ground of the verdicts that no single check can give,
 * those of the families STATUS and SCHEMA. Safe for threads.
 */
final class ExchangeLog {

    /** What is known about one operation. */
    static final class Entry {
        private int exchanges;
        private int successes;
        private final Map<Rule, List<Exchange>> violations = new EnumMap<>(Rule.class);
        private final Set<Rule> pinnedViolations = new HashSet<>();
        private final Set<Integer> asserted = new HashSet<>();
        private final Map<Integer, Exchange> missed = new LinkedHashMap<>();

        int exchanges() {
            return exchanges;
        }

        /** How many of the exchanges were successes. */
        int successes() {
            return successes;
        }

        /** The exchanges that broke the rule, the first few. */
        List<Exchange> violations(Rule rule) {
            return violations.getOrDefault(rule, List.of());
        }

        /** Whether the document breaks the rule as it was pinned. */
        boolean brokenAsPinned(Rule rule) {
            return pinnedViolations.contains(rule);
        }

        /** Statuses that were asserted by what passed. */
        Set<Integer> asserted() {
            return asserted;
        }

        /** The exchanges that answered something else than the status that was expected. */
        Map<Integer, Exchange> missed() {
            return missed;
        }
    }

    /** How many exchanges that break a rule are kept of an operation. */
    static final int MOST_VIOLATIONS = 5;
    private static final Entry NOTHING = new Entry();

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<String> brokenSetups = new ArrayList<>();
    private int exchanges;
    private int byGateway;

    synchronized void exchanged(Exchange exchange) {
        exchanges++;
        byGateway += exchange.byGateway() ? 1 : 0;
        if (exchange.operation() == null) {
            return;
        }
        Entry entry = entry(exchange.operation().id());
        entry.exchanges++;
        if (exchange.status() < 300) {
            entry.successes++;
        }
        for (Violation violation : exchange.violations()) {
            List<Exchange> broken = entry.violations.computeIfAbsent(violation.rule(), rule -> new ArrayList<>());
            if (broken.size() < MOST_VIOLATIONS) {
                broken.add(exchange);
            }
        }
        exchange.pinnedViolations().forEach(violation -> entry.pinnedViolations.add(violation.rule()));
    }

    synchronized void keep(CheckTrace trace, Verdict verdict) {
        if (verdict == Verdict.PASS) {
            trace.asserted().forEach(status -> entry(status.operation()).asserted.add(status.status()));
        } else if (verdict == Verdict.FAIL) {
            keepMisses(trace);
        }
    }

    synchronized void keepSetup(String what, CheckTrace trace, Throwable thrown) {
        if (thrown == null) {
            keep(trace, Verdict.PASS);
        } else if (!(thrown instanceof org.opentest4j.TestAbortedException)) {
            keepMisses(trace);
            brokenSetups.add(what + " could not be made: "
                    + String.valueOf(thrown.getMessage()).replaceFirst("\\.?$", "."));
        }
    }

    private void keepMisses(CheckTrace trace) {
        trace.misses().forEach(miss ->
                entry(miss.expected().operation()).missed.putIfAbsent(miss.expected().status(), miss.exchange()));
    }

    private Entry entry(String operation) {
        return entries.computeIfAbsent(operation, id -> new Entry());
    }

    /** What is known about an operation; an empty entry where it was never called. */
    synchronized Entry of(String operation) {
        return entries.getOrDefault(operation, NOTHING);
    }

    /** How many exchanges there were in all. */
    synchronized int exchanges() {
        return exchanges;
    }

    /** How many calls something before the server answered in its place. */
    synchronized int byGateway() {
        return byGateway;
    }

    /** One sentence for each fixture that could not be made. */
    synchronized List<String> brokenSetups() {
        return Collections.unmodifiableList(new ArrayList<>(brokenSetups));
    }
}
