package io.github.cvatopenapi.client;

import io.github.cvatopenapi.client.api.RequestsApi;
import io.github.cvatopenapi.client.model.RqId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import okhttp3.Request;
import okhttp3.Response;
import retrofit2.Call;

/** Starts background work and takes up work that runs. */
final class Requests {

    private static final int CONFLICT = 409;

    /** The header Date counts whole seconds. */
    private static final Duration DATE_GRAIN = Duration.ofSeconds(1);

    private final Calls calls;
    private final RequestsApi api;
    private final Core core;

    Requests(Calls calls, RequestsApi api, Core core) {
        this.calls = calls;
        this.api = api;
        this.core = core;
    }

    /** Starts what the call asks for; when that is under way already (409), takes up the request that does it. */
    PendingRequest start(Call<RqId> call) {
        return start(call.request(), () -> {
            retrofit2.Response<RqId> answer = calls.answer(call);
            return new Started(answer.body(), answer.raw());
        });
    }

    /** The same with a call that no generated method makes. */
    PendingRequest start(Request request) {
        return start(request, () -> {
            try (Response answer = calls.send(request)) {
                return new Started(JsonAnswer.read(answer.body(), Json.gson(), Json.gson().getAdapter(RqId.class)), answer);
            }
        });
    }

    private record Started(RqId body, Response answer) {
    }

    private interface Start {
        Started run() throws IOException;
    }

    private PendingRequest start(Request request, Start start) {
        long present = core.memory.now();
        try {
            Started started = start.run();
            if (started.body == null || started.body.getRqId() == null) {
                throw new CvatException(Operations.name(request), "the server named no request", "", null);
            }
            String id = started.body.getRqId();
            return pending(id, new PendingRequest.Freshness(sent(started.answer), core.memory.lastEnded(id, present)));
        } catch (CvatException e) {
            if (e.status() == CONFLICT && e.requestId().isPresent()) {
                String id = e.requestId().get();
                return pending(id, new PendingRequest.Freshness(null, core.memory.lastEnded(id, present)));
            }
            throw e;
        } catch (IOException e) {
            throw calls.wrapped(Operations.name(request), e);
        }
    }

    PendingRequest pending(String id, PendingRequest.Freshness freshness) {
        return new PendingRequest(id, calls, api, core, freshness);
    }

    /** The earliest moment, by the server's clock, at which the call can have been sent; null when it told no time. */
    private static Instant sent(Response answer) {
        Date date = answer.headers().getDate("Date");
        if (date == null) {
            return null;
        }
        long took = answer.receivedResponseAtMillis() - answer.sentRequestAtMillis();
        return date.toInstant().minusMillis(took).minus(DATE_GRAIN);
    }
}
