package io.github.cvatopenapi.contract.harness.http;

import io.github.cvatopenapi.contract.harness.rules.Rule;
import java.util.List;

/**
 * Where an exchange breaks the contract.
 *
 * @param rule     one of the SCHEMA family
 * @param message  one sentence
 * @param problems where the body does not keep its schema, one of each kind; empty where something else is wrong
 */
public record Violation(Rule rule, String message, List<BodyProblem> problems) {

    Violation(Rule rule, String message) {
        this(rule, message, List.of());
    }
}
