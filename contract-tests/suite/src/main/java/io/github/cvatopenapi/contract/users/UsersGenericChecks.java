package io.github.cvatopenapi.contract.users;

import io.github.cvatopenapi.contract.harness.Run;
import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code users}. */
final class UsersGenericChecks extends GenericChecks {

    UsersGenericChecks() {
        super("users");
    }

    @Override
    protected void samples(Samples samples) {
        samples.by(Run::administrator);
    }
}
