package io.github.cvatopenapi.contract.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.settings.Selection;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import io.github.cvatopenapi.contract.harness.settings.Slowness;
import io.github.cvatopenapi.contract.harness.verdicts.CheckResult;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Deviation;
import io.github.cvatopenapi.spec.Deviations;
import io.github.cvatopenapi.spec.recorded.Recordings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The whole suite on an instance that fails where the real server failed: all of it is known, and nothing else comes
 * up.
 */
class SuiteOnRecordedFaultsTest {

    private static final String PASSWORD = "Pw-very-secret-word-1";

    /** The root of the interface is no operation and has no check; the tracker needs a function service. */
    private static final Set<String> NOT_MET = Set.of("root-fails", "tracker-without-states");

    @Test
    void everyFaultIsKnownAndNothingElseComesUp() {
        Recordings.assumeTheyAreOf(Contract.load().version());
        try (EmbeddedCvat cvat = EmbeddedCvat.builder().interceptor(new RecordedFaults()).start()) {
            List.of("alice-main", "bob-second").forEach(name -> cvat.addUser(name, PASSWORD));
            try (Run run = Run.open(settings(cvat))) {
                new Launch(run).execute();
                run.clean();
                List<CheckResult> judged = run.checks().judged();
                assertThat(run.leftBehind()).isEmpty();
                assertThat(judged).filteredOn(result -> result.verdict().bad())
                        .extracting(result -> result.verdict() + " " + result.id().displayName() + ": "
                                + result.reason()).isEmpty();
                assertThat(judged).filteredOn(result -> result.verdict() == Verdict.KNOWN)
                        .extracting(CheckResult::deviation).containsAll(faults());
            }
        }
    }

    private static Settings settings(EmbeddedCvat cvat) {
        return new Settings(cvat.baseUrl(), new Settings.Account("alice-main", PASSWORD, null),
                new Settings.Account("bob-second", PASSWORD, null),
                new Settings.Account(cvat.adminName(), cvat.adminPassword(), null), true, false, Selection.all(), 6,
                Duration.ofSeconds(120), Path.of("target", "conformance-test"), null, false, false, null,
                Slowness.NONE, null);
    }

    private static Set<String> faults() {
        return Deviations.packaged().on(Recordings.VERSION).entries().stream()
                .filter(each -> each.kind() == Deviation.Kind.FAULT && each.condition().isEmpty())
                .filter(each -> !each.sometimes()).map(Deviation::id)
                .filter(id -> !NOT_MET.contains(id)).collect(Collectors.toSet());
    }
}
