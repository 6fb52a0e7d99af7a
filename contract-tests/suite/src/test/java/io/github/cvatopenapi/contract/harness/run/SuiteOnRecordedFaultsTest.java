package io.github.cvatopenapi.contract.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.mutants.RecordedChanges;
import io.github.cvatopenapi.contract.harness.settings.Selection;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import io.github.cvatopenapi.contract.harness.settings.Slowness;
import io.github.cvatopenapi.contract.harness.verdicts.CheckResult;
import io.github.cvatopenapi.contract.harness.verdicts.Outcome;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.Interceptor;
import io.github.cvatopenapi.spec.Change;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Deviation;
import io.github.cvatopenapi.spec.Deviations;
import io.github.cvatopenapi.spec.Evidence.Stand;
import io.github.cvatopenapi.spec.Trees;
import io.github.cvatopenapi.spec.recorded.Recordings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole suite on instances that fail where real servers failed, and do otherwise what a newer one does otherwise:
 * all of it is known, and nothing else comes up.
 */
class SuiteOnRecordedFaultsTest {

    private static final String PASSWORD = "Pw-very-secret-word-1";

    /** The root of the interface is no operation and has no check; the tracker needs a function service. */
    private static final Set<String> NOT_MET = Set.of("root-fails", "tracker-without-states");

    @TempDir
    private Path bucket;

    @BeforeEach
    void theRecordingsAreOfThisContract() {
        Recordings.assumeTheyAreOf(Contract.load().version());
    }

    @Test
    void everyFaultIsKnownAndNothingElseComesUpAndEveryParameterIsUsed() throws IOException {
        RecordedFaults recorded = new RecordedFaults(Recordings.VERSION);
        Outcome outcome = outcome(recorded, null);
        assertThat(outcome.sent().unused()).as("unused parameters; use them, or write a reason in unchecked.yaml")
                .containsExactlyInAnyOrderElementsOf(EveryOperationTest.unchecked("parameters").keySet());
        assertThat(known(outcome)).containsAll(faults(Recordings.VERSION, Stand.SEEN))
                .doesNotContainAnyElementsOf(changes());
        assertThat(outcome.notes().version()).allSatisfy(note -> assertThat(faults(Recordings.VERSION, Stand.UNKNOWN))
                .anyMatch(note::contains));
        everyFaultIsMet(recorded, Recordings.VERSION);
    }

    @Test
    void everyChangeOfANewerServerIsTold() throws IOException {
        RecordedChanges changes = new RecordedChanges();
        RecordedFaults faults = new RecordedFaults(Recordings.NEWER);
        Outcome outcome = outcome((request, chain) -> changes.intercept(request,
                changed -> faults.intercept(changed, chain)), Recordings.NEWER);
        assertThat(outcome.serverVersion()).isEqualTo(Recordings.NEWER);
        assertThat(known(outcome)).containsAll(faults(Recordings.NEWER, Stand.SEEN)).containsAll(changes());
        assertThat(changes()).hasSizeGreaterThan(5).allSatisfy(change -> assertThat(outcome.notes().version())
                .anyMatch(note -> note.startsWith("Changed in 2.73.0 (" + change + ", ")));
        everyFaultIsMet(faults, Recordings.NEWER);
    }

    /** As nothing bad comes out, what is met is known. */
    private static void everyFaultIsMet(RecordedFaults faults, String version) throws IOException {
        assertThat(faults.unmet()).as("recorded faults of " + version + " that no check meets; write one, or a reason "
                + "in unchecked.yaml").containsExactlyInAnyOrderElementsOf(
                Trees.object(EveryOperationTest.unchecked("faults").get(version)).keySet());
    }

    /** What came out of the whole suite, which must leave nothing behind and find nothing that is not known. */
    private Outcome outcome(Interceptor likeness, String version) {
        Instant started = Instant.now();
        try (EmbeddedCvat cvat = EmbeddedCvat.builder().interceptor(likeness).bucket("mine", bucket).start()) {
            List.of("alice-main", "bob-second").forEach(name -> cvat.addUser(name, PASSWORD));
            try (Run run = Run.open(settings(cvat, version))) {
                new Launch(run).execute();
                run.clean();
                Outcome outcome = run.outcome(started);
                assertThat(run.leftBehind()).isEmpty();
                assertThat(bucket).isEmptyDirectory();
                assertThat(outcome.bad()).extracting(result -> result.verdict() + " " + result.id().rule().id() + " "
                        + result.id().displayName() + ": " + result.reason()).isEmpty();
                return outcome;
            }
        }
    }

    private static Set<String> known(Outcome outcome) {
        return outcome.results().stream().filter(result -> result.verdict() == Verdict.KNOWN)
                .map(CheckResult::deviation).collect(Collectors.toSet());
    }

    private static Set<String> changes() {
        return Contract.load().changes().all().stream().filter(each -> !each.shows().isEmpty()).map(Change::id)
                .collect(Collectors.toSet());
    }

    private Settings settings(EmbeddedCvat cvat, String version) {
        return new Settings(cvat.baseUrl(), new Settings.Account("alice-main", PASSWORD, null),
                new Settings.Account("bob-second", PASSWORD, null),
                new Settings.Account(cvat.adminName(), cvat.adminPassword(), null), true, false, Selection.all(), 6,
                Duration.ofSeconds(120), Path.of("target", "conformance-test"), null, false, false, version,
                Slowness.NONE, Settings.Bucket.of("mine", bucket));
    }

    private static Set<String> faults(String version, Stand stand) {
        return Deviations.packaged().entries().stream()
                .filter(each -> each.evidence().on(version) == stand)
                .filter(each -> each.kind() == Deviation.Kind.FAULT && each.condition().isEmpty())
                .filter(each -> !each.sometimes()).map(Deviation::id)
                .filter(id -> !NOT_MET.contains(id)).collect(Collectors.toSet());
    }
}
