package io.github.cvatopenapi.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * The pauses of a client, between attempts and between looks. Each ends at once when its call is cancelled, its thread
 * interrupted or the client closed. Safe for use by several threads.
 */
final class Pauses {

    private final Time time;
    private final Set<CountDownLatch> current = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Pauses(Time time) {
        this.time = time;
    }

    /** Whether a pause can end in time, with something to come after it; else it is not to be begun. */
    boolean worth(Duration wait, Bounds bounds) {
        return !closed && !bounds.cancelled() && bounds.allow(wait, time.now());
    }

    void pause(Duration wait, Bounds bounds) throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        bounds.onCancel(over::countDown);
        pause(wait, over);
        if (bounds.cancelled()) {
            throw new IOException("Canceled");
        }
    }

    /** A pause that others may end too. */
    void pause(Duration wait, CountDownLatch over) throws IOException {
        current.add(over);
        try {
            if (!closed) {
                time.sleep(wait, over);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting");
        } finally {
            current.remove(over);
        }
        if (closed) {
            throw new IOException("the client was closed");
        }
    }

    /** Ends all pauses; there are none any more. */
    void close() {
        closed = true;
        current.forEach(CountDownLatch::countDown);
    }
}
