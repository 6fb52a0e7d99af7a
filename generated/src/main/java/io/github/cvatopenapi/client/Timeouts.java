package io.github.cvatopenapi.client;

import java.time.Duration;
import java.util.Objects;

/** What a timeout may be, wherever one is set: zero is without end. */
final class Timeouts {

    /** HTTP clients count milliseconds as an int: some 24 days. */
    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private Timeouts() {
    }

    /** The timeout itself, if it can be one. */
    static Duration checked(String name, Duration timeout) {
        Objects.requireNonNull(timeout, name);
        boolean possible = timeout.isZero()
                || timeout.compareTo(SHORTEST) >= 0 && timeout.compareTo(LONGEST) <= 0;
        if (!possible) {
            throw new IllegalArgumentException("the " + name + " " + timeout
                    + " is none: give one from 1 millisecond to " + LONGEST.toDays() + " days, or zero for without end");
        }
        return timeout;
    }
}
