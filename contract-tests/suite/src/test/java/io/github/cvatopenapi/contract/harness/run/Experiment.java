package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.settings.Selection;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import io.github.cvatopenapi.contract.harness.settings.Slowness;
import io.github.cvatopenapi.contract.harness.verdicts.Outcome;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.Interceptor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Runs a part of the suite, as the command line does, on an embedded instance of its own, which may be broken. */
public final class Experiment {

    private static final int PARALLEL = 2;

    private Experiment() {
    }

    /**
     * @param broken     stands between the wire and the instance, or null for a sound one
     * @param operations whose checks run, all rules of them
     * @param timeout    how long one piece of work may take
     */
    public static Outcome run(Interceptor broken, Collection<String> operations, Duration timeout) {
        Selection selection = new Selection(List.copyOf(operations), List.of());
        Instant started = Instant.now();
        try (Run run = Run.on(EmbeddedCvat.builder().interceptor(broken), settings(selection, timeout))) {
            new Launch(run, CheckClasses.of(operations)).execute();
            return run.outcome(started);
        }
    }

    static Settings settings(Selection selection, Duration timeout) {
        return new Settings(null, null, null, null, true, false, selection, PARALLEL, timeout,
                Path.of("target", "experiment"), null, false, true, null, Slowness.NONE, null);
    }
}
