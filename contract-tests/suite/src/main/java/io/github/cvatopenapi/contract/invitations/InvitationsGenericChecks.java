package io.github.cvatopenapi.contract.invitations;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code invitations}. */
final class InvitationsGenericChecks extends GenericChecks {

    InvitationsGenericChecks() {
        super("invitations");
    }

    @Override
    protected void samples(Samples samples) {
        // what can be called without a sample is checked already
    }
}
