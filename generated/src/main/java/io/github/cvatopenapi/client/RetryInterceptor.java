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

    RetryInterceptor(RetryPolicy policy, Time time) {
        this.policy = policy;
        this.time = time;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        boolean repeatable = RetryPolicy.repeatable(request);
        for (int attempt = 0; ; attempt++) {
            boolean last = !repeatable || attempt >= policy.retries() || chain.call().isCanceled();
            Duration wait;
            try {
                Response response = proceed(chain, request);
                if (last || !RetryPolicy.passing(response.code())) {
                    return response;
                }
                Duration asked = RetryAfter.read(response.headers(), time.now());
                wait = asked == null ? policy.backoff(attempt, time) : asked;
                if (wait.compareTo(policy.longestWait()) > 0) {
                    return response;
                }
                response.close();
            } catch (IOException e) {
                if (last || !RetryPolicy.passing(e)) {
                    throw e;
                }
                wait = policy.backoff(attempt, time);
            }
            time.pause(wait);
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
