package io.github.cvatopenapi.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * When a call may be made again, and after what pause.
 *
 * @param retries how often at most, after the first attempt
 * @param longestWait the longest pause between two attempts; a server that asks for more is not asked again
 */
record RetryPolicy(int retries, Duration longestWait) {

    static final RetryPolicy DEFAULT = new RetryPolicy(3, Duration.ofSeconds(60));

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(10);

    /** Methods that HTTP calls safe or idempotent (RFC 9110, 9.2). */
    private static final Set<String> REPEATABLE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    /** Throttled, or a gateway without its server. CVAT's own 500 comes again on the same input. */
    private static final Set<Integer> PASSING_STATUSES = Set.of(429, 502, 503, 504);

    /** OkHttp's failures of an HTTP/2 stream or connection; their classes are not exported. */
    private static final String HTTP2 = "okhttp3.internal.http2";

    static boolean repeatable(Request request) {
        RequestBody body = request.body();
        return REPEATABLE_METHODS.contains(request.method()) && (body == null || !body.isOneShot());
    }

    static boolean passing(int status) {
        return PASSING_STATUSES.contains(status);
    }

    /** A failure of the connection that another connection may not have. Not timeouts: the caller set those. */
    static boolean passing(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof SocketException && !(failure instanceof NoRouteToHostException)
                || failure instanceof EOFException
                || failure.getClass().getPackageName().equals(HTTP2)
                || failure.getCause() instanceof EOFException;
    }

    /**
     * The pause after the given failed attempt, counted from 0: doubled each time, then cut at random by up to half.
     */
    Duration backoff(int attempt, Time time) {
        long full = Math.min(FIRST_PAUSE.toMillis() << Math.min(attempt, 20), LONGEST_BACKOFF.toMillis());
        return Duration.ofMillis(full - (long) (full / 2.0 * time.chance()));
    }
}
