package io.github.cvatopenapi.client;

import java.io.IOException;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import retrofit2.Invocation;
import retrofit2.http.Streaming;

/** Gives each call what it does not say itself: User-Agent, Accept, the organization. */
final class ContextInterceptor implements Interceptor {

    /** What CVAT answers in; plain application/json gets 406. */
    static final String JSON_ANSWER = "application/vnd.cvat+json";

    private final Origin origin;
    private final String userAgent;
    private final OrganizationContext organization;

    ContextInterceptor(Origin origin, String userAgent, OrganizationContext organization) {
        this.origin = Objects.requireNonNull(origin);
        this.userAgent = Objects.requireNonNull(userAgent);
        this.organization = Objects.requireNonNull(organization);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Request.Builder builder = request.newBuilder();
        if (request.header("User-Agent") == null) {
            builder.header("User-Agent", userAgent);
        }
        if (request.header("Accept") == null) {
            builder.header("Accept", streams(request) ? "*/*" : JSON_ANSWER);
        }
        request = builder.build();
        return chain.proceed(origin.covers(request.url()) ? organization.apply(request) : request);
    }

    private static boolean streams(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        return invocation != null && invocation.method().isAnnotationPresent(Streaming.class);
    }
}
