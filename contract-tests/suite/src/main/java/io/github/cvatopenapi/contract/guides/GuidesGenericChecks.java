package io.github.cvatopenapi.contract.guides;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code guides}. */
final class GuidesGenericChecks extends GenericChecks {

    GuidesGenericChecks() {
        super("guides");
    }

    @Override
    protected void samples(Samples samples) {
        // what can be called without a sample is checked already
    }
}
