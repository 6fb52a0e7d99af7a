package io.github.cvatopenapi.contract.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.contract.harness.rules.Family;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.settings.Selection;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a quick run checks of all that there is. */
class QuickPlanTest {

    private static final Set<Rule> BOUNDS = Set.of(Rule.ERROR_BODY_BOUNDS, Rule.ERROR_QUERY_BOUNDS);

    private static List<CheckId> whole;
    private static List<CheckId> quick;

    @BeforeAll
    static void plan() {
        whole = plan(Selection.all());
        quick = plan(new Selection(List.of(), List.of(), true));
    }

    private static List<CheckId> plan(Selection selection) {
        try (Run run = Run.open(Settings.embedded().select(selection))) {
            return new Launch(run).plan();
        }
    }

    private static <T> Set<T> all(List<CheckId> checks, Function<CheckId, T> of) {
        return checks.stream().map(of).collect(Collectors.toSet());
    }

    @Test
    void everyOperationIsCheckedInEveryFamily() {
        assertThat(all(quick, each -> List.of(each.operation().id(), each.rule().family())))
                .containsAll(all(whole.stream().filter(each -> each.rule().family() != Family.CLIENT).toList(),
                        each -> List.of(each.operation().id(), each.rule().family())));
    }

    @Test
    void everyRuleIsChecked() {
        assertThat(all(quick, CheckId::rule)).isEqualTo(all(whole, CheckId::rule));
    }

    @Test
    void ofTheBoundsEachKindOfValueIsSentOnce() {
        Set<Object> kinds = new HashSet<>();
        whole.stream().filter(each -> BOUNDS.contains(each.rule())).forEach(each -> kinds.add(kind(each)));
        assertThat(quick).filteredOn(each -> BOUNDS.contains(each.rule())).extracting(QuickPlanTest::kind)
                .containsAll(kinds);
        assertThat(kinds).hasSizeGreaterThan(40);
    }

    private static Object kind(CheckId check) {
        return List.of(check.rule(), check.caseName().substring(check.caseName().indexOf(": ") + 2));
    }

    @Test
    void theChoiceIsTheSameEveryTime() {
        assertThat(quick).extracting(CheckId::key)
                .containsExactlyElementsOf(plan(new Selection(List.of(), List.of(), true)).stream().map(CheckId::key)
                        .toList());
    }

    @Test
    void itIsAQuarterOfTheWhole() {
        assertThat(quick).hasSizeLessThanOrEqualTo(whole.size() / 4);
    }
}
