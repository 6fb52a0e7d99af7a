package io.github.cvatopenapi.contract.issues;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code issues}. */
final class IssuesGenericChecks extends GenericChecks {

    IssuesGenericChecks() {
        super("issues");
    }

    @Override
    protected void samples(Samples samples) {
        // what can be called without a sample is checked already
    }
}
