package io.github.cvatopenapi.contract.harness.run;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import io.github.cvatopenapi.contract.harness.rules.CheckId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Has JUnit find and run the checks of a run. */
public final class Launch {

    /** The JUnit tag of checks that must come after all others because they disturb them. */
    public static final String LAST = "last";

    /** The package whose subpackages hold the checks. */
    static final String CHECKS = "io.github.cvatopenapi.contract";

    /**
     * How many checks go on for each call that may be under way: about half of their time they wait for work of the
     * server.
     */
    private static final int CHECKS_A_CALL = 3;

    private final Run run;
    private final List<? extends DiscoverySelector> where;
    private final Launcher launcher;
    private final LauncherDiscoveryRequest all;
    private final LauncherDiscoveryRequest most;
    private final LauncherDiscoveryRequest last;

    public Launch(Run run) {
        this(run, List.of(selectPackage(CHECKS)));
    }

    /** @param where all classes are in that have checks which are selected */
    Launch(Run run, List<? extends DiscoverySelector> where) {
        this.run = run;
        this.where = List.copyOf(where);
        this.launcher = launcher();
        int checks = run.settings().parallel() == 1 ? 1 : run.settings().parallel() * CHECKS_A_CALL;
        this.all = request(checks);
        this.most = request(checks, TagFilter.excludeTags(LAST));
        this.last = request(1, TagFilter.includeTags(LAST));
    }

    /** A launcher that nothing on the class path adds itself to. */
    static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false).build());
    }

    private LauncherDiscoveryRequest request(int parallel, Filter<?>... filters) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(where)
                .filters(includeClassNamePatterns(".*Checks")).filters(filters)
                .configurationParameter(CheckExtension.RUN, run.names().runId())
                .configurationParameter("junit.jupiter.execution.parallel.enabled", String.valueOf(parallel > 1))
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism",
                        String.valueOf(parallel))
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.max-pool-size",
                        String.valueOf(parallel))
                .build();
    }

    /** Finds every check that is to run, without running any. */
    public List<CheckId> plan() {
        run.checks().listing(true);
        try {
            execute(all);
        } finally {
            run.checks().listing(false);
        }
        if (run.settings().selection().quick()) {
            run.checks().planned().only(QuickPlan.of(run.checks().planned().list()));
        }
        return run.checks().planned().list();
    }

    /**
     * Runs every selected check, then once more those that failed, then those that disturb others, and then the
     * verdicts over all exchanges.
     */
    public void execute() {
        if (run.settings().selection().quick() && run.checks().planned().list().isEmpty()) {
            plan();
        }
        run.checks().together(true);
        execute(most);
        run.checks().together(false);
        run.checks().again();
        execute(last);
        new ClosingVerdicts(run).add();
    }

    private void execute(LauncherDiscoveryRequest request) {
        CheckExtension.register(run);
        try {
            Failures failures = new Failures();
            launcher.execute(request, failures);
            if (!failures.messages.isEmpty()) {
                throw new IllegalStateException("The suite is broken: " + String.join("; ", failures.messages));
            }
        } finally {
            CheckExtension.unregister(run);
        }
    }

    /** Containers that failed: then checks are missing, and no verdict may be trusted. */
    private static final class Failures implements TestExecutionListener {
        private final List<String> messages = new ArrayList<>();

        @Override
        public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isContainer() && result.getStatus() == TestExecutionResult.Status.FAILED) {
                messages.add(where(test) + ": " + result.getThrowable().map(Throwable::toString).orElse("failed"));
            }
        }

        private static String where(TestIdentifier test) {
            Optional<TestSource> source = test.getSource();
            return source.map(each -> each instanceof MethodSource method
                            ? method.getClassName() + "." + method.getMethodName()
                            : each instanceof ClassSource type ? type.getClassName() : each.toString())
                    .orElse(test.getDisplayName());
        }
    }
}
