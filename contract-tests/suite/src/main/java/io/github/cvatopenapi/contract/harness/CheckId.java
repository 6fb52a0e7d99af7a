package io.github.cvatopenapi.contract.harness;

import io.github.cvatopenapi.spec.Operation;

/**
 * What a check is about.
 *
 * @param operation the operation that is checked
 * @param rule      the rule that it must keep
 * @param caseName  which case of the rule, or an empty text
 * @param behaviour what is expected, in words
 */
public record CheckId(Operation operation, Rule rule, String caseName, String behaviour) implements Comparable<CheckId> {

    /** Operation and behaviour, as reports and JUnit show it. */
    public String displayName() {
        return operation.id() + ": " + behaviour + (caseName.isEmpty() ? "" : " [" + caseName + "]");
    }

    /** The same for the same check in every run. */
    public String key() {
        return operation.id() + " " + rule.id() + (caseName.isEmpty() ? "" : " " + caseName) + " " + behaviour;
    }

    @Override
    public int compareTo(CheckId other) {
        return key().compareTo(other.key());
    }
}
