package io.github.cvatopenapi.contract.harness.report;

import io.github.cvatopenapi.contract.harness.causes.Baseline;
import io.github.cvatopenapi.contract.harness.causes.Cause;
import io.github.cvatopenapi.contract.harness.causes.Causes;
import io.github.cvatopenapi.contract.harness.causes.FindingReader;
import io.github.cvatopenapi.contract.harness.verdicts.Outcome;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import io.github.cvatopenapi.spec.Contract;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a server by a run: the causes of the checks that failed. */
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

    /** The causes as data, which names checks by their places in {@code checks}. */
    static List<Map<String, Object>> tree(List<Map<String, Object>> checks, Contract contract) {
        Map<Map<String, Object>, Integer> places = new IdentityHashMap<>();
        checks.forEach(check -> places.put(check, places.size()));
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
