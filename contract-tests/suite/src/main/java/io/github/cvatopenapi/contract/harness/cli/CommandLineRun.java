package io.github.cvatopenapi.contract.harness.cli;

import io.github.cvatopenapi.contract.harness.report.ConsoleReport;
import io.github.cvatopenapi.contract.harness.report.Progress;
import io.github.cvatopenapi.contract.harness.report.ReportFiles;
import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.contract.harness.run.Launch;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.harness.settings.CouldNotRun;
import io.github.cvatopenapi.contract.harness.settings.Selection;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import io.github.cvatopenapi.contract.harness.verdicts.Outcome;
import io.github.cvatopenapi.spec.Printable;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One run from the command line: checks, takes away what it made and reports. When it is interrupted it stops checking,
 * and does the rest all the same.
 */
final class CommandLineRun {

    private static final long LONGEST_END_SECONDS = 60;

    private final Settings settings;
    private final PrintStream out;

    CommandLineRun(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    int run() {
        ReportFiles.prepare(settings.report());
        Instant started = Instant.now();
        CountDownLatch finished = new CountDownLatch(1);
        try (Run run = Run.open(settings)) {
            Thread interrupted = new Thread(() -> stop(run, finished), "cvat-contract-stop");
            Runtime.getRuntime().addShutdownHook(interrupted);
            out.println(Printable.of("Run " + run.names().runId() + " on CVAT " + run.serverVersion() + " at "
                    + run.url() + (run.embedded() ? " (embedded)" : "")));
            try {
                check(run);
            } finally {
                run.clean();
            }
            Outcome outcome = run.outcome(started);
            ConsoleReport.print(outcome, out);
            ReportFiles.write(outcome, settings.report());
            out.println("report: " + settings.report().resolve("report.html").toAbsolutePath().normalize());
            out.println(Printable.of(outcome.sentence()));
            finished.countDown();
            forget(interrupted);
            return outcome.exitCode();
        } finally {
            finished.countDown();
        }
    }

    private void check(Run run) {
        Launch launch = new Launch(run);
        boolean terminal = System.console() != null && System.getenv("TERM") != null;
        List<CheckId> plan = launch.plan();
        if (plan.isEmpty()) {
            throw new CouldNotRun("No check fits what was included and excluded; `list` shows what there is, and the "
                    + "families STATUS and SCHEMA need others beside them, whose calls they judge.");
        }
        Progress progress = new Progress(plan, out, terminal);
        run.checks().onResult(progress::ended);
        // beside the checks: a server takes seconds to write its document
        CompletableFuture<Void> compared = settings.selection().equals(Selection.all())
                ? CompletableFuture.runAsync(run::compareServedDocument) : CompletableFuture.completedFuture(null);
        launch.execute();
        progress.finish();
        if (run.checks().ended().isEmpty()) {
            compared.join();
        }
    }

    /** Runs while the virtual machine goes down: what is under way must come to its end. */
    private static void stop(Run run, CountDownLatch finished) {
        run.checks().end("it was interrupted");
        try {
            finished.await(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the virtual machine is going down already, and the hook has nothing left to wait for
        }
    }
}
