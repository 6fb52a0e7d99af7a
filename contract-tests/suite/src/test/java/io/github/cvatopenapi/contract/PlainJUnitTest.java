package io.github.cvatopenapi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The checks are JUnit classes like others: an IDE runs them as they are, on what the environment names. */
@DisabledIfEnvironmentVariable(named = "CVAT_URL", matches = ".+", disabledReason = "they would run on that instance")
class PlainJUnitTest {

    private static TestExecutionSummary run(String tag) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("io.github.cvatopenapi.contract." + tag))
                .filters(includeClassNamePatterns(".*Checks")).build(), listener);
        return listener.getSummary();
    }

    @Test
    void theChecksOfATagRunOnTheEmbeddedInstance() {
        TestExecutionSummary summary = run("labels");
        assertThat(summary.getFailures()).extracting(failure -> failure.getTestIdentifier().getDisplayName() + ": "
                + failure.getException()).isEmpty();
        assertThat(summary.getContainersFailedCount()).isZero();
        assertThat(summary.getTestsSucceededCount()).isGreaterThan(150);
    }
}
