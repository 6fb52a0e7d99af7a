package io.github.cvatopenapi.contract.harness.verdicts;

import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Response;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How much of the document was asserted by checks that passed. What was only called does not count.
 *
 * @param operations        with at least one pass that asserted something of an answer
 * @param allOperations     of the document
 * @param declared          declared pairs of operation and status that were asserted
 * @param allDeclared       of the document
 * @param undeclared        pairs that the document does not declare and that were asserted
 * @param rules             rules with at least one pass
 * @param allRules          of the catalogue
 */
public record Coverage(int operations, int allOperations, int declared, int allDeclared, int undeclared, int rules,
                       int allRules) {

    /** @param assertedOf the statuses that checks asserted of an operation, by its id */
    public static Coverage of(Contract contract, Function<String, Set<Integer>> assertedOf, List<CheckResult> results) {
        int operations = 0;
        int declared = 0;
        int allDeclared = 0;
        int undeclared = 0;
        for (Operation operation : contract.operations()) {
            Set<Integer> asserted = assertedOf.apply(operation.id());
            Set<Integer> stated = operation.responses().stream().filter(Response::declared).map(Response::status)
                    .collect(Collectors.toSet());
            operations += asserted.isEmpty() ? 0 : 1;
            allDeclared += stated.size();
            declared += (int) stated.stream().filter(asserted::contains).count();
            undeclared += (int) asserted.stream().filter(status -> !stated.contains(status)).count();
        }
        int rules = (int) results.stream().filter(each -> each.verdict() == Verdict.PASS).map(each -> each.id().rule())
                .distinct().count();
        return new Coverage(operations, contract.operations().size(), declared, allDeclared, undeclared, rules,
                Rule.values().length);
    }
}
