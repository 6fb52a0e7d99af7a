package io.github.cvatopenapi.client;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Makes a call once more when the server no longer knew the session it was made in and a new one could be opened. A
 * call that was refused so has done nothing, so this is safe for every method.
 */
final class RenewalInterceptor implements Interceptor {

    private static final int UNAUTHORIZED = 401;

    private final Origin origin;
    private final Authorization authorization;
    private final Time time;

    RenewalInterceptor(Origin origin, Authorization authorization, Time time) {
        this.origin = origin;
        this.authorization = authorization;
        this.time = time;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Response response = chain.proceed(request);
        if (!worthIt(request.body(), response)) {
            return response;
        }
        try {
            if (!authorization.renew(response.networkResponse().request(), Bounds.of(chain.call(), time))) {
                return response;
            }
        } catch (IOException e) {
            response.close();
            throw e;
        }
        response.close();
        return chain.proceed(request);
    }

    private boolean worthIt(RequestBody body, Response response) {
        Response answered = response.networkResponse();
        return response.code() == UNAUTHORIZED && answered != null && origin.covers(answered.request().url())
                && (body == null || !body.isOneShot());
    }
}
