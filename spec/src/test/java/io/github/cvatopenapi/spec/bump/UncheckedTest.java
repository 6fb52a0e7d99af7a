package io.github.cvatopenapi.spec.bump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UncheckedTest {

    @TempDir
    private Path folder;

    @Test
    void namesWhatNoCheckIsAbout() throws IOException {
        Path checks = Files.writeString(folder.resolve("report.json"), """
                {"format": 1, "selected": false, "checks": [
                  {"operation": "things_list", "rule": "page-walk", "behaviour": "walks", "verdict": "pass",
                   "evidence": [{"request": "curl -i 'http://h/api/things?page=2'"}]},
                  {"operation": "things_list", "rule": "status-declared", "case": "200", "behaviour": "x",
                   "verdict": "pass"},
                  {"operation": "things_list", "rule": "filter-simple", "case": "state", "behaviour": "x",
                   "verdict": "skipped"},
                  {"operation": "things_create", "rule": "status-declared", "case": "201", "behaviour": "x",
                   "verdict": "fail"},
                  {"operation": "things_destroy", "rule": "x", "behaviour": "x", "verdict": "skipped"}
                ]}
                """);
        Unchecked unchecked = Unchecked.of(SampleDocument.contract(SampleDocument.text()), checks);

        assertThat(unchecked.unknown()).isEmpty();
        assertThat(unchecked.operations()).containsExactly("things_destroy");
        assertThat(unchecked.parameters()).containsExactly("things_list query state");
        assertThat(unchecked.statuses()).containsExactly("things_list 404", "things_create 201");
    }

    @Test
    void aSelectionSaysNothing() throws IOException {
        Path checks = Files.writeString(folder.resolve("report.json"), "{\"selected\": true, \"checks\": []}");

        assertThat(Unchecked.of(SampleDocument.contract(SampleDocument.text()), checks).unknown())
                .contains("a selection only");
    }
}
