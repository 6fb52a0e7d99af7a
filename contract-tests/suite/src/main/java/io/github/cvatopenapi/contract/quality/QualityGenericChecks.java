package io.github.cvatopenapi.contract.quality;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code quality}. */
final class QualityGenericChecks extends GenericChecks {

    QualityGenericChecks() {
        super("quality");
    }

    @Override
    protected void samples(Samples samples) {
        // what can be called without a sample is checked already
    }
}
