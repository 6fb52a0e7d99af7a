package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.settings.Selection;
import io.github.cvatopenapi.contract.harness.verdicts.CheckResult;
import io.github.cvatopenapi.contract.harness.verdicts.Outcome;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.launcher.TestExecutionListener;

/** Runs of the checks of one operation, on an instance of their own each, that end with the first failure. */
public final class NarrowRuns {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private NarrowRuns() {
    }

    /**
     * Runs the checks of an operation until one fails.
     *
     * @param broken stands between the wire and the instance
     * @return what failed, or what could not be made for the checks; empty where nothing was noticed
     */
    public static Optional<String> failure(Interceptor broken, String operation) {
        Selection selection = new Selection(List.of(operation), List.of());
        try (Run run = Run.on(EmbeddedCvat.builder().interceptor(broken), Experiment.settings(selection, TIMEOUT))) {
            run.checks().onResult(result -> {
                if (result.verdict() == Verdict.FAIL) {
                    run.checks().end("a check failed");
                }
            });
            CheckClasses.execute(run, CheckClasses.of(Set.of(operation)), new TestExecutionListener() { });
            Outcome outcome = run.outcome(Instant.now());
            return outcome.results().stream().filter(result -> result.verdict() == Verdict.FAIL).findFirst()
                    .map(NarrowRuns::line).or(() -> outcome.notes().notMade().stream().findFirst());
        }
    }

    /** What is not checked, with the reason: a part of unchecked.yaml. */
    public static Map<String, Object> unchecked(String part) {
        try {
            return EveryOperationTest.unchecked(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(CheckResult result) {
        return result.id().rule().id() + " " + result.id().displayName() + ": " + result.reason();
    }
}
