package io.github.cvatopenapi.client;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** A call in the background. Its future completes whatever happens; if others complete it before, the call ends. */
final class AsyncCall<T> implements Callback<T> {

    private final Calls calls;
    private final Call<T> call;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private volatile boolean answered;

    private AsyncCall(Calls calls, Call<T> call) {
        this.calls = calls;
        this.call = call;
    }

    static <T> CompletableFuture<T> start(Calls calls, Call<T> call) {
        AsyncCall<T> started = new AsyncCall<>(calls, call);
        try {
            started.start();
        } catch (RuntimeException | Error e) {
            started.future.completeExceptionally(e);
        }
        return started.future;
    }

    private void start() {
        HttpCall http = HttpCall.behind(call);
        if (http != null) {
            http.onError(future::completeExceptionally);
        }
        future.whenComplete((body, failure) -> {
            if (!answered) {
                call.cancel();
            }
        });
        call.enqueue(this);
    }

    @Override
    public void onResponse(Call<T> made, Response<T> response) {
        answered = true;
        try {
            if (!response.isSuccessful()) {
                future.completeExceptionally(calls.failure(response));
            } else if (!future.complete(response.body()) && response.body() instanceof ResponseBody unread) {
                unread.close();
            }
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }

    @Override
    public void onFailure(Call<T> failed, Throwable failure) {
        answered = true;
        future.completeExceptionally(failure instanceof IOException e
                ? calls.wrapped(Operations.name(call.request()), e) : failure);
    }
}
