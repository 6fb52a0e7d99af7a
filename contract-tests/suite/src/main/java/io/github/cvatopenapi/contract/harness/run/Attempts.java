package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.cleanup.ResourceRegistry.Resource;
import io.github.cvatopenapi.contract.harness.http.Exchange;
import io.github.cvatopenapi.contract.harness.http.LostCalls;
import io.github.cvatopenapi.contract.harness.http.Unreachable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Runs the bodies of checks and keeps what each exchanged, and runs one again where its calls got lost on the way. Safe
 * for threads.
 */
final class Attempts {

    /** What came of a body: {@code thrown} is null where it returned. */
    record Attempt(CheckTrace trace, Throwable thrown) {

        /** Whether it failed and a call of it got lost on the way, so that the server may not be to blame. */
        private boolean disturbed() {
            return thrown != null && (trace.disturbed() || thrown instanceof Unreachable lost && lost.broken());
        }
    }

    private final ThreadLocal<Deque<CheckTrace>> current = ThreadLocal.withInitial(ArrayDeque::new);
    private volatile Consumer<List<Resource>> undo = resources -> { };

    /** How to take away what a body made that is to be run again. */
    void undo(Consumer<List<Resource>> removal) {
        undo = removal;
    }

    /** Runs a body, and again where it was disturbed, a few times while {@code goesOn}. */
    Attempt undisturbed(CheckRunner.Body body, BooleanSupplier goesOn) {
        return LostCalls.retry(() -> within(new CheckTrace(), body),
                attempt -> attempt.disturbed() && goesOn.getAsBoolean(),
                (failures, last) -> undo.accept(last.trace().made()));
    }

    /** The same for a body that was run before; what it made then is taken away first. */
    Attempt again(CheckTrace before, CheckRunner.Body body, BooleanSupplier goesOn) {
        undo.accept(before.made());
        return undisturbed(body, goesOn);
    }

    /** Runs a body once. */
    Attempt within(CheckTrace trace, CheckRunner.Body body) {
        current.get().push(trace);
        try {
            body.run();
            return new Attempt(trace, null);
        } catch (Throwable e) { // the verdict says what it means
            return new Attempt(trace, e);
        } finally {
            current.get().pop();
        }
    }

    /** The body that runs in this thread made something. */
    void made(Resource resource) {
        CheckTrace trace = current.get().peek();
        if (trace != null) {
            trace.made(resource);
        }
    }

    /** The body that runs in this thread exchanged something. */
    void exchanged(Exchange exchange) {
        CheckTrace trace = current.get().peek();
        if (trace != null) {
            trace.exchanged(exchange);
        }
    }

    /** The body that runs in this thread asserted a status. */
    void asserted(Exchange exchange, int[] statuses, boolean fits) {
        CheckTrace trace = current.get().peek();
        if (trace != null) {
            trace.asserted(exchange, statuses, fits);
        }
    }
}
