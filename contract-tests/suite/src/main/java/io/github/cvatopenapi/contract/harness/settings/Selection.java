package io.github.cvatopenapi.contract.harness.settings;

import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.contract.harness.rules.Family;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which checks run, by tag, operation, family or rule. Values of one kind are alternatives, kinds narrow each other
 * down; what is excluded stays out.
 *
 * @param include what to run, everything where empty
 * @param exclude what to leave out
 * @param quick   whether of what asks the same only a part runs
 */
public record Selection(List<String> include, List<String> exclude, boolean quick) {

    private enum Kind { TAG, OPERATION, FAMILY, RULE }

    public Selection(List<String> include, List<String> exclude) {
        this(include, exclude, false);
    }

    public static Selection all() {
        return new Selection(List.of(), List.of());
    }

    /** The first value that names nothing, if any. */
    public Optional<String> unknown(Contract contract) {
        return Stream.concat(include.stream(), exclude.stream())
                .filter(value -> kind(value, contract).isEmpty()).findFirst();
    }

    /** Whether the check is to run. */
    public boolean includes(CheckId id, Contract contract) {
        boolean in = Arrays.stream(Kind.values()).allMatch(kind -> {
            List<String> values = include.stream()
                    .filter(value -> kind(value, contract).filter(kind::equals).isPresent()).toList();
            return values.isEmpty() || values.stream().anyMatch(value -> fits(value, kind, id));
        });
        return in && exclude.stream()
                .noneMatch(value -> kind(value, contract).filter(kind -> fits(value, kind, id)).isPresent());
    }

    /** A name in capitals is a family's, as {@code SCHEMA}; in small letters that one is a tag. */
    private static Optional<Kind> kind(String value, Contract contract) {
        if (Arrays.stream(Family.values()).map(Family::name).anyMatch(value::equals)) {
            return Optional.of(Kind.FAMILY);
        }
        if (contract.operations().stream().map(Operation::tag).anyMatch(value::equalsIgnoreCase)) {
            return Optional.of(Kind.TAG);
        }
        if (contract.operations().stream().map(Operation::id).anyMatch(value::equalsIgnoreCase)) {
            return Optional.of(Kind.OPERATION);
        }
        if (Arrays.stream(Family.values()).map(Family::name).anyMatch(value::equalsIgnoreCase)) {
            return Optional.of(Kind.FAMILY);
        }
        return Rule.of(value.toLowerCase(Locale.ROOT)).map(rule -> Kind.RULE);
    }

    private static boolean fits(String value, Kind kind, CheckId id) {
        return value.equalsIgnoreCase(switch (kind) {
            case TAG -> id.operation().tag();
            case OPERATION -> id.operation().id();
            case FAMILY -> id.rule().family().name();
            case RULE -> id.rule().id();
        });
    }
}
