package io.github.cvatopenapi.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A clock that only sleeping moves; sleeping takes no time. */
final class FakeTime implements Time {

    static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    final List<Duration> sleeps = new CopyOnWriteArrayList<>();
    private volatile Instant now = START;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void sleep(Duration duration, CountDownLatch over) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sleeps.add(duration);
        now = now.plus(duration);
    }

    @Override
    public double chance() {
        return 0;
    }
}
