package io.github.cvatopenapi.contract.events;

import io.github.cvatopenapi.contract.auth.AuthFixtures;
import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.WrongPlaces;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the document brings for the operations of the tag {@code events}. */
final class EventsGenericChecks extends GenericChecks {

    EventsGenericChecks() {
        super("events");
    }

    @TestFactory
    Stream<DynamicTest> wrongFilters(Run run) {
        return checks(run, plan -> {
            for (String operation : List.of("events_list", "events_create_export")) {
                EventsFilterChecks.refused(plan, run, operation);
            }
            WrongPlaces.add(plan, "events_create_export", () -> run.main().call("events_create_export"));
        });
    }

    @Override
    protected void samples(Samples samples) {
        samples.of("events_create").by(run -> run.get(AuthFixtures.KEEPER))
                .json(run -> Map.of("events", List.of(), "timestamp", EventsChecks.NOW)).bounds();
    }
}
