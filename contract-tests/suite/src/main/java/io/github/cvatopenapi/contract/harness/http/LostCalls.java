package io.github.cvatopenapi.contract.harness.http;

import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Tries again what came to nothing because a call got lost on the way to the server: its connection broke, or something
 * before the server answered in its place.
 */
public final class LostCalls {

    private static final int MOST_ATTEMPTS = 3;

    /** What is to be done before another attempt. */
    @FunctionalInterface
    public interface BeforeNext<T> {

        /**
         * @param failures how many attempts came to nothing
         * @param last     what came of the last of them, or null where no answer came
         */
        void prepare(int failures, T last);
    }

    private LostCalls() {
    }

    /**
     * Makes an attempt, and others where a call of it got lost, a few at most.
     *
     * @param lost whether a call got lost, so that what came of the attempt says nothing of the server
     * @return what came of the last attempt
     * @throws Unreachable where no answer came to the last attempt, or time ran out in any
     */
    public static <T> T retry(Supplier<T> attempt, Predicate<T> lost, BeforeNext<T> beforeNext) {
        for (int failures = 1; ; failures++) {
            T last = null;
            try {
                last = attempt.get();
                if (failures == MOST_ATTEMPTS || !lost.test(last)) {
                    return last;
                }
            } catch (Unreachable e) {
                if (failures == MOST_ATTEMPTS || !e.broken()) {
                    throw e;
                }
            }
            beforeNext.prepare(failures, last);
        }
    }
}
