package io.github.cvatopenapi.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.spec.recorded.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviationsTest {

    private final Deviations ledger = Deviations.packaged();

    @Test
    void everyEntryIsAboutAnOperation() {
        Recordings.assumeTheyAreOf(Contract.load().version());
        Set<String> known = Contract.load().operations().stream().map(Operation::id).collect(Collectors.toSet());
        known.add("GET /api/");
        assertThat(ledger.entries()).allSatisfy(each -> assertThat(known).as(each.id()).containsAll(each.operations()));
    }

    @Test
    void noTwoEntriesAreAboutTheSameCase() {
        assertThat(ledger.entries()).allSatisfy(entry -> assertThat(ledger.entries())
                .filteredOn(other -> other != entry && other.rule().equals(entry.rule())
                        && other.operations().stream().anyMatch(entry.operations()::contains)
                        && (other.cases().isEmpty() || entry.cases().stream().anyMatch(other.cases()::contains)))
                .as(entry.id()).isEmpty());
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
    void knowsOfWhichVersionsAnEntryIs() {
        assertThat(ledger.of("2.58.1").find("projects_create", "error-type", "array")).isPresent();
        assertThat(ledger.of("2.59.0").find("projects_create", "error-type", "array")).isEmpty();
        assertThat(ledger.of("2.59.0").find("assets_retrieve", "schema-media", "")).isPresent();
    }

    @Test
    void saysWhatIsWrongWithALedger(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.yaml");
        refuses(file, "{id: x, kind: bug, operations: '*', rule: r, seen: s, versions: '2', reason: t}",
                "mine.yaml, entry x: kind must be fault or document.");
        refuses(file, "{id: x, kind: fault, operations: [], rule: r, seen: s, versions: '2', reason: t}",
                "mine.yaml, entry x names no operations; a list of ids or \"*\" is wanted.");
        refuses(file, "{id: x, kind: fault, operation: [a]}",
                "mine.yaml, entry x has the unknown key operation.");
        Files.writeString(file, "nothing: 1\n");
        assertThatThrownBy(() -> Deviations.read(file))
                .hasMessage("mine.yaml is not a ledger: it has no \"deviations\".");
    }

    private static void refuses(Path file, String entry, String message) throws IOException {
        Files.writeString(file, "deviations:\n- " + entry + "\n");
        assertThatThrownBy(() -> Deviations.read(file)).isInstanceOf(SpecException.class).hasMessage(message);
    }
}
