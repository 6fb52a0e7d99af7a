package io.github.cvatopenapi.contract.harness.verdicts;

import static io.github.cvatopenapi.contract.harness.rules.Rule.ERROR_QUERY_BOUNDS;
import static io.github.cvatopenapi.spec.Deviation.Kind.CHANGE;
import static io.github.cvatopenapi.spec.Deviation.Kind.DOCUMENT;
import static io.github.cvatopenapi.spec.Deviation.Kind.FAULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.spec.Deviation;
import io.github.cvatopenapi.spec.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static Judge live(Deviation... deviations) {
        return SampleResults.judge(false, name -> Optional.of(name.equals("holds")), deviations);
    }

    @Test
    void aFailureThatTheLedgerNamesIsExcused() {
        Judge judge = live(SampleResults.deviation(FAULT, ERROR_QUERY_BOUNDS, "", "page: abc"));
        assertThat(judge.excuse(SampleResults.id(ERROR_QUERY_BOUNDS, "page: abc"))).isPresent();
        assertThat(judge.excuse(SampleResults.id(ERROR_QUERY_BOUNDS, "page: 0"))).isEmpty();
        assertThat(judge.excuse(SampleResults.id(Rule.PAGE_SIZE, "page: abc"))).isEmpty();
    }

    @Test
    void aFaultIsNeverExcusedOnTheEmbeddedInstance() {
        Judge embedded = SampleResults.judge(true, SampleResults.NO_CONDITIONS,
                SampleResults.deviation(FAULT, ERROR_QUERY_BOUNDS, ""));
        assertThat(embedded.excuse(SampleResults.id(ERROR_QUERY_BOUNDS, "page: abc"))).isEmpty();
        assertThat(embedded.judged(List.of(SampleResults.result(ERROR_QUERY_BOUNDS, "page: abc", Verdict.PASS))).get(0)
                .verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aDocumentThatIsContradictedIsExcusedOnBoth() {
        Judge embedded = SampleResults.judge(true, SampleResults.NO_CONDITIONS,
                SampleResults.deviation(DOCUMENT, ERROR_QUERY_BOUNDS, ""));
        assertThat(embedded.excuse(SampleResults.id(ERROR_QUERY_BOUNDS, "page: abc"))).isPresent();
    }

    @Test
    void whatDoesNotShowInAnyOfItsCasesIsGone() {
        Judge judge = live(SampleResults.deviation(FAULT, ERROR_QUERY_BOUNDS, "", "a", "b"));
        List<CheckResult> judged = judge.judged(List.of(SampleResults.result(ERROR_QUERY_BOUNDS, "a", Verdict.PASS),
                SampleResults.result(ERROR_QUERY_BOUNDS, "b", Verdict.PASS),
                SampleResults.result(ERROR_QUERY_BOUNDS, "c", Verdict.PASS)));
        assertThat(judged).extracting(CheckResult::verdict).containsExactly(Verdict.GONE, Verdict.GONE, Verdict.PASS);
        assertThat(judged.get(0).deviation()).isEqualTo("known-thing");
    }

    @Test
    void whatStillShowsInOneOfItsCasesIsNotGone() {
        Judge judge = live(SampleResults.deviation(FAULT, ERROR_QUERY_BOUNDS, "", "a", "b"));
        List<CheckResult> judged = judge.judged(List.of(SampleResults.result(ERROR_QUERY_BOUNDS, "a", Verdict.PASS),
                SampleResults.result(ERROR_QUERY_BOUNDS, "b", Verdict.KNOWN)));
        assertThat(judged).extracting(CheckResult::verdict).containsExactly(Verdict.PASS, Verdict.KNOWN);
    }

    @Test
    void whatDidNotRunInEveryCaseIsNotGone() {
        Judge judge = live(SampleResults.deviation(FAULT, ERROR_QUERY_BOUNDS, "", "a", "b"));
        assertThat(judge.judged(List.of(SampleResults.result(ERROR_QUERY_BOUNDS, "a", Verdict.PASS))).get(0).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(judge.judged(List.of(SampleResults.result(ERROR_QUERY_BOUNDS, "a", Verdict.PASS),
                SampleResults.result(ERROR_QUERY_BOUNDS, "b", Verdict.SKIPPED)))).extracting(CheckResult::verdict)
                .containsExactly(Verdict.PASS, Verdict.SKIPPED);
    }

    @Test
    void aConditionMustHoldForBoth() {
        Judge judge = live(SampleResults.deviation(FAULT, ERROR_QUERY_BOUNDS, "does not hold"));
        assertThat(judge.excuse(SampleResults.id(ERROR_QUERY_BOUNDS, "a"))).isEmpty();
        assertThat(judge.judged(List.of(SampleResults.result(ERROR_QUERY_BOUNDS, "a", Verdict.PASS))).get(0).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(live(SampleResults.deviation(FAULT, ERROR_QUERY_BOUNDS, "holds")).judged(
                List.of(SampleResults.result(ERROR_QUERY_BOUNDS, "a", Verdict.PASS))).get(0).verdict())
                .isEqualTo(Verdict.GONE);
    }

    @Test
    void aConditionThatIsNotKnownExcusesAndIsNeverGone() {
        Judge judge = SampleResults.judge(false, SampleResults.NO_CONDITIONS,
                SampleResults.deviation(FAULT, ERROR_QUERY_BOUNDS, "unknown"));
        assertThat(judge.excuse(SampleResults.id(ERROR_QUERY_BOUNDS, "a"))).isPresent();
        assertThat(judge.judged(List.of(SampleResults.result(ERROR_QUERY_BOUNDS, "a", Verdict.PASS))).get(0).verdict())
                .isEqualTo(Verdict.PASS);
    }

    private static Judge on(String version, boolean sometimes, Deviation deviation) {
        return new Judge(List.of(new Deviation(deviation.id(), deviation.kind(), deviation.operations(),
                deviation.rule(), deviation.cases(), deviation.shows(), deviation.evidence(), sometimes,
                deviation.condition(), deviation.reason())), version, false, SampleResults.NO_CONDITIONS);
    }

    private static Verdict whereItPasses(Judge judge) {
        return judge.judged(List.of(SampleResults.result(ERROR_QUERY_BOUNDS, "a", Verdict.PASS))).get(0).verdict();
    }

    @Test
    void aVersionDecidesWhetherItMustShowMustNotOrMay() {
        Deviation fault = SampleResults.deviation(FAULT, ERROR_QUERY_BOUNDS, "");
        CheckId check = SampleResults.id(ERROR_QUERY_BOUNDS, "a");
        Judge seen = on(SampleResults.VERSION, false, fault);
        assertThat(seen.excuse(check)).isPresent();
        assertThat(whereItPasses(seen)).isEqualTo(Verdict.GONE);
        Judge lookedForInVain = on("1.0.0", false, fault);
        assertThat(lookedForInVain.excuse(check)).isEmpty();
        assertThat(whereItPasses(lookedForInVain)).isEqualTo(Verdict.PASS);
        Judge unknown = on("3.1.0", false, fault);
        assertThat(unknown.excuse(check)).isPresent();
        assertThat(whereItPasses(unknown)).isEqualTo(Verdict.PASS);
    }

    @Test
    void aNoteTellsWhatDoesNotShowWhereNobodyHasLooked() {
        Judge unknown = on("3.1.0", false, SampleResults.deviation(FAULT, ERROR_QUERY_BOUNDS, ""));
        CheckResult passed = SampleResults.result(ERROR_QUERY_BOUNDS, "a", Verdict.PASS);
        assertThat(unknown.notes(List.of(passed), true)).containsExactly(
                "What other versions were seen to do wrong no longer shows on 3.1.0: known-thing.");
        assertThat(unknown.notes(List.of(passed.with(Verdict.KNOWN, "because", "known-thing")), true)).isEmpty();
        assertThat(unknown.notes(List.of(passed.with(Verdict.SKIPPED, "because", "")), true)).isEmpty();
        assertThat(unknown.notes(List.of(passed), false)).as("not all was tried").isEmpty();
        assertThat(on(SampleResults.VERSION, false, SampleResults.deviation(FAULT, ERROR_QUERY_BOUNDS, ""))
                .notes(List.of(passed), true)).isEmpty();
    }

    @Test
    void whatIsInferredExcusesEverywhereAndIsNeverGone() {
        Deviation fault = SampleResults.deviation(FAULT, ERROR_QUERY_BOUNDS, "");
        Judge judge = live(new Deviation(fault.id(), fault.kind(), fault.operations(), fault.rule(), fault.cases(),
                fault.shows(), new Evidence(Set.of(), Set.of()), false, "", fault.reason()));
        assertThat(judge.excuse(SampleResults.id(ERROR_QUERY_BOUNDS, "a"))).isPresent();
        assertThat(whereItPasses(judge)).isEqualTo(Verdict.PASS);
        assertThat(judge.notes(List.of(SampleResults.result(ERROR_QUERY_BOUNDS, "a", Verdict.PASS)), true))
                .containsExactly("What was inferred from the source does not show on 2.58.1: known-thing.");
    }

    @Test
    void aNoteTellsEachChangeThatShows() {
        Judge judge = live(SampleResults.deviation(CHANGE, ERROR_QUERY_BOUNDS, ""));
        CheckResult known = SampleResults.result(ERROR_QUERY_BOUNDS, "a", Verdict.KNOWN);
        assertThat(judge.notes(List.of(known.with(Verdict.KNOWN, "because", "known-thing")), true))
                .containsExactly("Changed in 2.58.1 (known-thing, 1 check): It is so.");
        assertThat(judge.notes(List.of(known.with(Verdict.PASS, "", "")), true)).isEmpty();
    }

    @Test
    void whatShowsNowAndThenIsNeverGone() {
        Judge judge = on(SampleResults.VERSION, true, SampleResults.deviation(FAULT, ERROR_QUERY_BOUNDS, ""));
        assertThat(judge.excuse(SampleResults.id(ERROR_QUERY_BOUNDS, "a"))).isPresent();
        assertThat(whereItPasses(judge)).isEqualTo(Verdict.PASS);
    }

    @Test
    void aChangeOfNewerServersIsNoExcuseForTheEmbeddedInstance() {
        Deviation change = SampleResults.deviation(CHANGE, ERROR_QUERY_BOUNDS, "");
        CheckId check = SampleResults.id(ERROR_QUERY_BOUNDS, "a");
        assertThat(live(change).excuse(check)).isPresent();
        assertThat(SampleResults.judge(true, SampleResults.NO_CONDITIONS, change).excuse(check)).isEmpty();
    }
}
