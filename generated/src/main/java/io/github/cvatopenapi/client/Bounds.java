package io.github.cvatopenapi.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;
import okio.Timeout;

/**
 * What a call, and each pause in it, may not outlast.
 *
 * @param end a moment; null for none
 * @param call a call that all this serves, and that takes it along when it is cancelled; null for none
 */
record Bounds(Instant end, Call call) {

    static final Bounds NONE = new Bounds(null, null);

    /** The earlier of a moment and the end of a time that starts now, of which zero means without end. */
    static Instant earlier(Instant end, Duration time, Instant now) {
        Instant other = time.isZero() ? null : now.plus(time);
        return end == null || other != null && other.isBefore(end) ? other : end;
    }

    /** Those of a call that runs. Its timeout counts from when this is first asked for. */
    static Bounds of(Call call, Time time) {
        return call.tag(Bounds.class, () -> new Bounds(
                earlier(null, Duration.ofNanos(call.timeout().timeoutNanos()), time.now()), call));
    }

    boolean cancelled() {
        return call != null && call.isCanceled();
    }

    /** Whether there is time left after the wait. */
    boolean allow(Duration wait, Instant now) {
        return end == null || now.plus(wait).isBefore(end);
    }

    /** Runs the action when the call is cancelled, at once if it is already; perhaps twice. */
    void onCancel(Runnable action) {
        if (call == null) {
            return;
        }
        call.addEventListener(new EventListener() {
            @Override
            public void canceled(Call cancelled) {
                action.run();
            }
        });
        if (call.isCanceled()) {
            action.run();
        }
    }

    /** Puts a call that was not made yet within these bounds; its own timeout stays if that is shorter. */
    void hold(Timeout timeout, Runnable cancel, Instant now) throws IOException {
        if (end != null) {
            long left = Duration.between(now, end).toNanos();
            if (left <= 0) {
                throw new InterruptedIOException("timeout");
            }
            if (timeout.timeoutNanos() == 0 || left < timeout.timeoutNanos()) {
                timeout.timeout(left, TimeUnit.NANOSECONDS);
            }
        }
        onCancel(cancel);
    }
}
