package io.github.cvatopenapi.contract.harness.http;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps anonymous calls below the server's limit. Only those that pass authentication count there, which their answer
 * tells, so they are counted afterwards. Safe for threads.
 */
final class Pacer {

    private static final long WINDOW_NANOS = 61_000_000_000L;

    private final int limit;
    private final Deque<Long> counted = new ArrayDeque<>();

    Pacer(int limit) {
        this.limit = limit;
    }

    /** Waits until another call may go out. */
    void await() throws InterruptedException {
        long wait;
        while ((wait = waitNanos()) > 0) {
            Thread.sleep(wait / 1_000_000 + 1);
        }
    }

    /** A call went through. */
    void count() {
        synchronized (counted) {
            counted.addLast(System.nanoTime());
        }
    }

    private long waitNanos() {
        synchronized (counted) {
            long now = System.nanoTime();
            while (!counted.isEmpty() && now - counted.peekFirst() > WINDOW_NANOS) {
                counted.removeFirst();
            }
            return counted.size() < limit ? 0 : WINDOW_NANOS - (now - counted.peekFirst());
        }
    }
}
