package io.github.cvatopenapi.contract.harness.http;

import java.util.List;

/**
 * What came out of holding an exchange against the contract.
 *
 * @param violations against the corrected document and the generated model
 * @param pinned     against the document as it was pinned
 */
record ContractVerdict(List<Violation> violations, List<Violation> pinned) {

    static final ContractVerdict FINE = new ContractVerdict(List.of(), List.of());
}
