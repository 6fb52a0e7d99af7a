package io.github.cvatopenapi.contract.requests;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code requests}. */
final class RequestsGenericChecks extends GenericChecks {

    RequestsGenericChecks() {
        super("requests");
    }

    @Override
    protected void samples(Samples samples) {
        // what can be called without a sample is checked already
    }
}
