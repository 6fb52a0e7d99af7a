package io.github.cvatopenapi.contract.auth;

import io.github.cvatopenapi.contract.harness.Run;
import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code auth}. */
final class AuthGenericChecks extends GenericChecks {

    AuthGenericChecks() {
        super("auth");
    }

    @Override
    protected void samples(Samples samples) {
        samples.by(Run::mainByPassword);
    }
}
