package io.github.cvatopenapi.contract.harness.report;

import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.contract.harness.verdicts.CheckResult;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells on the console how far the run is: operations done, checks failing, time left. One line that changes on a
 * terminal, a line now and then elsewhere. Safe for threads.
 */
public final class Progress {

    private static final long TERMINAL_MILLIS = 200;
    private static final long PLAIN_MILLIS = 5000;

    private final PrintStream out;
    private final boolean terminal;
    private final Map<String, Integer> open = new HashMap<>();
    private final int operations;
    private final int checks;
    private final long start = System.nanoTime();
    private int done;
    private int bad;
    private long lastTold = start;

    /** @param plan every check that is to run */
    public Progress(List<CheckId> plan, PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        plan.forEach(id -> open.merge(id.operation().id(), 1, Integer::sum));
        operations = open.size();
        checks = plan.size();
    }

    /** A check has ended. */
    public synchronized void ended(CheckResult result) {
        Integer left = open.computeIfPresent(result.id().operation().id(), (id, count) -> count > 1 ? count - 1 : null);
        if (left == null && done >= checks) {
            return; // verdicts over all exchanges come after the plan
        }
        done++;
        bad += result.verdict().bad() ? 1 : 0;
        long now = System.nanoTime();
        if (now - lastTold > (terminal ? TERMINAL_MILLIS : PLAIN_MILLIS) * 1_000_000) {
            lastTold = now;
            tell(line(now));
        }
    }

    /** Ends the line that changes. */
    public synchronized void finish() {
        if (terminal) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }

    private String line(long now) {
        long elapsed = (now - start) / 1_000_000;
        long left = done == 0 ? 0 : elapsed * (checks - done) / done / 1000;
        return (operations - open.size()) + " of " + operations + " operations done, " + done + " of " + checks
                + " checks, " + bad + " failing, about " + left + " s left";
    }

    private void tell(String line) {
        if (terminal) {
            out.print("\r\u001b[K" + line);
            out.flush();
        } else {
            out.println(line);
        }
    }
}
