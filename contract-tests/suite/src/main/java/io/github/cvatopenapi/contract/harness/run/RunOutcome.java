package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.settings.Selection;
import io.github.cvatopenapi.contract.harness.verdicts.CheckResult;
import io.github.cvatopenapi.contract.harness.verdicts.Coverage;
import io.github.cvatopenapi.contract.harness.verdicts.Notes;
import io.github.cvatopenapi.contract.harness.verdicts.Outcome;
import io.github.cvatopenapi.spec.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts together what came out of a run. */
final class RunOutcome {

    private RunOutcome() {
    }

    static Outcome of(Run run, Instant started) {
        List<CheckResult> results = new ArrayList<>(run.checks().judged());
        List<Operation> order = run.contract().operations();
        Map<String, Integer> places = IntStream.range(0, order.size()).boxed()
                .collect(Collectors.toMap(place -> order.get(place).id(), place -> place));
        results.sort(Comparator.comparing((CheckResult each) -> places.get(each.id().operation().id()))
                .thenComparing(each -> each.id().rule()).thenComparing(CheckResult::id));
        Selection selection = run.settings().selection();
        return new Outcome(run.contract(), run.names().runId(), run.url(), run.embedded(), run.serverVersion(),
                run.settings().shown(), run.conditions().known(), started, Duration.between(started, Instant.now()),
                run.log().exchanges(), List.copyOf(results), Coverage.of(run.contract(),
                operation -> run.log().of(operation).asserted(), results), run.sent().count(),
                !selection.equals(Selection.all()), run.checks().ended(), notes(run));
    }

    private static Notes notes(Run run) {
        int byGateway = run.log().byGateway();
        List<String> disturbed = byGateway == 0 ? List.of() : List.of(byGateway
                + " calls were answered with 502 or 504 by something before the server, and what they were for was "
                + "tried again; what they may have made is taken away by cleanup --run " + run.names().runId() + ".");
        Map<Rule, Integer> leftOut = run.checks().planned().leftOut();
        List<String> quick = leftOut.isEmpty() ? List.of() : List.of("A quick run: "
                + leftOut.values().stream().mapToInt(Integer::intValue).sum()
                + " checks that ask the same with other values or of other operations were left out ("
                + leftOut.entrySet().stream().sorted(Map.Entry.<Rule, Integer>comparingByValue().reversed())
                        .map(each -> each.getKey().id() + " " + each.getValue()).collect(Collectors.joining(", "))
                + "), and no deviation is said to be gone.");
        return new Notes(run.log().brokenSetups(), disturbed, run.accountNotes(), run.leftBehind(),
                run.served(), run.checks().notes(), quick);
    }
}
