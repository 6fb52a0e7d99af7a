package io.github.cvatopenapi.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.spec.recorded.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviationsTest {

    private static final List<String> LOOKED_AT = List.of(Recordings.VERSION, Recordings.NEWER);

    private final Deviations ledger = Deviations.packaged();

    @Test
    void everyEntryIsAboutAnOperation() {
        Recordings.assumeTheyAreOf(Contract.load().version());
        Set<String> known = Contract.load().operations().stream().map(Operation::id).collect(Collectors.toSet());
        known.add("GET /api/");
        assertThat(ledger.entries()).allSatisfy(each -> assertThat(known).as(each.id()).containsAll(each.operations()));
    }

    @Test
    void noTwoEntriesAreAboutTheSameCaseOnOneVersion() {
        for (String version : LOOKED_AT) {
            List<Deviation> entries = ledger.on(version).entries();
            assertThat(entries).allSatisfy(entry -> assertThat(entries)
                    .filteredOn(other -> other != entry && other.rule().equals(entry.rule())
                            && other.operations().stream().anyMatch(entry.operations()::contains)
                            && (other.cases().isEmpty() || entry.cases().stream().anyMatch(other.cases()::contains)))
                    .as(entry.id() + " on " + version).isEmpty());
        }
    }

    @Test
    void everyEntryWasSeenOnAVersionThatWasLookedAt() {
        assertThat(ledger.entries()).allSatisfy(each ->
                assertThat(LOOKED_AT).as(each.id()).containsAll(each.evidence().seen())
                        .containsAll(each.evidence().notSeen()));
    }

    @Test
    void findsByOperationRuleAndCase() {
        assertThat(ledger.find("projects_create", "error-type", "array")).map(Deviation::id)
                .contains("body-not-an-object");
        assertThat(ledger.find("projects_create", "error-type", "empty")).isEmpty();
        assertThat(ledger.find("projects_retrieve", "error-type", "array")).isEmpty();
        assertThat(ledger.find("tasks_list", "doc-rate-headers", "")).map(Deviation::id).contains("no-rate-headers");
    }

    @Test
    void leavesOutWhatWasLookedForInVain() {
        Recordings.assumeTheyAreOf(Contract.load().version());
        assertThat(ledger.on("2.58.1").find("tasks_retrieve_data", "error-missing", "before data")).isPresent();
        assertThat(ledger.on("2.66.0").find("tasks_retrieve_data", "error-missing", "before data")).isPresent();
        assertThat(ledger.on("2.73.0").find("tasks_retrieve_data", "error-missing", "before data")).isEmpty();
        assertThat(ledger.on("2.73.0").find("projects_create", "error-type", "array")).isPresent();
        assertThat(ledger.on("2.58.1").find("organizations_retrieve", "auth-foreign", "")).isEmpty();
        assertThat(ledger.on("2.73.0").find("organizations_retrieve", "auth-foreign", "")).map(Deviation::kind)
                .contains(Deviation.Kind.CHANGE);
    }

    @Test
    void whatIsInferredMayShowOnEveryVersion(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "deviations:\n- {id: x, kind: fault, "
                + "operations: [a], rule: r, shows: s, inferred: true, reason: t}\n");
        assertThat(Deviations.read(file).on("2.58.1").find("a", "r", "")).hasValueSatisfying(each -> {
            assertThat(each.evidence().inferred()).isTrue();
            assertThat(each.evidence().on("2.58.1")).isEqualTo(Evidence.Stand.UNKNOWN);
            assertThat(each.evidence()).hasToString("inferred from the source");
        });
    }

    @Test
    void saysWhatIsWrongWithALedger(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.yaml");
        refuses(file, "{id: x, kind: change, operations: '*', rule: r, shows: s, seen: [2.0], reason: t}",
                "mine.yaml, entry x: kind must be fault or document.");
        refuses(file, "{id: x, kind: fault, operations: [], rule: r, shows: s, seen: [2.0.0], reason: t}",
                "mine.yaml, entry x names no operations; a list of ids or \"*\" is wanted.");
        refuses(file, "{id: x, kind: fault, operation: [a]}",
                "mine.yaml, entry x has the unknown key operation.");
        refuses(file, "{id: x, kind: fault, operations: [a], rule: r, shows: s, reason: t}",
                "mine.yaml, entry x: \"seen\" names no version.");
        refuses(file,
                "{id: x, kind: fault, operations: [a], rule: r, shows: s, seen: [2.0], inferred: true, reason: t}",
                "mine.yaml, entry x: what was \"seen\" is not \"inferred\".");
        refuses(file, "{id: x, kind: fault, operations: [a], rule: r, shows: s, seen: [2.x], reason: t}",
                "mine.yaml, entry x: \"2.x\" is not a version; 2.58.1 is.");
        refuses(file, "{id: x, kind: fault, operations: [a], rule: r, shows: s, seen: [2.1.0], not-seen: [2.1.0]}",
                "mine.yaml, entry x: 2.1.0 stands under both \"seen\" and \"not-seen\".");
        refuses(file, "{id: x, kind: fault, sometimes: true, not-seen: [2.1.0]}",
                "mine.yaml, entry x shows now and then, so that \"not-seen\" tells nothing.");
        refuses(file, "{id: x, kind: fault, operations: [a], rule: r, shows: s, seen: [2.1.0], reason: t}\n"
                + "- {id: x, kind: fault, operations: [b], rule: r, shows: s, seen: [2.1.0], reason: t}",
                "The ledger has two entries of the id x.");
        Files.writeString(file, "nothing: 1\n");
        assertThatThrownBy(() -> Deviations.read(file))
                .hasMessage("mine.yaml is not a ledger: it has neither \"deviations\" nor \"changes\".");
    }

    private static void refuses(Path file, String entry, String message) throws IOException {
        Files.writeString(file, "deviations:\n- " + entry + "\n");
        assertThatThrownBy(() -> Deviations.read(file)).isInstanceOf(SpecException.class).hasMessage(message);
    }
}
