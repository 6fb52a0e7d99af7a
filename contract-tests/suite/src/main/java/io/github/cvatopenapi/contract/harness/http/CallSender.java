package io.github.cvatopenapi.contract.harness.http;

import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.FilterContext;
import io.restassured.filter.time.TimingFilter;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.http.client.methods.HttpUriRequest;
import org.opentest4j.TestAbortedException;

/** Sends one call: not faster than the server counts, again where it is throttled or got lost. Not safe for threads. */
final class CallSender {

    private static final int TOO_MANY_REQUESTS = 429;
    /**
     * Calls without credentials are counted by the minute, and others behind the same address may take what comes free.
     */
    private static final long LONGEST_BACKOFF_NANOS = 150_000_000_000L;
    private static final long SHORTEST_BACKOFF_MILLIS = 200;
    private static final long AFTER_LOSS_MILLIS = 300;

    private final Client client;
    private final Call call;

    CallSender(Client client, Call call) {
        this.client = client;
        this.call = call;
    }

    /**
     * @throws Unreachable          where no answer comes
     * @throws TestAbortedException where the server wants none for longer than a run can wait
     */
    Answer send() {
        long deadline = System.nanoTime() + LONGEST_BACKOFF_NANOS;
        while (true) {
            Answer answer = call.safe() ? LostCalls.retry(this::once, each -> each.exchange().byGateway(),
                    (failures, last) -> pause(AFTER_LOSS_MILLIS * failures)) : once();
            long wait = answer.retryAfterMillis();
            if (answer.status() != TOO_MANY_REQUESTS || call.wantsThrottling() || wait < 0) {
                return answer;
            }
            if (System.nanoTime() + wait * 1_000_000 > deadline) {
                throw new TestAbortedException("the server limits how often an account calls " + call.method() + " "
                        + call.target() + ", and it is used up: again in " + wait / 1000 + " s");
            }
            pause(Math.max(wait, SHORTEST_BACKOFF_MILLIS));
        }
    }

    private void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Unreachable interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Unreachable("Interrupted while calling " + call.method() + " " + call.target() + ".", e);
    }

    private Gate.Way goOut() {
        try {
            return client.gate().enter(call.wantsRemovals() ? null : call.operation());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Answer once() {
        client.listener().sending(call.method(), call.target(), call.operation(), call.caller());
        boolean anonymous = call.caller().credentials().kind().equals("none");
        if (anonymous && !call.wantsThrottling()) {
            try {
                client.pacer().await();
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
        RequestSpecification request = client.transport().request();
        call.fill(request);
        Recorder recorder = new Recorder();
        request.filter(recorder);
        try (Gate.Way way = goOut()) {
            request.request(call.method(), call.target());
        } catch (Exception e) {
            // REST Assured throws the client's checked exceptions undeclared
            Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
            if (cause instanceof IOException) {
                client.listener().unanswered(call.method());
                throw new Unreachable("No answer to " + call.method() + " " + call.target() + ": "
                        + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()) + ".",
                        cause);
            }
            throw e;
        }
        if (anonymous && recorder.answer.status() != 401) {
            client.pacer().count();
        }
        return recorder.answer;
    }

    /**
     * The one filter that every exchange passes: it is recorded and held against the contract. It measures the time as
     * well, for which REST Assured would add another, and sends what has no parts.
     */
    private final class Recorder extends TimingFilter {

        /** What REST Assured gets for what was sent without it; nobody looks at it. */
        private static final Response ANSWERED = new ResponseBuilder().setStatusCode(200).build();

        private Answer answer;

        @Override
        public Response filter(FilterableRequestSpecification requested, FilterableResponseSpecification answered,
                               FilterContext context) {
            long start = System.nanoTime();
            HttpUriRequest plain = call.plain(client.transport().url());
            Response response = plain != null ? ANSWERED : context.next(requested, answered);
            RawAnswer received = plain != null ? send(plain) : received(response);
            answer = Answer.of(client, call, received, (System.nanoTime() - start) / 1_000_000);
            client.listener().sent(call);
            client.listener().exchanged(answer.exchange(), answer, call.caller());
            return response;
        }

        private static RawAnswer received(Response response) {
            return RawAnswer.of(response.statusCode(), response.headers().asList().stream()
                    .map(each -> Map.entry(each.getName(), each.getValue())), response.asByteArray());
        }

        private RawAnswer send(HttpUriRequest plain) {
            try {
                return client.transport().send(plain);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
