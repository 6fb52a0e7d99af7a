package io.github.cvatopenapi.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** A clock that stands still, so that a pause ends only when something ends it. */
final class EndlessTime implements Time {

    private final Semaphore pauses = new Semaphore(0);

    @Override
    public Instant now() {
        return FakeTime.START;
    }

    @Override
    public void sleep(Duration duration, CountDownLatch over) throws InterruptedException {
        pauses.release();
        over.await();
    }

    @Override
    public double chance() {
        return 0;
    }

    /** Waits until so many pauses have begun. */
    void awaitPauses(int count) {
        pauses.acquireUninterruptibly(count);
    }
}
