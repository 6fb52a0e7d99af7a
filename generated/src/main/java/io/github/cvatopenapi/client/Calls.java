package io.github.cvatopenapi.client;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Response;

/** Makes calls, and makes one kind of exception of everything that goes wrong with them. */
final class Calls {

    private final OkHttpClient http;
    private final Gson gson = Json.gson();
    private final Addresses addresses;
    private final Redaction redaction;
    private final RetryPolicy policy;
    private final Time time;
    private final Pauses pauses;

    Calls(OkHttpClient http, Core core) {
        this.http = http;
        this.addresses = core.addresses;
        this.redaction = core.redaction;
        this.policy = core.policy;
        this.time = core.time;
        this.pauses = core.pauses;
    }

    Addresses addresses() {
        return addresses;
    }

    Time time() {
        return time;
    }

    RetryPolicy policy() {
        return policy;
    }

    /** Whether a pause between two calls of a job is shorter than the timeout of a call. */
    boolean canPause(Duration wait) {
        return pauses.worth(wait, new Bounds(callEnd(null), null));
    }

    /** Waits before another call does again what one could not do. */
    void pause(String operation, Duration wait) {
        try {
            pauses.pause(wait, Bounds.NONE);
        } catch (IOException e) {
            throw wrapped(operation, e);
        }
    }

    private Instant callEnd(Instant end) {
        return Bounds.earlier(end, Duration.ofMillis(http.callTimeoutMillis()), time.now());
    }

    /** The answer of a call that succeeded. */
    <T> Response<T> answer(Call<T> call) {
        return answer(call, Bounds.NONE);
    }

    /** The answer of a call that succeeded, within more bounds than its own. */
    <T> Response<T> answer(Call<T> call, Bounds bounds) {
        Request request = call.request();
        Bounds first = new Bounds(callEnd(bounds.end()), bounds.call());
        Bounds again = new Bounds(first.end(), HttpCall.behind(call));
        return repeating(request, again, attempt -> {
            Call<T> made = attempt == 0 ? call : call.clone();
            (attempt == 0 ? first : again).hold(made.timeout(), made::cancel, time.now());
            Response<T> response = made.execute();
            if (!response.isSuccessful()) {
                throw failure(response);
            }
            return response;
        });
    }

    /** The body of a successful answer that is of no use without one. */
    <T> T body(Call<T> call, Bounds bounds) {
        Response<T> response = answer(call, bounds);
        if (response.body() == null) {
            throw new CvatException(Operations.name(call.request()),
                    "an empty answer came (" + response.code() + ") where JSON was due", "", null);
        }
        return response.body();
    }

    /** The decoded body of a successful answer to a request that no generated method makes. */
    <T> T read(Request request, Type type) {
        Bounds bounds = new Bounds(callEnd(null), null);
        return repeating(request, bounds, attempt -> {
            try (okhttp3.Response response = successful(request, bounds)) {
                @SuppressWarnings("unchecked")
                TypeToken<T> token = (TypeToken<T>) TypeToken.get(type);
                return JsonAnswer.read(response.body(), gson, gson.getAdapter(token));
            }
        });
    }

    /** A successful answer, to be closed by the caller; its body is not read. */
    okhttp3.Response send(Request request) {
        return send(request, Bounds.NONE);
    }

    okhttp3.Response send(Request request, Bounds bounds) {
        try {
            return successful(request, bounds);
        } catch (IOException e) {
            throw wrapped(Operations.name(request), e);
        }
    }

    <T> CompletableFuture<T> async(Call<T> call) {
        return AsyncCall.start(this, call);
    }

    /** What an answer held, for people to see. */
    String shown(Object body) {
        return redaction.clean(gson.toJson(body));
    }

    /** What a Retrofit answer that is an error says. */
    CvatException failure(Response<?> response) {
        return refused(response.raw().request(), response.code(), response.headers(), response.errorBody());
    }

    private okhttp3.Response successful(Request request, Bounds bounds) throws IOException {
        okhttp3.Call call = http.newCall(request);
        bounds.hold(call.timeout(), call::cancel, time.now());
        okhttp3.Response response = call.execute();
        if (response.isSuccessful()) {
            return response;
        }
        try (response) {
            throw refused(request, response.code(), response.headers(), response.body());
        }
    }

    private CvatException refused(Request request, int status, Headers headers, ResponseBody body) {
        Duration retryAfter = RetryAfter.read(headers, time.now());
        return CvatException.refused(
                Operations.name(request), status, ErrorAnswer.read(body, redaction), retryAfter);
    }

    private interface Attempt<T> {
        T make(int attempt) throws IOException;
    }

    /** Makes a repeatable call again when its answer breaks off in the body; up to the headers the interceptor does. */
    private <T> T repeating(Request request, Bounds bounds, Attempt<T> attempts) {
        String operation = Operations.name(request);
        for (int attempt = 0; ; attempt++) {
            try {
                try {
                    return attempts.make(attempt);
                } catch (JsonAnswer.Cut e) {
                    Duration wait = policy.backoff(attempt, time);
                    boolean last = attempt >= policy.retries() || !RetryPolicy.repeatable(request);
                    if (last || !pauses.worth(wait, bounds)) {
                        throw e;
                    }
                    pauses.pause(wait, bounds);
                }
            } catch (IOException e) {
                throw wrapped(operation, e);
            }
        }
    }

    /** A failure of input or output as one of the call. */
    CvatException wrapped(String operation, IOException failure) {
        if (failure instanceof NestedFailure nested) {
            return nested.failure();
        }
        String problem = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        if (failure instanceof JsonAnswer.Unreadable unreadable) {
            return new CvatException(
                    operation, redaction.clean(problem), redaction.clean(unreadable.start()), failure);
        }
        return new CvatException(operation, redaction.clean(problem), "", failure);
    }
}
