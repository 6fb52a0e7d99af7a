package io.github.cvatopenapi.client;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** Makes calls, and makes one kind of exception of everything that goes wrong with them. */
final class Calls {

    private final okhttp3.Call.Factory http;
    private final Gson gson = Json.gson();
    private final Addresses addresses;
    private final Redaction redaction;
    private final RetryPolicy policy;
    private final Time time;

    Calls(okhttp3.Call.Factory http, Core core) {
        this.http = http;
        this.addresses = core.addresses;
        this.redaction = core.redaction;
        this.policy = core.policy;
        this.time = core.time;
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

    /** Waits before something is tried again. */
    void pause(String operation, Duration duration) {
        try {
            time.pause(duration);
        } catch (InterruptedIOException e) {
            throw wrapped(operation, e);
        }
    }

    /** The answer of a call that succeeded. */
    <T> Response<T> answer(Call<T> call) {
        Request request = call.request();
        return repeating(request, attempt -> {
            Response<T> response = (attempt == 0 ? call : call.clone()).execute();
            if (!response.isSuccessful()) {
                throw failure(response);
            }
            return response;
        });
    }

    /** The decoded body of a successful answer to a request that no generated method makes. */
    <T> T read(Request request, Type type) {
        return repeating(request, attempt -> {
            try (okhttp3.Response response = successful(request)) {
                @SuppressWarnings("unchecked")
                TypeToken<T> token = (TypeToken<T>) TypeToken.get(type);
                return JsonAnswer.read(response.body(), gson, gson.getAdapter(token));
            }
        });
    }

    /** A successful answer, to be closed by the caller; its body is not read. */
    okhttp3.Response send(Request request) {
        try {
            return successful(request);
        } catch (IOException e) {
            throw wrapped(Operations.name(request), e);
        }
    }

    <T> CompletableFuture<T> async(Call<T> call) {
        String operation = Operations.name(call.request());
        CompletableFuture<T> future = new CompletableFuture<>();
        future.whenComplete((value, failure) -> {
            if (future.isCancelled()) {
                call.cancel();
            }
        });
        call.enqueue(new Callback<>() {
            @Override
            public void onResponse(Call<T> answered, Response<T> response) {
                if (response.isSuccessful()) {
                    future.complete(response.body());
                } else {
                    future.completeExceptionally(failure(response));
                }
            }

            @Override
            public void onFailure(Call<T> failed, Throwable failure) {
                future.completeExceptionally(failure instanceof IOException e ? wrapped(operation, e) : failure);
            }
        });
        return future;
    }

    /** What a Retrofit answer that is an error says. */
    CvatException failure(Response<?> response) {
        return refused(response.raw().request(), response.code(), response.headers(), response.errorBody());
    }

    private okhttp3.Response successful(Request request) throws IOException {
        okhttp3.Response response = http.newCall(request).execute();
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
    private <T> T repeating(Request request, Attempt<T> attempts) {
        String operation = Operations.name(request);
        for (int attempt = 0; ; attempt++) {
            try {
                try {
                    return attempts.make(attempt);
                } catch (JsonAnswer.Cut e) {
                    if (attempt >= policy.retries() || !RetryPolicy.repeatable(request)) {
                        throw e;
                    }
                    time.pause(policy.backoff(attempt, time));
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
            return new CvatException(operation, problem, redaction.clean(unreadable.start()), failure);
        }
        return new CvatException(operation, redaction.clean(problem), "", failure);
    }
}
