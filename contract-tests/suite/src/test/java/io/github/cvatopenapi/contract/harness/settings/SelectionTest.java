package io.github.cvatopenapi.contract.harness.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.verdicts.SampleResults;
import io.github.cvatopenapi.spec.Contract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {

    private static final CheckId WALK = SampleResults.id(Rule.PAGE_WALK, "next");

    private static List<String> list(String values) {
        return values == null ? List.of() : List.of(values.split(" "));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "-,                    -,             true",
        "projects,             -,             true",
        "PROJECTS,             -,             true",
        "tasks,                -,             false",
        "tasks projects,       -,             true",
        "projects_list,        -,             true",
        "page,                 -,             true",
        "projects filter,      -,             false",
        "projects filter page, -,             true",
        "page-walk,            -,             true",
        "page-size,            -,             false",
        "-,                    page,          false",
        "projects,             projects_list, false",
        "projects,             page-size,     true"})
    void kindsNarrowEachOtherAndExclusionWins(String include, String exclude, boolean runs) {
        assertThat(new Selection(list(include), list(exclude)).includes(WALK, Contract.load())).isEqualTo(runs);
    }

    @Test
    void theFamilySchemaIsNamedInCapitalsAndTheTagInSmallLetters() {
        CheckId body = SampleResults.id(Rule.SCHEMA_BODY, "");
        assertThat(new Selection(List.of(), List.of("SCHEMA")).includes(body, Contract.load())).isFalse();
        assertThat(new Selection(List.of(), List.of("schema")).includes(body, Contract.load())).isTrue();
    }

    @Test
    void aNameThatNothingHasIsFound() {
        assertThat(new Selection(List.of("projects", "projcts"), List.of()).unknown(Contract.load()))
                .contains("projcts");
        assertThat(new Selection(List.of("projects"), List.of("rate")).unknown(Contract.load())).isEmpty();
    }
}
