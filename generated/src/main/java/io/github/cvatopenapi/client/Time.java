package io.github.cvatopenapi.client;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Clock, sleep and chance as the runtime uses them; one seam, so that no test has to wait. */
interface Time {

    Time SYSTEM = new Time() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration.toMillis());
        }

        @Override
        public double chance() {
            return ThreadLocalRandom.current().nextDouble();
        }
    };

    Instant now();

    void sleep(Duration duration) throws InterruptedException;

    /** A number from 0 up to, but not, 1. */
    double chance();

    /** Sleeps; an interrupt becomes an I/O failure and stays set on the thread. */
    default void pause(Duration duration) throws InterruptedIOException {
        try {
            sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting");
        }
    }
}
