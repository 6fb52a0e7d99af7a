package io.github.cvatopenapi.contract.harness.upgrade;

import io.github.cvatopenapi.contract.harness.http.Truncation;
import io.github.cvatopenapi.spec.Printable;
import java.io.PrintStream;
import java.util.List;

/** A comparison on the console. */
public final class ComparisonText {

    private static final int LONGEST = 240;

    private final PrintStream out;

    private ComparisonText(PrintStream out) {
        this.out = out;
    }

    /** Prints all of it, the sentence that sums it up last. */
    public static void print(Comparison comparison, PrintStream out) {
        ComparisonText text = new ComparisonText(out);
        text.say("before: " + comparison.before().title());
        text.say("after:  " + comparison.after().title());
        text.section("What changed", comparison.changes());
        text.section("What was wrong and is right now", comparison.mended());
        if (!comparison.allowed().isEmpty()) {
            text.say("\nBoth answers are right by the contract; some differ by what else is in the servers");
            comparison.allowed().forEach(each -> text.say("  " + each.title() + checks(each.evidence().size())));
        }
        if (!comparison.silent().isEmpty()) {
            text.say("\nNot compared");
            comparison.silent().forEach((why, checks) -> text.say("  " + why + checks(checks.size())));
        }
        text.say("\n" + comparison.same() + " checks came out the same.");
        text.say(comparison.sentence());
    }

    private void section(String title, List<Difference> changes) {
        if (!changes.isEmpty()) {
            say("\n" + title);
        }
        int number = 0;
        for (Difference change : changes) {
            say("\n" + ++number + ". " + change.title() + checks(change.evidence().size()));
            if (!change.seen().isEmpty()) {
                say("   seen: " + change.seen());
            }
            change.concerned().forEach(each -> say("   " + each.who() + ": " + each.how()));
            if (change.cause().operations().size() > 1) {
                say("   operations: " + String.join(", ", change.cause().operations()));
            }
            say("   before: " + Truncation.line(change.evidence().get(0).before().sentence(), LONGEST));
            say("   after:  " + Truncation.line(change.evidence().get(0).after().sentence(), LONGEST));
        }
    }

    private static String checks(int count) {
        return count == 1 ? " (1 check)" : " (" + count + " checks)";
    }

    private void say(String line) {
        out.println(Printable.of(line));
    }
}
