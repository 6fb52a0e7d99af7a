package io.github.cvatopenapi.contract.harness.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Experiment;
import io.github.cvatopenapi.contract.harness.verdicts.CheckResult;
import io.github.cvatopenapi.contract.harness.verdicts.Outcome;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The suite on instances that are broken on purpose: it must say so, by the rule that is broken, and nothing else. */
class MutantsTest {

    private static final int AT_ONCE = 2;

    /** A pattern of the names of the mutants that run; all by default. For writing new ones. */
    private static final String ONLY = System.getProperty("mutants", ".*");

    private static final Map<Mutant, Future<Outcome>> RUNS = new LinkedHashMap<>();
    private static ExecutorService executor;

    private static Stream<Mutant> mutants() {
        return Mutants.ALL.stream().filter(mutant -> mutant.toString().matches(ONLY));
    }

    @BeforeAll
    static void begin() {
        executor = Executors.newFixedThreadPool(AT_ONCE);
        mutants().forEach(mutant -> RUNS.put(mutant,
                executor.submit(() -> Experiment.run(mutant.broken(), mutant.operations(), mutant.timeout()))));
    }

    @AfterAll
    static void end() {
        executor.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> everyMutantIsCaughtByItsRuleAlone() {
        return mutants().map(mutant -> DynamicTest.dynamicTest(mutant.toString(),
                () -> caught(mutant, RUNS.get(mutant).get())));
    }

    private static void caught(Mutant mutant, Outcome outcome) {
        String seen = outcome.bad().stream().map(MutantsTest::line).collect(Collectors.joining("\n"));
        assertThat(outcome.ended()).as(seen).isEmpty();
        assertThat(outcome.bad()).as("faults of the suite in\n%s", seen).extracting(CheckResult::verdict)
                .doesNotContain(Verdict.ERROR);
        assertThat(outcome.bad()).as("the rule %s fails for %s:\n%s", mutant.rule().id(), mutant.operation(), seen)
                .filteredOn(each -> each.verdict() == Verdict.FAIL && each.id().rule() == mutant.rule()
                        && each.id().operation().id().equals(mutant.operation())).isNotEmpty();
        Set<Rule> expected = new TreeSet<>(mutant.also());
        expected.add(mutant.rule());
        Set<Rule> failing = outcome.bad().stream().map(each -> each.id().rule())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(failing).as("all rules that fail:\n%s", seen).isEqualTo(expected);
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    private static String line(CheckResult result) {
        return "  " + result.verdict() + " " + result.id().rule().id() + " " + result.id().displayName() + ": "
                + result.reason();
    }

    /** The same checks on an instance that is not broken: otherwise a failure would say nothing. */
    @Test
    void nothingFailsWhereNothingIsBroken() {
        Set<String> operations = mutants().flatMap(mutant -> mutant.operations().stream()).collect(Collectors.toSet());
        Outcome outcome = Experiment.run(null, operations, Duration.ofSeconds(60));
        assertThat(outcome.bad().stream().map(MutantsTest::line)).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.results()).extracting(result -> result.id().operation().id()).containsAll(operations);
    }

    @Test
    void everyTagHasAMutant() {
        Contract contract = Contract.load();
        assertThat(Mutants.ALL.stream().map(mutant -> contract.operation(mutant.operation()).tag())
                .collect(Collectors.toSet()))
                .isEqualTo(contract.operations().stream().map(Operation::tag).collect(Collectors.toSet()));
        assertThat(Mutants.ALL).hasSizeGreaterThanOrEqualTo(40);
    }
}
