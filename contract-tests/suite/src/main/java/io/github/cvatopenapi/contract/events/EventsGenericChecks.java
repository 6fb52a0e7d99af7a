package io.github.cvatopenapi.contract.events;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code events}. */
final class EventsGenericChecks extends GenericChecks {

    EventsGenericChecks() {
        super("events");
    }

    @Override
    protected void samples(Samples samples) {
        // what can be called without a sample is checked already
    }
}
