package io.github.cvatopenapi.contract.consensus;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code consensus}. */
final class ConsensusGenericChecks extends GenericChecks {

    ConsensusGenericChecks() {
        super("consensus");
    }

    @Override
    protected void samples(Samples samples) {
        // what can be called without a sample is checked already
    }
}
