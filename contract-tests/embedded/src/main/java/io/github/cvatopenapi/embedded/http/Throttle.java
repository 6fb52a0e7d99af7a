package io.github.cvatopenapi.embedded.http;

import io.github.cvatopenapi.embedded.engine.Fault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Lets each address make so many calls without credentials in a minute. */
final class Throttle {

    static final int CALLS = 100;
    static final long WINDOW_NANOS = 60_000_000_000L;

    private final Map<String, Deque<Long>> calls = new ConcurrentHashMap<>();
    private final LongSupplier clock;

    Throttle(LongSupplier nanoClock) {
        this.clock = nanoClock;
    }

    /** Counts a call; a 429 with Retry-After when there were too many. */
    void count(String address) {
        Deque<Long> times = calls.computeIfAbsent(address, any -> new ArrayDeque<>());
        synchronized (times) {
            long now = clock.getAsLong();
            while (!times.isEmpty() && now - times.peekFirst() >= WINDOW_NANOS) {
                times.removeFirst();
            }
            if (times.size() >= CALLS) {
                long seconds = (WINDOW_NANOS - (now - times.peekFirst()) + 999_999_999L) / 1_000_000_000L;
                throw Fault.throttled(seconds);
            }
            times.addLast(now);
        }
    }
}
