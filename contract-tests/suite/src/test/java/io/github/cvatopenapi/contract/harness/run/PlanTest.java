package io.github.cvatopenapi.contract.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Deviation;
import io.github.cvatopenapi.spec.Deviations;
import io.github.cvatopenapi.spec.Operation;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the suite would check: whether that is everything, and whether the ledger speaks of it. */
class PlanTest {

    /** What the document alone brings for an operation, without a word on how it is called rightly. */
    private static final Set<Rule> BROUGHT_BY_THE_DOCUMENT = EnumSet.of(Rule.AUTH_ANONYMOUS,
            Rule.AUTH_WRONG, Rule.AUTH_OPEN, Rule.ERROR_METHOD, Rule.ERROR_MISSING, Rule.ERROR_PATH_BOUNDS,
            Rule.ORG_UNKNOWN, Rule.HEADER_ALLOW);

    /** What every exchange is held to; no single check plans them. */
    private static final Set<Rule> CLOSING = EnumSet.of(Rule.STATUS_DECLARED, Rule.SCHEMA_STATUS,
            Rule.SCHEMA_MEDIA, Rule.SCHEMA_BODY, Rule.SCHEMA_MODEL, Rule.HEADER_SECURITY, Rule.HEADER_LOCATION);

    private static List<CheckId> plan;

    @BeforeAll
    static void find() {
        try (Run run = Run.open(Settings.embedded())) {
            plan = new Launch(run).plan();
        }
    }

    @Test
    void everyOperationIsCalledRightlyBySomeCheck() {
        Set<String> checked = plan.stream().filter(id -> !BROUGHT_BY_THE_DOCUMENT.contains(id.rule()))
                .map(id -> id.operation().id()).collect(Collectors.toSet());
        assertThat(Contract.load().operations()).extracting(Operation::id).isSubsetOf(checked);
    }

    @Test
    void everyRuleOfTheCatalogueHasChecks() {
        Set<Rule> rules = plan.stream().map(CheckId::rule).collect(Collectors.toCollection(TreeSet::new));
        rules.addAll(CLOSING);
        assertThat(EnumSet.allOf(Rule.class)).isEqualTo(EnumSet.copyOf(rules));
    }

    @Test
    void noTwoChecksAreTheSame() {
        Set<String> keys = new HashSet<>();
        assertThat(plan.stream().map(CheckId::key).filter(key -> !keys.add(key))).isEmpty();
    }

    @Test
    void theLedgerNamesOperationsAndRulesThatThereAre() {
        Set<String> operations = Contract.load().operations().stream().map(Operation::id).collect(Collectors.toSet());
        for (Deviation deviation : Deviations.packaged().entries()) {
            assertThat(Rule.of(deviation.rule())).as(deviation.id()).isPresent();
            assertThat(deviation.operations()).as(deviation.id()).allMatch(id ->
                    id.contains("/") || operations.contains(id));
        }
    }

    /**
     * A deviation that no check looks at could neither be seen nor be found gone. One of all operations is looked at
     * somewhere.
     */
    @Test
    void everyKnownDeviationIsLookedAtOnEachOfItsOperations() {
        Set<String> unchecked = new TreeSet<>();
        for (Deviation deviation : Deviations.packaged().entries()) {
            if (CLOSING.contains(Rule.of(deviation.rule()).orElseThrow())) {
                continue;
            }
            Set<String> there = plan.stream()
                    .filter(id -> deviation.covers(id.operation().id(), id.rule().id(), id.caseName()))
                    .map(id -> id.operation().id()).collect(Collectors.toSet());
            boolean ofAll = deviation.operations().size() == Contract.load().operations().size();
            deviation.operations().stream().filter(id -> !id.contains("/") && !there.contains(id)) // of the document
                    .filter(id -> !ofAll || there.isEmpty())
                    .forEach(id -> unchecked.add(deviation.id() + " on " + id));
        }
        assertThat(unchecked).isEmpty();
    }
}
