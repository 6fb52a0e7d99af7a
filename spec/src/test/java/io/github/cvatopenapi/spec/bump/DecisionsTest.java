package io.github.cvatopenapi.spec.bump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.spec.SpecException;
import io.github.cvatopenapi.spec.bump.Decisions.Replacement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionsTest {

    @TempDir
    private Path folder;

    private Decisions read(String text) throws IOException {
        return Decisions.read(Files.writeString(folder.resolve("decisions.yaml"), text));
    }

    @Test
    void dropsAndReplacesEachWithItsReason() throws IOException {
        Decisions decisions = read("""
                decisions:
                - drop: one
                  reason: It is gone.
                - replace: two
                  target: $.components.schemas.Two
                  matches: 2
                  reason: It has moved.
                """).and(Decisions.drop(List.of("three")));

        assertThat(decisions.drops()).containsEntry("one", "It is gone.").containsEntry("three", "");
        assertThat(decisions.replacements())
                .containsExactly(new Replacement("two", "$.components.schemas.Two", 2, "It has moved."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            drops: []                                          | holds no decisions: it has no list "decisions".
            decisions: [{drop: a}]                             | , decision on a has no reason.
            decisions: [{drop: a, reason: b, why: c}]          | , decision on a has the unknown key why.
            decisions: [{reason: b}]                           | : each decision must either drop or replace an entry
            decisions: [{add: a.yaml, reason: b}]              | , decision on a.yaml has no action with a target
            decisions: [{replace: a, reason: b}]               | , decision on a has no target
            decisions: [{replace: a, target: b, reason: c}]    | , decision on a has no target
            """)
    void saysWhatIsWrongWithAFile(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(SpecException.class)
                .hasMessageStartingWith("decisions.yaml").hasMessageContaining(message);
    }
}
