package io.github.cvatopenapi.contract.server;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code server}. */
final class ServerGenericChecks extends GenericChecks {

    ServerGenericChecks() {
        super("server");
    }

    @Override
    protected void samples(Samples samples) {
        // every operation can be called as it stands
    }
}
