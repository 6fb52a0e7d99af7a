package io.github.cvatopenapi.contract.harness.report;

import io.github.cvatopenapi.contract.harness.rules.Family;
import io.github.cvatopenapi.contract.harness.verdicts.CheckResult;
import io.github.cvatopenapi.contract.harness.verdicts.Coverage;
import io.github.cvatopenapi.contract.harness.verdicts.Outcome;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report on the console: matrix, counts, and what failed, as sentences. */
public final class ConsoleReport {

    private static final int MOST_FAILURES = 40;
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
        out.println();
        out.println(outcome.counts().entrySet().stream().map(each -> each.getValue() + " " + each.getKey().words())
                .collect(Collectors.joining(", "))
                + " in " + String.format(Locale.ROOT, "%.1f", outcome.took().toMillis() / 1000.0) + " s, "
                + outcome.exchanges() + " calls");
        Coverage coverage = outcome.coverage();
        out.println("asserted: " + coverage.operations() + " of " + coverage.allOperations() + " operations, "
                + coverage.declared() + " of " + coverage.allDeclared() + " declared statuses, " + coverage.undeclared()
                + " undeclared ones, " + coverage.rules() + " of " + coverage.allRules() + " rules");
        outcome.notes().forEach(note -> out.println("note: " + note));
    }

    private static void failures(Outcome outcome, PrintStream out) {
        if (outcome.bad().isEmpty()) {
            return;
        }
        out.println();
        outcome.bad().stream().limit(MOST_FAILURES).forEach(result -> out.println(sentence(result)));
        int more = outcome.bad().size() - MOST_FAILURES;
        if (more > 0) {
            out.println("... and " + more + " more; the report has them all.");
        }
    }

    private static String sentence(CheckResult result) {
        String reason = result.reason().length() <= LONGEST_REASON
                ? result.reason() : result.reason().substring(0, LONGEST_REASON) + "...";
        return result.verdict().words().toUpperCase(Locale.ROOT) + " " + result.id().rule().id() + ", "
                + result.id().displayName() + "\n     " + reason;
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
