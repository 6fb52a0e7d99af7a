package io.github.cvatopenapi.contract.comments;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code comments}. */
final class CommentsGenericChecks extends GenericChecks {

    CommentsGenericChecks() {
        super("comments");
    }

    @Override
    protected void samples(Samples samples) {
        // what can be called without a sample is checked already
    }
}
