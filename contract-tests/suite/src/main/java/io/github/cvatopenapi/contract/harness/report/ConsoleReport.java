package io.github.cvatopenapi.contract.harness.report;

import io.github.cvatopenapi.contract.harness.causes.Baseline;
import io.github.cvatopenapi.contract.harness.causes.Cause;
import io.github.cvatopenapi.contract.harness.http.SentValues;
import io.github.cvatopenapi.contract.harness.http.Truncation;
import io.github.cvatopenapi.contract.harness.rules.Family;
import io.github.cvatopenapi.contract.harness.verdicts.Coverage;
import io.github.cvatopenapi.contract.harness.verdicts.Outcome;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import io.github.cvatopenapi.spec.Change;
import io.github.cvatopenapi.spec.Printable;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report on the console: matrix, counts, and what is wrong, cause by cause. */
public final class ConsoleReport {

    private static final int MOST_CAUSES = 40;
    private static final int LONGEST_REASON = 300;

    private ConsoleReport() {
    }

    public static void print(Outcome outcome, PrintStream out) {
        int width = outcome.contract().operations().stream().mapToInt(each -> each.id().length()).max().orElse(0);
        out.println();
        out.printf("%-" + width + "s%s%n", "operation",
                Arrays.stream(Family.values()).map(ConsoleReport::head).collect(Collectors.joining()));
        outcome.matrix().forEach((operation, row) -> {
            if (!outcome.selected()
                    || outcome.results().stream().anyMatch(each -> each.id().operation().equals(operation))) {
                out.printf("%-" + width + "s%s%n", operation.id(),
                        Arrays.stream(Family.values()).map(family -> cell(row.get(family)))
                                .collect(Collectors.joining()));
            }
        });
        out.println();
        out.println("ok pass   FA fail   kn known deviation   GO gone deviation   sk skipped   ER error   -- n/a");
        failures(outcome, out);
        changes(outcome, out);
        out.println();
        out.println(outcome.counts().entrySet().stream().map(each -> each.getValue() + " " + each.getKey().words())
                .collect(Collectors.joining(", "))
                + " in " + String.format(Locale.ROOT, "%.1f", outcome.took().toMillis() / 1000.0) + " s, "
                + outcome.exchanges() + " calls");
        Coverage coverage = outcome.coverage();
        out.println("asserted: " + coverage.operations() + " of " + coverage.allOperations() + " operations, "
                + coverage.declared() + " of " + coverage.allDeclared() + " declared statuses, " + coverage.undeclared()
                + " undeclared ones, " + coverage.rules() + " of " + coverage.allRules() + " rules");
        SentValues.Count sent = outcome.sent();
        out.println("sent: " + sent.parameters() + " of " + sent.allParameters() + " parameters and bodies whole, "
                + sent.keywords() + " of " + sent.allKeywords() + " keywords, each kept and broken"
                // of a selection the rest was not meant to be used
                + (outcome.selected() || sent.unused().isEmpty() ? ""
                        : "; not sent: " + String.join(", ", sent.unused())));
        outcome.notes().all().forEach(note -> out.println(Printable.of("note: " + note)));
    }

    private static void failures(Outcome outcome, PrintStream out) {
        List<Cause> causes = RunCauses.of(outcome);
        if (causes.isEmpty()) {
            return;
        }
        out.println();
        causes.stream().limit(MOST_CAUSES).forEach(cause -> out.println(Printable.of(sentence(cause))));
        int more = causes.size() - MOST_CAUSES;
        if (more > 0) {
            out.println("... and " + more + " more causes; the report has them all.");
        }
    }

    private static void changes(Outcome outcome, PrintStream out) {
        Map<Change, Integer> changes = RunCauses.changes(outcome);
        if (!changes.isEmpty()) {
            out.println();
            out.println("known changes since the version of the contract:");
            changes.forEach((change, checks) -> out.println("  " + change.sentence() + counted(checks)));
        }
    }

    private static String counted(int checks) {
        return checks == 1 ? " (1 check)" : " (" + checks + " checks)";
    }

    private static String sentence(Cause cause) {
        Map<String, Object> first = cause.checks().get(0);
        return RunCauses.verdict(cause).words().toUpperCase(Locale.ROOT) + " " + cause.title(Baseline.CONTRACT)
                + counted(cause.checks().size())
                + "\n     " + first.get("rule") + ", " + first.get("operation") + ": " + first.get("behaviour")
                + (first.containsKey("case") ? " [" + first.get("case") + "]" : "")
                + "\n     " + Truncation.of(String.valueOf(first.get("reason")), LONGEST_REASON);
    }

    private static String head(Family family) {
        return " " + family.name().substring(0, 2);
    }

    private static String cell(Verdict verdict) {
        return " " + switch (verdict) {
            case PASS -> "ok";
            case FAIL -> "FA";
            case KNOWN -> "kn";
            case GONE -> "GO";
            case SKIPPED -> "sk";
            case ERROR -> "ER";
            case NOT_APPLICABLE -> "--";
        };
    }
}
