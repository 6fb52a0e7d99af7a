package io.github.cvatopenapi.contract.harness.verdicts;

import static io.github.cvatopenapi.contract.harness.rules.Rule.ERROR_QUERY_BOUNDS;
import static io.github.cvatopenapi.spec.Deviation.Kind.DOCUMENT;
import static io.github.cvatopenapi.spec.Deviation.Kind.FAULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.spec.Deviation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static Judge live(Deviation... deviations) {
        return new Judge(List.of(deviations), false, name -> Optional.of(name.equals("holds")));
    }

    @Test
    void aFailureThatTheLedgerNamesIsExcused() {
        Judge judge = live(Small.deviation(FAULT, ERROR_QUERY_BOUNDS, "", "page: abc"));
        assertThat(judge.excuse(Small.id(ERROR_QUERY_BOUNDS, "page: abc"))).isPresent();
        assertThat(judge.excuse(Small.id(ERROR_QUERY_BOUNDS, "page: 0"))).isEmpty();
        assertThat(judge.excuse(Small.id(Rule.PAGE_SIZE, "page: abc"))).isEmpty();
    }

    @Test
    void aFaultIsNeverExcusedOnTheEmbeddedInstance() {
        Judge embedded = new Judge(List.of(Small.deviation(FAULT, ERROR_QUERY_BOUNDS, "")), true, Small.NO_CONDITIONS);
        assertThat(embedded.excuse(Small.id(ERROR_QUERY_BOUNDS, "page: abc"))).isEmpty();
        assertThat(embedded.judged(List.of(Small.result(ERROR_QUERY_BOUNDS, "page: abc", Verdict.PASS))).get(0)
                .verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aDocumentThatIsContradictedIsExcusedOnBoth() {
        Judge embedded = new Judge(List.of(Small.deviation(DOCUMENT, ERROR_QUERY_BOUNDS, "")), true,
                Small.NO_CONDITIONS);
        assertThat(embedded.excuse(Small.id(ERROR_QUERY_BOUNDS, "page: abc"))).isPresent();
    }

    @Test
    void whatDoesNotShowInAnyOfItsCasesIsGone() {
        Judge judge = live(Small.deviation(FAULT, ERROR_QUERY_BOUNDS, "", "a", "b"));
        List<CheckResult> judged = judge.judged(List.of(Small.result(ERROR_QUERY_BOUNDS, "a", Verdict.PASS),
                Small.result(ERROR_QUERY_BOUNDS, "b", Verdict.PASS),
                Small.result(ERROR_QUERY_BOUNDS, "c", Verdict.PASS)));
        assertThat(judged).extracting(CheckResult::verdict).containsExactly(Verdict.GONE, Verdict.GONE, Verdict.PASS);
        assertThat(judged.get(0).deviation()).isEqualTo("known-thing");
    }

    @Test
    void whatStillShowsInOneOfItsCasesIsNotGone() {
        Judge judge = live(Small.deviation(FAULT, ERROR_QUERY_BOUNDS, "", "a", "b"));
        List<CheckResult> judged = judge.judged(List.of(Small.result(ERROR_QUERY_BOUNDS, "a", Verdict.PASS),
                Small.result(ERROR_QUERY_BOUNDS, "b", Verdict.KNOWN)));
        assertThat(judged).extracting(CheckResult::verdict).containsExactly(Verdict.PASS, Verdict.KNOWN);
    }

    @Test
    void whatDidNotRunInEveryCaseIsNotGone() {
        Judge judge = live(Small.deviation(FAULT, ERROR_QUERY_BOUNDS, "", "a", "b"));
        assertThat(judge.judged(List.of(Small.result(ERROR_QUERY_BOUNDS, "a", Verdict.PASS))).get(0).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(judge.judged(List.of(Small.result(ERROR_QUERY_BOUNDS, "a", Verdict.PASS),
                Small.result(ERROR_QUERY_BOUNDS, "b", Verdict.SKIPPED)))).extracting(CheckResult::verdict)
                .containsExactly(Verdict.PASS, Verdict.SKIPPED);
    }

    @Test
    void aConditionMustHoldForBoth() {
        Judge judge = live(Small.deviation(FAULT, ERROR_QUERY_BOUNDS, "does not hold"));
        assertThat(judge.excuse(Small.id(ERROR_QUERY_BOUNDS, "a"))).isEmpty();
        assertThat(judge.judged(List.of(Small.result(ERROR_QUERY_BOUNDS, "a", Verdict.PASS))).get(0).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(live(Small.deviation(FAULT, ERROR_QUERY_BOUNDS, "holds")).judged(
                List.of(Small.result(ERROR_QUERY_BOUNDS, "a", Verdict.PASS))).get(0).verdict()).isEqualTo(Verdict.GONE);
    }

    @Test
    void aConditionThatIsNotKnownExcusesAndIsNeverGone() {
        Judge judge = new Judge(List.of(Small.deviation(FAULT, ERROR_QUERY_BOUNDS, "unknown")), false,
                Small.NO_CONDITIONS);
        assertThat(judge.excuse(Small.id(ERROR_QUERY_BOUNDS, "a"))).isPresent();
        assertThat(judge.judged(List.of(Small.result(ERROR_QUERY_BOUNDS, "a", Verdict.PASS))).get(0).verdict())
                .isEqualTo(Verdict.PASS);
    }
}
