package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.cvatopenapi.client.model.About;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retrofit2.Call;

/** Calls in the background: their futures complete whatever happens, and end the call when others complete them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AsyncCallTest extends ServerFixture {

    /** Threads that die of an error without a word. */
    private static OkHttpClient http(Interceptor interceptor) {
        Dispatcher dispatcher = new Dispatcher(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((dead, error) -> { });
            return thread;
        }));
        return new OkHttpClient.Builder().dispatcher(dispatcher).addInterceptor(interceptor).build();
    }

    private void failsWith(OkHttpClient http, Class<? extends Throwable> cause) {
        answer(json(200, "{}"));
        try (CvatClient client = CvatClient.builder().okHttpClient(http).baseUrl(server.url("/").toString())
                .serverVersionCheck(ServerVersionCheck.OFF).build()) {
            CompletableFuture<About> future = client.executeAsync(client.server().serverRetrieveAbout());
            assertThatThrownBy(future::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(cause);
        }
    }

    @Test
    void errorInReadingAnAnswer() {
        failsWith(http(chain -> {
            ResponseBody body = ResponseBody.create(Okio.buffer(new ForwardingSource(new Buffer().writeUtf8("{}")) {
                @Override
                public long read(Buffer sink, long count) {
                    throw new StackOverflowError();
                }
            }), null, -1);
            return chain.proceed(chain.request()).newBuilder().body(body).build();
        }), StackOverflowError.class);
    }

    @Test
    void errorInACallsInterceptor() {
        failsWith(http(chain -> {
            throw new StackOverflowError();
        }), CvatException.class);
    }

    @Test
    void callThatWasMadeBefore() throws Exception {
        answer(json(200, "{}"));
        try (CvatClient client = settings().build()) {
            Call<About> call = client.server().serverRetrieveAbout();
            call.execute();
            CompletableFuture<About> future = client.executeAsync(call);
            assertThatThrownBy(future::join).hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void clientThatWasClosed() {
        CvatClient client = settings().build();
        client.close();
        CompletableFuture<About> future = client.executeAsync(client.server().serverRetrieveAbout());
        assertThatThrownBy(future::join).hasCauseInstanceOf(CvatException.class);
    }

    @Test
    void timeoutOfTheFutureCancelsTheCall() {
        answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        try (CvatClient client = settings().build()) {
            Call<About> call = client.server().serverRetrieveAbout();
            CompletableFuture<About> future = client.executeAsync(call).orTimeout(1, TimeUnit.MILLISECONDS);
            assertThatThrownBy(future::join).hasCauseInstanceOf(TimeoutException.class);
            await().until(call::isCanceled);
        }
    }

    @Test
    void completionByOthersCancelsTheCall() {
        answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        try (CvatClient client = settings().build()) {
            Call<About> call = client.server().serverRetrieveAbout();
            client.executeAsync(call).complete(new About());
            assertThat(call.isCanceled()).isTrue();
        }
    }

    @Test
    void answeredCallIsNotCancelled() throws Exception {
        answer(new MockResponse.Builder().body("{}"));
        try (CvatClient client = settings().build()) {
            Call<ResponseBody> call = client.tasks().tasksRetrievePreview(7);
            try (ResponseBody body = client.executeAsync(call).join()) {
                assertThat(call.isCanceled()).isFalse();
                assertThat(body.string()).isEqualTo("{}");
            }
        }
    }
}
