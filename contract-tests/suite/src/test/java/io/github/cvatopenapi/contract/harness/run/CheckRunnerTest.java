package io.github.cvatopenapi.contract.harness.run;

import static io.github.cvatopenapi.contract.harness.rules.Rule.ERROR_MISSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.contract.harness.settings.Selection;
import io.github.cvatopenapi.contract.harness.verdicts.CheckResult;
import io.github.cvatopenapi.contract.harness.verdicts.Judge;
import io.github.cvatopenapi.contract.harness.verdicts.SampleResults;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Deviation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class CheckRunnerTest {

    private final CheckRunner checks = checks(SampleResults.judge(false, SampleResults.NO_CONDITIONS,
            SampleResults.deviation(Deviation.Kind.DOCUMENT, ERROR_MISSING, "", "known")));

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

    @Test
    void whileListingNothingRuns() {
        checks.listing(true);
        checks.run(SampleResults.id(ERROR_MISSING, ""), () -> {
            throw new AssertionError("it ran");
        });
        assertThat(checks.planned()).containsExactly(SampleResults.id(ERROR_MISSING, ""));
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
