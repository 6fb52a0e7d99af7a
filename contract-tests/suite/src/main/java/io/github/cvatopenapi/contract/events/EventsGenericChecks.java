package io.github.cvatopenapi.contract.events;

import io.github.cvatopenapi.contract.auth.AuthFixtures;
import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.List;
import java.util.Map;

/** What the document brings for the operations of the tag {@code events}. */
final class EventsGenericChecks extends GenericChecks {

    EventsGenericChecks() {
        super("events");
    }

    @Override
    protected void samples(Samples samples) {
        samples.of("events_create").by(run -> run.get(AuthFixtures.KEEPER))
                .json(run -> Map.of("events", List.of(), "timestamp", EventsChecks.NOW)).bounds();
    }
}
