package io.github.cvatopenapi.contract.labels;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code labels}. */
final class LabelsGenericChecks extends GenericChecks {

    LabelsGenericChecks() {
        super("labels");
    }

    @Override
    protected void samples(Samples samples) {
        // what can be called without a sample is checked already
    }
}
