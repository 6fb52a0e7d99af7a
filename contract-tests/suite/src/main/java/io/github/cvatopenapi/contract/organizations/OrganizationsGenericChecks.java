package io.github.cvatopenapi.contract.organizations;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code organizations}. */
final class OrganizationsGenericChecks extends GenericChecks {

    OrganizationsGenericChecks() {
        super("organizations");
    }

    @Override
    protected void samples(Samples samples) {
        // what can be called without a sample is checked already
    }
}
