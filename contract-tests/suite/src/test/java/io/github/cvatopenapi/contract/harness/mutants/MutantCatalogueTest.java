package io.github.cvatopenapi.contract.harness.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The catalogue of mutants says what the mutants are. Written anew by {@code -Dmutants.catalogue=write}.
 */
class MutantCatalogueTest {

    private static final Path CATALOGUE = Path.of("docs", "mutants.md");

    @Test
    void theCatalogueNamesEveryMutantAndWhatSeesIt() throws IOException {
        if ("write".equals(System.getProperty("mutants.catalogue"))) {
            Files.writeString(CATALOGUE, catalogue());
        }
        assertThat(Files.readString(CATALOGUE))
                .as("to write it anew: -Dmutants.catalogue=write -Dtest=MutantCatalogueTest").isEqualTo(catalogue());
    }

    /** What a line of the catalogue says is one mutant. */
    @Test
    void noTwoMutantsAreTheSame() {
        assertThat(Mutants.ALL.stream().map(Mutant::toString)).doesNotHaveDuplicates();
    }

    private static String catalogue() {
        StringBuilder text = new StringBuilder("""
                # What the suite is known to see

                Each line is an embedded instance that is broken on purpose, the operation whose checks must say so,
                and the rule by which they do. No other rule may fail, but for those that cannot but fail with it, in
                brackets.
                `MutantsTest` runs them all, and `MutantCatalogueTest` holds this page to them.
                """);
        for (Map.Entry<String, List<Mutant>> group : Mutants.GROUPS.entrySet()) {
            text.append("\n## ").append(group.getKey()).append("\n\n| broken | operation | seen by |\n|---|---|---|\n");
            group.getValue().forEach(mutant -> text.append("| ").append(mutant.what()).append(" | `")
                    .append(mutant.operation()).append("` | ").append(rules(mutant)).append(" |\n"));
        }
        return text.toString();
    }

    private static String rules(Mutant mutant) {
        String also = mutant.also().stream().map(Rule::id).sorted().collect(Collectors.joining(", "));
        return Stream.of(mutant.rule().id(), also.isEmpty() ? "" : "(" + also + ")").filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
