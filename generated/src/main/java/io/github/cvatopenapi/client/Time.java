package io.github.cvatopenapi.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Clock, sleep and chance as the runtime uses them; one seam, so that no test has to wait. */
interface Time {

    Time SYSTEM = new Time() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleep(Duration duration, CountDownLatch over) throws InterruptedException {
            over.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public double chance() {
            return ThreadLocalRandom.current().nextDouble();
        }
    };

    Instant now();

    /** Sleeps that long, or until it is over before. */
    void sleep(Duration duration, CountDownLatch over) throws InterruptedException;

    /** A number from 0 up to, but not, 1. */
    double chance();
}
