package io.github.cvatopenapi.contract.harness.run;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.contract.harness.settings.Selection;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import io.github.cvatopenapi.contract.harness.settings.Slowness;
import io.github.cvatopenapi.contract.harness.verdicts.CheckResult;
import io.github.cvatopenapi.contract.harness.verdicts.Outcome;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs of the checks of one operation, on an instance of their own each, that end with the first failure. Which classes
 * have checks of an operation is found out once: looking through all of them takes longer than the checks.
 */
public final class NarrowRuns {

    private static final String CHECKS = "io.github.cvatopenapi.contract";
    /** To pick out the checks of more operations takes longer than to look at all. */
    private static final int FEW = 30;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Map<String, Set<Class<?>>> classes = new HashMap<>();

    /** @param operations those whose checks will run */
    public NarrowRuns(Collection<String> operations) {
        Selection selection = operations.size() > FEW ? Selection.all()
                : new Selection(List.copyOf(operations), List.of());
        Set<CheckId> seen = new HashSet<>();
        try (Run run = Run.on(EmbeddedCvat.builder(), settings(selection))) {
            run.checks().listing(true);
            execute(run, Set.copyOf(ReflectionSupport.findAllClassesInPackage(CHECKS, type -> true,
                    name -> name.endsWith("Checks"))), new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                    if (test.getSource().orElse(null) instanceof ClassSource source) {
                        run.checks().planned().list().stream().filter(seen::add).forEach(id -> classes
                                .computeIfAbsent(id.operation().id(), operation -> new LinkedHashSet<>())
                                .add(source.getJavaClass()));
                    }
                }
            });
        }
    }

    /**
     * Runs the checks of an operation until one fails.
     *
     * @param broken stands between the wire and the instance
     * @return what failed, or what could not be made for the checks; empty where nothing was noticed
     */
    public Optional<String> failure(Interceptor broken, String operation) {
        Selection selection = new Selection(List.of(operation), List.of());
        try (Run run = Run.on(EmbeddedCvat.builder().interceptor(broken), settings(selection))) {
            run.checks().onResult(result -> {
                if (result.verdict() == Verdict.FAIL) {
                    run.checks().end("a check failed");
                }
            });
            execute(run, classes.getOrDefault(operation, Set.of()), new TestExecutionListener() { });
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

    private static void execute(Run run, Set<Class<?>> checks, TestExecutionListener listener) {
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false).build());
        CheckExtension.register(run);
        try {
            launcher.execute(LauncherDiscoveryRequestBuilder.request()
                    .selectors(checks.stream().map(each -> selectClass(each)).toList())
                    .configurationParameter(CheckExtension.RUN, run.names().runId()).build(), listener);
        } finally {
            CheckExtension.unregister(run);
        }
    }

    private static Settings settings(Selection selection) {
        return new Settings(null, null, null, null, true, false, selection, 2, TIMEOUT,
                Path.of("target", "experiment"), null, false, true, null, Slowness.NONE, null);
    }
}
