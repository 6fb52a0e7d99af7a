package io.github.cvatopenapi.contract.schema;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code schema}. */
final class SchemaGenericChecks extends GenericChecks {

    SchemaGenericChecks() {
        super("schema");
    }

    @Override
    protected void samples(Samples samples) {
        // what can be called without a sample is checked already
    }
}
