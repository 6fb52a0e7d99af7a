package io.github.cvatopenapi.contract.harness.report;

import io.github.cvatopenapi.contract.harness.causes.Baseline;
import io.github.cvatopenapi.contract.harness.causes.Cause;
import io.github.cvatopenapi.contract.harness.causes.Causes;
import io.github.cvatopenapi.contract.harness.causes.FindingReader;
import io.github.cvatopenapi.contract.harness.causes.KnownChanges;
import io.github.cvatopenapi.contract.harness.verdicts.Outcome;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import io.github.cvatopenapi.spec.Change;
import io.github.cvatopenapi.spec.Contract;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What checks of a run come to: the causes of those that failed, and the known changes that others met. */
final class RunCauses {

    private RunCauses() {
    }

    /** The causes, the worst first. */
    static List<Cause> of(Outcome outcome) {
        return of(outcome.bad().stream().map(result -> JsonReport.check(result, outcome.url())).toList(),
                outcome.contract());
    }

    private static List<Cause> of(List<Map<String, Object>> checks, Contract contract) {
        FindingReader findings = new FindingReader(contract);
        return Causes.of(checks.stream().filter(check -> verdict(check).bad())
                .flatMap(check -> findings.of(check).stream()).toList());
    }

    /** What newer servers are known to do otherwise, as far as it shows, and in how many checks. */
    static Map<Change, Integer> changes(Outcome outcome) {
        List<Map<String, Object>> known = outcome.results().stream().filter(each -> each.verdict() == Verdict.KNOWN)
                .map(result -> JsonReport.check(result, outcome.url())).toList();
        Map<Change, Integer> counts = new LinkedHashMap<>();
        new KnownChanges(outcome.contract()).shown(known)
                .forEach((change, checks) -> counts.put(change, checks.size()));
        return counts;
    }

    /** The known changes as data, which names checks by their places in {@code checks}. */
    static List<Map<String, Object>> changes(List<Map<String, Object>> checks, Contract contract) {
        Map<Map<String, Object>, Integer> places = places(checks);
        return new KnownChanges(contract).shown(checks).entrySet().stream().map(shown -> {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("id", shown.getKey().id());
            tree.put("title", shown.getKey().sentence());
            tree.put("concerns", shown.getKey().concerns().stream().sorted()
                    .map(each -> each.name().toLowerCase(Locale.ROOT)).toList());
            tree.put("checks", shown.getValue().stream().map(places::get).toList());
            return tree;
        }).toList();
    }

    private static Map<Map<String, Object>, Integer> places(List<Map<String, Object>> checks) {
        Map<Map<String, Object>, Integer> places = new IdentityHashMap<>();
        checks.forEach(check -> places.put(check, places.size()));
        return places;
    }

    /** The causes as data, which names checks by their places in {@code checks}. */
    static List<Map<String, Object>> tree(List<Map<String, Object>> checks, Contract contract) {
        Map<Map<String, Object>, Integer> places = places(checks);
        return of(checks, contract).stream().map(cause -> {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("title", cause.title(Baseline.CONTRACT));
            tree.put("verdict", verdict(cause).id());
            tree.put("operations", cause.operations());
            tree.put("checks", cause.checks().stream().map(places::get).toList());
            return tree;
        }).toList();
    }

    /** The worst verdict of its checks. */
    static Verdict verdict(Cause cause) {
        return Verdict.worst(cause.checks().stream().map(RunCauses::verdict).toList());
    }

    private static Verdict verdict(Map<String, Object> check) {
        return Arrays.stream(Verdict.values()).filter(each -> each.id().equals(check.get("verdict"))).findFirst()
                .orElseThrow();
    }
}
