package io.github.cvatopenapi.client;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Refuses the answer to a call that a redirect turned into another one: HTTP clients follow a POST as a GET, so that
 * creating would quietly become listing.
 */
final class RedirectGuard implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.request().method().equals(chain.request().method())) {
            return response;
        }
        Response first = response.priorResponse();
        while (first != null && first.priorResponse() != null) {
            first = first.priorResponse();
        }
        response.close();
        int status = first == null ? response.code() : first.code();
        throw new IOException("the server redirected it (" + status + ") to " + response.request().url().redact()
                + ", which would change what it does; use that server's address as the base URL");
    }
}
