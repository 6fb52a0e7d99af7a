package io.github.cvatopenapi.contract.memberships;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code memberships}. */
final class MembershipsGenericChecks extends GenericChecks {

    MembershipsGenericChecks() {
        super("memberships");
    }

    @Override
    protected void samples(Samples samples) {
        // what can be called without a sample is checked already
    }
}
