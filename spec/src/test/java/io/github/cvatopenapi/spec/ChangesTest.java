package io.github.cvatopenapi.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTest {

    private static final String LEDGER = """
            changes:
            - id: guessed
              change: Something is otherwise.
              concerns: [readers, jar]
              seen: [2.73.0, 2.70.1]
              not-seen: [2.58.1]
              shows:
              - {operations: [projects_list], rule: filter-search, cases: [name], shows: nothing}
              - {operations: [tasks_list, jobs_list], rule: schema-body, shows: a null}
              reason: It was seen.
            - id: told
              change: Something is gone.
              concerns: [senders]
              since: '2.69'
              seen: [2.73.0]
              unmet: No check sends it.
              reason: The notes of the release say so.
            """;

    private final LedgerFile ledger = read(LEDGER);

    private static LedgerFile read(String text) {
        return LedgerFile.parse(Documents.parse(text, "mine.yaml"), "mine.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "2.58.1, false, false",
        "2.69.0, false, true",
        "2.70.0, false, true",
        "2.70.1, true, true",
        "2.80.0, true, true",
    })
    void areInForceFromTheVersionThatBroughtThemOrTheLowestWhereTheyWereSeen(String version, boolean guessed,
                                                                             boolean told) {
        Changes changes = new Changes(ledger.changes(), version);
        assertThat(changes.inForce("guessed")).isEqualTo(guessed);
        assertThat(changes.inForce("told")).isEqualTo(told);
    }

    @Test
    void aContractKnowsThoseOfItsVersion() {
        assertThat(Contract.of(document("2.58.1")).changes().inForce("foreign-403")).isFalse();
        assertThat(Contract.of(document("2.73.0")).changes().inForce("foreign-403")).isTrue();
        assertThat(Contract.of(document("2.59.0")).changes().inForce("plugins-removed")).isTrue();
        assertThatThrownBy(() -> Contract.load().changes().inForce("no-such")).hasMessageContaining("no-such");
    }

    private static Map<String, Object> document(String version) {
        return Map.of("info", Map.of("version", version));
    }

    @Test
    void areDeviationsFromAnOlderContractOnly() {
        List<Deviation> older = Deviations.of(ledger, "2.58.1").entries();
        assertThat(older).extracting(Deviation::id).containsExactly("guessed", "guessed");
        assertThat(older).extracting(Deviation::kind).containsOnly(Deviation.Kind.CHANGE);
        assertThat(older.get(0).covers("projects_list", "filter-search", "name")).isTrue();
        assertThat(older.get(0).covers("projects_list", "filter-search", "owner")).isFalse();
        assertThat(older.get(1).covers("jobs_list", "schema-body", "")).isTrue();
        assertThat(Deviations.of(ledger, "2.71.0").entries()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAChange() {
        refuses("", "mine.yaml, change guessed was not seen on 2.74.0, which should have it.",
                "not-seen: [2.58.1]", "not-seen: [2.74.0]");
        refuses("since: '2.71'", "mine.yaml, change guessed was seen on 2.70.1, before the version under \"since\".",
                "", "");
        refuses("", "mine.yaml, change guessed: concerns are senders, readers and jar, not all.", "readers, jar",
                "all");
        refuses("", "mine.yaml, change guessed says of nobody that it \"concerns\" them.", "readers, jar", "");
        refuses("",
                "mine.yaml, change told wants one of \"shows\", where checks meet it, and \"unmet\", why none does.",
                "  unmet: No check sends it.\n", "");
        refuses("unmet: 'No.'", "mine.yaml, change guessed wants one of \"shows\", where checks meet it, and \"unmet\","
                + " why none does.", "", "");
        refuses("versions: 1", "mine.yaml, change guessed has the unknown key versions.", "", "");
    }

    private static void refuses(String line, String message, String was, String is) {
        String text = LEDGER.replaceFirst("  concerns", line.isEmpty() ? "  concerns" : "  " + line + "\n  concerns");
        String changed = was.isEmpty() && is.isEmpty() ? text : text.replace(was, is);
        assertThatThrownBy(() -> read(changed)).isInstanceOf(SpecException.class).hasMessage(message);
    }
}
