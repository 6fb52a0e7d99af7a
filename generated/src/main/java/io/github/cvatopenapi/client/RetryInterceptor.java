package io.github.cvatopenapi.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Makes safe and idempotent calls again after failures that pass; obeys Retry-After. */
final class RetryInterceptor implements Interceptor {

    private final RetryPolicy policy;
    private final Time time;
    private final Pauses pauses;

    RetryInterceptor(RetryPolicy policy, Time time, Pauses pauses) {
        this.policy = policy;
        this.time = time;
        this.pauses = pauses;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Bounds bounds = Bounds.of(chain.call(), time);
        boolean repeatable = RetryPolicy.repeatable(request);
        for (int attempt = 0; ; attempt++) {
            boolean last = !repeatable || attempt >= policy.retries();
            Duration wait;
            try {
                Response response = proceed(chain, request);
                if (last || !RetryPolicy.passing(response.code())) {
                    return response;
                }
                Duration asked = RetryAfter.read(response.headers(), time.now());
                wait = asked == null ? policy.backoff(attempt, time) : asked;
                if (wait.compareTo(policy.longestWait()) > 0 || !pauses.worth(wait, bounds)) {
                    return response;
                }
                response.close();
            } catch (IOException e) {
                wait = policy.backoff(attempt, time);
                if (last || !RetryPolicy.passing(e) || !pauses.worth(wait, bounds)) {
                    throw e;
                }
            }
            pauses.pause(wait, bounds);
        }
    }

    /** Connecting can throw InterruptedException, though nothing declares it. */
    private static Response proceed(Chain chain, Request request) throws IOException {
        try {
            return chain.proceed(request);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }
}
