package io.github.cvatopenapi.contract.harness.http;

import io.github.cvatopenapi.contract.harness.rules.Rule;

/**
 * Where an exchange breaks the contract.
 *
 * @param rule    one of the SCHEMA family
 * @param message one sentence
 */
public record Violation(Rule rule, String message) {
}
