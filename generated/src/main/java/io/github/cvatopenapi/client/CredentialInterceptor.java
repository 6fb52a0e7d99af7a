package io.github.cvatopenapi.client;

import java.io.IOException;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Adds the credentials on the way out, at each hop anew, so that they never follow a redirect to another server; takes
 * off at a foreign hop what an earlier one or the caller put on.
 */
final class CredentialInterceptor implements Interceptor {

    private static final List<String> OURS =
            List.of("Authorization", "X-CSRFToken", "Referer", OrganizationContext.HEADER);

    private final Origin origin;
    private final Authorization authorization;

    CredentialInterceptor(Origin origin, Authorization authorization) {
        this.origin = origin;
        this.authorization = authorization;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (origin.covers(request.url())) {
            Response response = chain.proceed(authorization.sign(request));
            authorization.learn(response);
            return response;
        }
        Request.Builder bare = request.newBuilder();
        OURS.forEach(bare::removeHeader);
        return chain.proceed(bare.build());
    }
}
