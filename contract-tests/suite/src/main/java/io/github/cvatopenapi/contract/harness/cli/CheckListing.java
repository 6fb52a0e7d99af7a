package io.github.cvatopenapi.contract.harness.cli;

import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.contract.harness.run.Launch;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Says which checks there are without calling the instance: an embedded one stands in, and none of them runs. */
final class CheckListing {

    private CheckListing() {
    }

    /** Prints a line for each check: what it is about, or what it calls first. */
    static int print(Settings settings, boolean calls, PrintStream out) {
        List<CheckId> plan;
        try (Run run = Run.open(Settings.embedded().select(settings.selection()))) {
            plan = new Launch(run).plan();
        }
        for (CheckId id : plan) {
            String what = calls ? String.format(Locale.ROOT, "%-6s %s", id.operation().method(), id.operation().path())
                    : id.rule().family().name();
            out.println(String.join("\t", what, id.rule().id(), id.displayName()));
        }
        out.println(plan.size() + " checks of " + plan.stream().map(CheckId::operation).distinct().count()
                + " operations" + (calls ? "; each also makes and removes the data that it needs" : ""));
        return 0;
    }
}
