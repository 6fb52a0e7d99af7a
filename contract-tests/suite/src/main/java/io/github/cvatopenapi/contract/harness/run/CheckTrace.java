package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.cleanup.ResourceRegistry.Resource;
import io.github.cvatopenapi.contract.harness.http.Exchange;
import java.util.ArrayList;
import java.util.List;

/** What one check, or the making of one fixture, exchanged, made and asserted. Used by one thread. */
final class CheckTrace {

    /** A status of an operation that was asserted. */
    record Status(String operation, int status) {
    }

    /** A status that was asserted and not answered. */
    record Miss(Status expected, Exchange exchange) {
    }

    private static final int MOST_EVIDENCE = 8;

    private final List<Exchange> evidence = new ArrayList<>();
    private final List<Status> asserted = new ArrayList<>();
    private final List<Miss> misses = new ArrayList<>();
    private final List<Resource> made = new ArrayList<>();
    private boolean disturbed;

    void exchanged(Exchange exchange) {
        disturbed |= exchange.byGateway();
        evidence.add(exchange);
        if (evidence.size() > MOST_EVIDENCE) {
            evidence.remove(0);
        }
    }

    void asserted(Exchange exchange, int[] statuses, boolean fits) {
        if (exchange.operation() == null) {
            return;
        }
        String operation = exchange.operation().id();
        if (fits) {
            asserted.add(new Status(operation, exchange.status()));
        } else if (statuses.length == 1) {
            misses.add(new Miss(new Status(operation, statuses[0]), exchange));
        }
    }

    void made(Resource resource) {
        made.add(resource);
    }

    /** What was made, in its order. */
    List<Resource> made() {
        return made;
    }

    /** Whether what stands before the server answered in its place. */
    boolean disturbed() {
        return disturbed;
    }

    List<Exchange> evidence() {
        return List.copyOf(evidence);
    }

    List<Status> asserted() {
        return asserted;
    }

    List<Miss> misses() {
        return misses;
    }
}
