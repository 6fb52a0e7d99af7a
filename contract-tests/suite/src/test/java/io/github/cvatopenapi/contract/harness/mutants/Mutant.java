package io.github.cvatopenapi.contract.harness.mutants;

import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.embedded.Interceptor;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * An instance that is broken in one way, and what the suite must say about it.
 *
 * @param what       what is broken, in words
 * @param operation  whose check must catch it
 * @param rule       the rule that must fail for that operation
 * @param also       the other rules that cannot but fail with it
 * @param operations whose checks run, all rules of them
 * @param timeout    how long work may take before the suite gives up
 * @param broken     how it is broken
 */
record Mutant(String what, String operation, Rule rule, Set<Rule> also, Set<String> operations, Duration timeout,
              Interceptor broken) {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    Mutant(String what, String operation, Rule rule, Interceptor broken) {
        this(what, operation, rule, Set.of(), Set.of(operation), TIMEOUT, broken);
    }

    /** The same, where other rules must fail too. */
    Mutant also(Rule... others) {
        return new Mutant(what, operation, rule, Set.of(others), operations, timeout, broken);
    }

    /** The same, where the checks of other operations must run too, because they see it or must not mind it. */
    Mutant with(String... others) {
        Set<String> all = new TreeSet<>(operations);
        all.addAll(Set.of(others));
        return new Mutant(what, operation, rule, also, Set.copyOf(all), timeout, broken);
    }

    /** The same, where the suite gives up sooner. */
    Mutant within(Duration shorter) {
        return new Mutant(what, operation, rule, also, operations, shorter, broken);
    }

    @Override
    public String toString() {
        return operation + ": " + what;
    }
}
