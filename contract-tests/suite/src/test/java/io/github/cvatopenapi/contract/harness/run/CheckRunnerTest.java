package io.github.cvatopenapi.contract.harness.run;

import static io.github.cvatopenapi.contract.harness.rules.Rule.ERROR_MISSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.contract.harness.http.Exchange;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.settings.Selection;
import io.github.cvatopenapi.contract.harness.verdicts.CheckResult;
import io.github.cvatopenapi.contract.harness.verdicts.Judge;
import io.github.cvatopenapi.contract.harness.verdicts.SampleResults;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Deviation;
import io.github.cvatopenapi.spec.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class CheckRunnerTest {

    private static final Deviation LIST_WHILE_REMOVED = new Deviation("list-while-removed", Deviation.Kind.FAULT,
            Set.of("tasks_list"), Rule.PAGE_MEANWHILE.id(), List.of(), "500",
            new Evidence(Set.of(SampleResults.VERSION), Set.of()), true, "", "It is so.");

    private final CheckRunner checks = checks(SampleResults.judge(false, SampleResults.NO_CONDITIONS,
            SampleResults.deviation(Deviation.Kind.DOCUMENT, ERROR_MISSING, "", "known"), LIST_WHILE_REMOVED));

    private static CheckRunner checks(Judge judge) {
        return new CheckRunner(Contract.load(), Selection.all(), judge, new ExchangeLog());
    }

    private CheckResult only() {
        assertThat(checks.judged()).hasSize(1);
        return checks.judged().get(0);
    }

    @Test
    void whatReturnsPasses() {
        checks.run(SampleResults.id(ERROR_MISSING, ""), () -> { });
        assertThat(only().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void anAssertionFailsAndIsThrownOn() {
        assertThatThrownBy(() -> checks.run(SampleResults.id(ERROR_MISSING, ""), () -> {
            throw new AssertionError("it answered 200");
        })).isInstanceOf(AssertionError.class).hasMessage("it answered 200");
        assertThat(only().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(only().reason()).isEqualTo("it answered 200");
    }

    @Test
    void aKnownDeviationIsReportedAndNotThrown() {
        checks.run(SampleResults.id(ERROR_MISSING, "known"), () -> {
            throw new AssertionError("it answered 200");
        });
        assertThat(only().verdict()).isEqualTo(Verdict.KNOWN);
        assertThat(only().deviation()).isEqualTo("known-thing");
    }

    @Test
    void whatIsAbortedIsSkippedWithItsReason() {
        assertThatThrownBy(() -> checks.run(SampleResults.id(ERROR_MISSING, ""), () -> {
            throw new TestAbortedException("needs a second account");
        })).isInstanceOf(TestAbortedException.class);
        assertThat(only().verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(only().reason()).isEqualTo("needs a second account");
    }

    @Test
    void aFaultOfTheSuiteIsAnErrorAndNotTheServers() {
        assertThatThrownBy(() -> checks.run(SampleResults.id(ERROR_MISSING, "known"), () -> {
            throw new IllegalStateException("broken check");
        })).isInstanceOf(AssertionError.class);
        assertThat(only().verdict()).isEqualTo(Verdict.ERROR);
        assertThat(only().reason()).contains("IllegalStateException: broken check");
    }

    /** A body that fails the first time only, after a call that was answered so. */
    private CheckRunner.Body once(String operation, int status) {
        AtomicInteger attempts = new AtomicInteger();
        return () -> {
            if (attempts.incrementAndGet() == 1) {
                checks.exchanged(new Exchange(Contract.load().operation(operation), "GET", "/api/x", "main", Map.of(),
                        null, status, Map.of(), null, 1, List.of(), List.of()), null);
                throw new AssertionError("it answered " + status);
            }
        };
    }

    private CheckResult again(CheckRunner.Body body) {
        checks.together(true);
        assertThatThrownBy(() -> checks.run(SampleResults.id(ERROR_MISSING, ""), body))
                .isInstanceOf(AssertionError.class);
        checks.together(false);
        checks.again();
        return only();
    }

    @Test
    void whatFailsAgainAloneIsAFailure() {
        CheckResult result = again(() -> {
            throw new AssertionError("it answered 500");
        });
        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.reason()).isEqualTo("it answered 500");
    }

    @Test
    void whatDoesNotComeAgainIsToldAsThat() {
        CheckResult result = again(once("projects_list", 500));
        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.reason()).isEqualTo("1 of 2 attempts: it answered 500");
    }

    @Test
    void aListThatStumbledIsKnownWhereItIsKnownToAndFails() {
        CheckResult result = again(once("tasks_list", 500));
        assertThat(result.verdict()).isEqualTo(Verdict.KNOWN);
        assertThat(result.deviation()).isEqualTo("list-while-removed");
        assertThat(result.reason()).isEqualTo("1 of 2 attempts: it answered 500");
    }

    @Test
    void aListThatWasWrongOtherwiseDidNotStumble() {
        assertThat(again(once("tasks_list", 404)).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void whileListingNothingRuns() {
        checks.listing(true);
        checks.run(SampleResults.id(ERROR_MISSING, ""), () -> {
            throw new AssertionError("it ran");
        });
        assertThat(checks.planned().list()).containsExactly(SampleResults.id(ERROR_MISSING, ""));
        assertThat(checks.judged()).isEmpty();
    }

    @Test
    void afterTheEndNothingRuns() {
        checks.end("the server is gone");
        checks.end("something later");
        assertThatThrownBy(() -> checks.run(SampleResults.id(ERROR_MISSING, ""), () -> {
            throw new AssertionError("it ran");
        })).isInstanceOf(TestAbortedException.class);
        assertThat(only().verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(only().reason()).isEqualTo("the run ended early: the server is gone");
    }

    @Test
    void whatIsNotSelectedLeavesNoResult() {
        CheckRunner few = new CheckRunner(Contract.load(), new Selection(List.of("tasks"), List.of()),
                SampleResults.judge(false, SampleResults.NO_CONDITIONS), new ExchangeLog());
        assertThatThrownBy(() -> few.run(SampleResults.id(ERROR_MISSING, ""), () -> { }))
                .isInstanceOf(TestAbortedException.class);
        assertThat(few.judged()).isEmpty();
    }
}
