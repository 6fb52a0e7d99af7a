package io.github.cvatopenapi.embedded;

import java.util.List;
import java.util.Map;

/**
 * Stands between the wire and the instance: may change a request before it is answered, and the answer before it is
 * sent. Meant for breaking an instance on purpose, to see that a test notices. Called by many threads at once.
 */
@FunctionalInterface
public interface Interceptor {

    /**
     * A request as it came.
     *
     * @param method  in capitals
     * @param path    percent-encoded, without the query
     * @param query   percent-encoded, null for none
     * @param headers names in lower case
     * @param body    may be empty
     */
    record Request(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {
    }

    /**
     * A response as it goes.
     *
     * @param headers Content-Length is set from the body when it is sent
     * @param body    not compressed; may be empty
     */
    record Response(int status, Map<String, List<String>> headers, byte[] body) {
    }

    /** The instance behind the interceptor. */
    @FunctionalInterface
    interface Chain {

        /** The response that the instance gives to the request. */
        Response proceed(Request request);
    }

    /** The response to send. */
    Response intercept(Request request, Chain chain);
}
