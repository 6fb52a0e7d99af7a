package io.github.cvatopenapi.client;

import java.time.Duration;
import java.time.Instant;

/** Leaves things in order. On a thread that is interrupted no call can be made, so it is not meanwhile. */
final class Cleanup {

    /** Longer than that nobody shall wait for it. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private Cleanup() {
    }

    static void run(Runnable work) {
        boolean interrupted = Thread.interrupted();
        try {
            work.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Those of a call that cleans up. */
    static Bounds bounds(Instant now) {
        return new Bounds(now.plus(LONGEST), null);
    }
}
