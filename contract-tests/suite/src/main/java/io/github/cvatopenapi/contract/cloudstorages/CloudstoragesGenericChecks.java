package io.github.cvatopenapi.contract.cloudstorages;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code cloudstorages}. */
final class CloudstoragesGenericChecks extends GenericChecks {

    CloudstoragesGenericChecks() {
        super("cloudstorages");
    }

    @Override
    protected void samples(Samples samples) {
        // what can be called without a sample is checked already
    }
}
