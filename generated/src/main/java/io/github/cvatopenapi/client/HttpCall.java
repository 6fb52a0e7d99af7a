package io.github.cvatopenapi.client;

import java.io.IOException;
import java.util.function.Consumer;
import kotlin.jvm.functions.Function0;
import kotlin.reflect.KClass;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;
import okio.Timeout;

/**
 * An HTTP call behind one of Retrofit, which keeps two things to itself that the runtime needs: the HTTP call, and the
 * errors (out of memory, stack overflow) that end the reading of an answer in the background.
 */
final class HttpCall implements Call {

    private final Call.Factory http;
    private final Call call;
    private volatile Consumer<Throwable> listener = error -> { };

    HttpCall(Call.Factory http, Request request) {
        this.http = http;
        this.call = http.newCall(request.newBuilder().tag(HttpCall.class, this).build());
    }

    /** The HTTP call behind the call; null if another Retrofit made it. */
    static HttpCall behind(retrofit2.Call<?> call) {
        return call.request().tag(HttpCall.class);
    }

    /** Who is told an error of which nobody else is. */
    void onError(Consumer<Throwable> told) {
        this.listener = told;
    }

    @Override
    public void enqueue(Callback callback) {
        call.enqueue(new Callback() {
            @Override
            public void onResponse(Call answered, Response response) throws IOException {
                try {
                    callback.onResponse(HttpCall.this, response);
                } catch (Error e) {
                    listener.accept(e);
                    throw e;
                }
            }

            @Override
            public void onFailure(Call failed, IOException failure) {
                callback.onFailure(HttpCall.this, failure);
            }
        });
    }

    @Override
    public Request request() {
        return call.request();
    }

    @Override
    public Response execute() throws IOException {
        return call.execute();
    }

    @Override
    public void cancel() {
        call.cancel();
    }

    @Override
    public boolean isExecuted() {
        return call.isExecuted();
    }

    @Override
    public boolean isCanceled() {
        return call.isCanceled();
    }

    @Override
    public Timeout timeout() {
        return call.timeout();
    }

    @Override
    public void addEventListener(EventListener told) {
        call.addEventListener(told);
    }

    @Override
    public <T> T tag(KClass<T> type) {
        return call.tag(type);
    }

    @Override
    public <T> T tag(Class<? extends T> type) {
        return call.tag(type);
    }

    @Override
    public <T> T tag(KClass<T> type, Function0<? extends T> otherwise) {
        return call.tag(type, otherwise);
    }

    @Override
    public <T> T tag(Class<T> type, Function0<? extends T> otherwise) {
        return call.tag(type, otherwise);
    }

    @Override
    public Call clone() {
        return new HttpCall(http, call.request());
    }
}
