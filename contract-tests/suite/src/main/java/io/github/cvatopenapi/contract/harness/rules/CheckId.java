package io.github.cvatopenapi.contract.harness.rules;

import io.github.cvatopenapi.spec.Operation;
import java.util.Comparator;

/**
 * What a check is about.
 *
 * @param operation the operation that is checked
 * @param rule      the rule that it must keep
 * @param caseName  which case of the rule, or an empty text
 * @param behaviour what is expected, in words
 */
public record CheckId(Operation operation, Rule rule, String caseName, String behaviour)
        implements Comparable<CheckId> {

    private static final Comparator<CheckId> ORDER = Comparator.comparing((CheckId each) -> each.operation().id())
            .thenComparing(each -> each.rule().id()).thenComparing(CheckId::caseName).thenComparing(CheckId::behaviour);

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
        return ORDER.compare(this, other);
    }
}
