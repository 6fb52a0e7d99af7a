package io.github.cvatopenapi.contract.jobs;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code jobs}. */
final class JobsGenericChecks extends GenericChecks {

    JobsGenericChecks() {
        super("jobs");
    }

    @Override
    protected void samples(Samples samples) {
        // what can be called without a sample is checked already
    }
}
