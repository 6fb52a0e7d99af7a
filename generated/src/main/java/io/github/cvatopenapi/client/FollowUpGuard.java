package io.github.cvatopenapi.client;

import java.io.IOException;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Looks at what the HTTP client would do by itself after an answer. It follows redirects: carries a body, which may
 * hold a password, wherever it is told to, and makes a GET of a POST, so that creating would quietly become listing;
 * and an answer of another server is none of ours. And it makes any call again after 503 with Retry-After 0.
 */
final class FollowUpGuard implements Interceptor {

    private static final Set<Integer> REDIRECTS = Set.of(300, 301, 302, 303, 307, 308);
    private static final Set<Integer> KEEPING_THE_METHOD = Set.of(307, 308);
    private static final int UNAVAILABLE = 503;

    /** The HTTP client takes no notice of dates; those that wait by Retry-After read it as no time, too. */
    private static final String AT_ONCE = "Thu, 1 Jan 1970 00:00:00 GMT";

    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private final Origin origin;
    private final Addresses addresses;

    FollowUpGuard(Origin origin, Addresses addresses) {
        this.origin = origin;
        this.addresses = addresses;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Response response = chain.proceed(request);
        if (response.code() == UNAVAILABLE && response.header("Retry-After", "").matches("0+")) {
            return response.newBuilder().header("Retry-After", AT_ONCE).build();
        }
        return redirected(request, response);
    }

    private Response redirected(Request request, Response response) throws IOException {
        String location = REDIRECTS.contains(response.code()) ? response.header("Location") : null;
        HttpUrl target = location == null ? null : request.url().resolve(location);
        if (target == null) {
            return response;
        }
        target = addresses.redirected(target);
        String problem = problem(request, response.code(), target);
        if (problem != null) {
            response.close();
            throw new IOException(problem);
        }
        return response.newBuilder().header("Location", target.toString()).build();
    }

    /** Why the redirect is not followed; null if it is. */
    private String problem(Request request, int status, HttpUrl target) {
        HttpUrl from = request.url();
        boolean safe = SAFE.contains(request.method());
        boolean leaves = safe ? origin.covers(from) && !origin.covers(target)
                : !Origin.of(from).equals(Origin.of(target));
        String redirect = Origin.of(from) + " redirected it (" + status + ") to " + Origin.of(target);
        if (leaves) {
            return redirect + ", another server, which was sent nothing; if that is right, use its address as the"
                    + " base URL";
        }
        if (!safe && !KEEPING_THE_METHOD.contains(status)) {
            return redirect + target.encodedPath() + ", which would change what it does; use the address that the"
                    + " server means as the base URL";
        }
        return null;
    }
}
