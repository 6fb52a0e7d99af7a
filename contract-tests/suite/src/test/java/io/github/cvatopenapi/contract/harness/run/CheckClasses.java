package io.github.cvatopenapi.contract.harness.run;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.contract.harness.settings.Selection;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/**
 * Which classes have checks of an operation, found out once: looking through all of them takes longer than the checks of
 * one.
 */
final class CheckClasses {

    private static final Map<String, Set<Class<?>>> CLASSES = find();

    private CheckClasses() {
    }

    /** Where the checks of some operations are. */
    static List<ClassSelector> of(Collection<String> operations) {
        Set<Class<?>> found = new LinkedHashSet<>();
        operations.forEach(each -> found.addAll(CLASSES.getOrDefault(each, Set.of())));
        return found.stream().map(each -> selectClass(each)).toList();
    }

    private static Map<String, Set<Class<?>>> find() {
        Map<String, Set<Class<?>>> classes = new HashMap<>();
        Set<CheckId> seen = new HashSet<>();
        try (Run run = Run.on(EmbeddedCvat.builder(), Experiment.settings(Selection.all(), Duration.ofSeconds(30)))) {
            run.checks().listing(true);
            execute(run, all(), new TestExecutionListener() {
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
        return classes;
    }

    private static List<ClassSelector> all() {
        return ReflectionSupport.findAllClassesInPackage(Launch.CHECKS, type -> true, name -> name.endsWith("Checks"))
                .stream().map(each -> selectClass(each)).toList();
    }

    /** Runs the checks of these classes, one after the other. */
    static void execute(Run run, List<ClassSelector> classes, TestExecutionListener listener) {
        CheckExtension.register(run);
        try {
            Launch.launcher().execute(LauncherDiscoveryRequestBuilder.request().selectors(classes)
                    .configurationParameter(CheckExtension.RUN, run.names().runId()).build(), listener);
        } finally {
            CheckExtension.unregister(run);
        }
    }
}
