package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.http.AnswerHeaders;
import io.github.cvatopenapi.contract.harness.http.Exchange;
import io.github.cvatopenapi.contract.harness.http.RequestEcho;
import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.spec.Deviation;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Response;
import java.util.List;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * The verdicts that take all exchanges of a run together: each declared status of each operation, and the rules
 * that every exchange is held to.
 */
final class ClosingVerdicts {

    private static final List<Rule> EVERY_EXCHANGE = List.of(Rule.SCHEMA_STATUS, Rule.SCHEMA_MEDIA, Rule.SCHEMA_BODY,
            Rule.SCHEMA_MODEL, Rule.HEADER_SECURITY, Rule.HEADER_ALLOW);

    private final Run run;

    ClosingVerdicts(Run run) {
        this.run = run;
    }

    void add() {
        for (Operation operation : run.contract().operations()) {
            ExchangeLog.Entry entry = run.log().of(operation.id());
            operation.responses().stream().filter(Response::declared)
                    .forEach(response -> status(operation, response.status(), entry));
            EVERY_EXCHANGE.forEach(rule -> exchanges(operation, rule, "", entry));
            RequestEcho.rule(operation).ifPresent(rule -> exchanges(operation, rule, "as sent", entry));
            if (AnswerHeaders.locates(run.contract(), operation)) {
                exchanges(operation, Rule.HEADER_LOCATION, "", entry);
            }
        }
    }

    private void status(Operation operation, int status, ExchangeLog.Entry entry) {
        CheckId id = new CheckId(operation, Rule.STATUS_DECLARED, String.valueOf(status),
                "a declared status is answered");
        Exchange missed = entry.missed().get(status);
        run.checks().conclude(id, missed == null ? List.of() : List.of(missed), () -> {
            if (missed != null) {
                throw new AssertionError(missed.line() + " answered " + missed.status() + ", expected " + status);
            }
            if (!entry.asserted().contains(status)) {
                if (entry.exchanges() > 0 && run.checks().excuse(id).isPresent()) {
                    throw new AssertionError(operation.id() + " was called " + entry.exchanges()
                            + " times and never answered " + status);
                }
                throw new TestAbortedException("nothing in this run was to be answered with " + status);
            }
        });
    }

    private void exchanges(Operation operation, Rule rule, String caseName, ExchangeLog.Entry entry) {
        CheckId id = new CheckId(operation, rule, caseName, "every exchange keeps it");
        List<Exchange> broken = entry.violations(rule);
        run.checks().conclude(id, broken, () -> {
            if (!broken.isEmpty()) {
                String message = broken.get(0).line() + ": " + broken.get(0).violations().stream()
                        .filter(each -> each.rule() == rule).findFirst().orElseThrow().message();
                throw stumble(operation, rule, broken).<AssertionError>map(deviation -> new Stumble.Seen(
                        deviation, broken.size() + " of " + entry.successes() + " lists: " + message))
                        .orElseGet(() -> new AssertionError(message));
            }
            if (run.checks().excuse(id).filter(each -> each.kind() == Deviation.Kind.DOCUMENT).isPresent()) {
                corrected(rule, entry);
            }
            if (entry.exchanges() == 0) {
                throw new TestAbortedException("the operation was not called in this run");
            }
        });
    }

    private Optional<Deviation> stumble(Operation operation, Rule rule, List<Exchange> broken) {
        boolean nowAndThen = rule == Rule.SCHEMA_BODY && broken.size() < ExchangeLog.MOST_VIOLATIONS
                && broken.stream().allMatch(Stumble::gaps);
        return nowAndThen ? run.checks().stumble(operation) : Optional.empty();
    }

    /** The document was corrected because servers do otherwise; whether this one does shows in its successes only. */
    private static void corrected(Rule rule, ExchangeLog.Entry entry) {
        if (entry.brokenAsPinned(rule)) {
            throw new AssertionError("The answers fit the corrected document and not the one that was pinned");
        }
        if (entry.successes() == 0) {
            throw new TestAbortedException("the operation did not succeed in this run");
        }
    }
}
