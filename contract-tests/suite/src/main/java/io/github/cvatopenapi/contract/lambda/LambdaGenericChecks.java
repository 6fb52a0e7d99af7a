package io.github.cvatopenapi.contract.lambda;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code lambda}. */
final class LambdaGenericChecks extends GenericChecks {

    LambdaGenericChecks() {
        super("lambda");
    }

    @Override
    protected void samples(Samples samples) {
        // what can be called without a sample is checked already
    }
}
