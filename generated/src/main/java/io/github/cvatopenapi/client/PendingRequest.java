package io.github.cvatopenapi.client;

import io.github.cvatopenapi.client.api.RequestsApi;
import io.github.cvatopenapi.client.model.Request;
import io.github.cvatopenapi.client.model.RequestStatus;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Work that the server does in the background: an export, an import, the making of a task. Got from
 * {@link CvatClient#start} or {@link CvatClient#pending}. Set it up on one thread; {@link #cancel} may be called from
 * any.
 */
public final class PendingRequest {

    /** How long {@link #await} waits if not told otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofHours(1);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration SHORTEST_LOOK = Duration.ofSeconds(1);
    private static final int GONE = 404;
    private static final int NOT_CANCELLABLE = 400;

    private final String id;
    private final Calls calls;
    private final RequestsApi requests;
    private final Core core;
    private final Freshness freshness;
    private Duration timeout = DEFAULT_TIMEOUT;
    private Consumer<? super Request> listener = state -> { };
    private volatile boolean cancelled;
    private volatile CountDownLatch wait = new CountDownLatch(1);

    /**
     * Tells the state of this attempt from that of an earlier one under the same id.
     *
     * @param notBefore this attempt was not created before; null when that is not known
     * @param earlier when the attempt before was created; null when there was none
     */
    record Freshness(Instant notBefore, OffsetDateTime earlier) {

        /** For a request that was named to us: whatever the server says of it is meant. */
        static final Freshness ANY = new Freshness(null, null);

        boolean stale(Request state) {
            OffsetDateTime created = state.getCreatedDate();
            return created != null && (notBefore != null && created.toInstant().isBefore(notBefore)
                    || earlier != null && !created.isAfter(earlier));
        }
    }

    PendingRequest(String id, Calls calls, RequestsApi requests, Core core, Freshness freshness) {
        this.id = id;
        this.calls = calls;
        this.requests = requests;
        this.core = core;
        this.freshness = freshness;
    }

    /**
     * The request's id, as the server calls it {@code rq_id}.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * How long {@link #await} waits at most, {@link #DEFAULT_TIMEOUT} if not set.
     *
     * @param timeout the time; zero means without end
     * @return this
     * @throws IllegalArgumentException if it is negative, less than a millisecond, or more than 24 days
     */
    public PendingRequest timeout(Duration timeout) {
        this.timeout = Timeouts.checked("timeout", timeout);
        return this;
    }

    /**
     * Who is told the request's state each time it was asked for, on the waiting thread.
     *
     * @param listener takes the state: its status, progress (0 to 1) and message
     * @return this
     */
    public PendingRequest onProgress(Consumer<? super Request> listener) {
        this.listener = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * Waits until the request is finished. Asks for its state at growing intervals, from 0.2 up to 5 seconds. When the
     * waiting ends for another reason, the request goes on.
     *
     * @return the finished request, with its {@code result_url} or {@code result_id} where it has one
     * @throws RequestFailedException if the request failed, with the server's message
     * @throws CancellationException if it was cancelled by {@link #cancel}
     * @throws CvatException if it is not known (any more); after the timeout, with a {@link TimeoutException} as cause;
     *     when the thread is interrupted, with an {@link InterruptedIOException} as cause; when the client is closed; or
     *     if asking failed
     */
    public Request await() {
        Time time = calls.time();
        Bounds bounds = new Bounds(Bounds.earlier(null, timeout, time.now()), null);
        Duration pause = FIRST_PAUSE;
        String status = "unknown";
        while (true) {
            CountDownLatch over = new CountDownLatch(1);
            wait = over;
            Request state = state(bounds, status);
            boolean stale = freshness.stale(state);
            if (!stale) {
                listener.accept(state);
                if (ended(state)) {
                    return state;
                }
            }
            status = String.valueOf(state.getStatus());
            if (!bounds.allow(pause, time.now())) {
                throw tooLong(stale ? state.getCreatedDate() : null, status);
            }
            try {
                core.pauses.pause(pause, over);
            } catch (IOException e) {
                throw new CvatException(name(), "while it was " + status + ": " + e.getMessage(), "", e);
            }
            Duration longer = pause.multipliedBy(3).dividedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        }
    }

    private boolean ended(Request state) {
        boolean failed = RequestStatus.FAILED.equals(state.getStatus());
        if (failed || RequestStatus.FINISHED.equals(state.getStatus())) {
            core.memory.ended(state);
        }
        if (failed) {
            throw new RequestFailedException(name(), state, core.redaction);
        }
        return RequestStatus.FINISHED.equals(state.getStatus());
    }

    /** Looks once, and at most until the waiting ends, but at least for a moment. */
    private Request state(Bounds bounds, String before) {
        Instant now = calls.time().now();
        Instant soon = now.plus(SHORTEST_LOOK);
        Bounds look = bounds.allow(SHORTEST_LOOK, now) ? bounds : new Bounds(soon, null);
        try {
            return calls.body(requests.requestsRetrieve(id), look);
        } catch (CvatException e) {
            boolean timedOut = e.getCause() instanceof InterruptedIOException
                    && !Thread.currentThread().isInterrupted() && !bounds.allow(Duration.ZERO, calls.time().now());
            if (timedOut) {
                throw tooLong(null, before);
            }
            if (cancelled && e.status() == GONE) {
                throw new CancellationException("the request was cancelled: " + id);
            }
            throw e;
        }
    }

    private CvatException tooLong(OffsetDateTime earlier, String status) {
        String problem = earlier == null ? "still " + status + " after " + timeout
                : "after " + timeout + " the server still tells of an earlier attempt, created " + earlier;
        return new CvatException(name(), problem, "", new TimeoutException(problem));
    }

    private String name() {
        return "request " + id;
    }

    /**
     * Asks the server to cancel the request. A thread in {@link #await} looks again at once and learns of it.
     *
     * @return true if it is cancelled; false if that came too late, because the request has ended or cannot be stopped
     *     any more
     * @throws CvatException if the server refused for another reason or could not be asked
     */
    public boolean cancel() {
        cancelled = true;
        try {
            calls.answer(requests.requestsCreateCancel(id));
            wait.countDown();
            return true;
        } catch (CvatException e) {
            cancelled = false;
            if (e.status() == NOT_CANCELLABLE || e.status() == GONE) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
