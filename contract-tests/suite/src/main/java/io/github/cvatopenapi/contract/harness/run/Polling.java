package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.http.Answer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.pollinterval.IterativePollInterval;

/** Asks again until the answer is as wanted, ever more rarely so that slow work is not disturbed. */
public final class Polling {

    /** The states that a request does not leave. */
    private static final Set<String> ENDED = Set.of("finished", "failed");
    private static final Duration FIRST = Duration.ofMillis(60);
    private static final Duration LONGEST = Duration.ofMillis(1500);

    private Polling() {
    }

    /**
     * @param ask       asks; assertions in it end the waiting
     * @param wanted    whether the answer is as wanted
     * @param otherwise what to fail with when time is up
     */
    public static Answer until(Duration timeout, Callable<Answer> ask, Predicate<Answer> wanted,
                               Function<Answer, AssertionError> otherwise) {
        AtomicReference<Answer> last = new AtomicReference<>();
        try {
            // in the same thread, because that is how exchanges find the check they belong to
            Awaitility.await().pollInSameThread().pollDelay(Duration.ZERO)
                    .pollInterval(IterativePollInterval.iterative(Polling::longer, FIRST))
                    .atMost(timeout)
                    .until(() -> {
                        last.set(ask.call());
                        return wanted.test(last.get());
                    });
        } catch (ConditionTimeoutException e) {
            throw otherwise.apply(last.get());
        }
        return last.get();
    }

    /**
     * Asks until a request has finished or failed.
     *
     * @return an answer from after its end: the first that tells of the end can have dates from before it
     */
    static Answer untilEnded(Duration timeout, Supplier<Answer> ask) {
        until(timeout, ask::get, answer -> ENDED.contains(String.valueOf(answer.at("status"))),
                answer -> answer.fail("still " + answer.at("status") + " after " + timeout.toSeconds() + " s"));
        return ask.get();
    }

    private static Duration longer(Duration before) {
        Duration next = before.multipliedBy(8).dividedBy(5);
        return next.compareTo(LONGEST) < 0 ? next : LONGEST;
    }
}
