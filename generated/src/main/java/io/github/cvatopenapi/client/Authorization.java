package io.github.cvatopenapi.client;

import java.io.IOException;
import okhttp3.Request;
import okhttp3.Response;

/** How calls are signed. Safe for use by several threads. */
interface Authorization extends AutoCloseable {

    /** Nobody in particular. */
    Authorization NONE = request -> request;

    /** A header that is the same on every call. A call that brings its own keeps it. */
    static Authorization header(String value) {
        return request -> request.header("Authorization") != null
                ? request
                : request.newBuilder().header("Authorization", value).build();
    }

    /** What must happen before the first call, within the bounds of that. */
    default void prepare(Bounds bounds) throws IOException {
    }

    Request sign(Request request);

    /** Looks at an answer of the server, which may hold new cookies. */
    default void learn(Response response) {
    }

    /**
     * Tries to make valid what the server refused (401).
     *
     * @param refused the call as it went out
     * @param bounds those of the call
     * @return whether a call is signed in another way now
     */
    default boolean renew(Request refused, Bounds bounds) throws IOException {
        return false;
    }

    @Override
    default void close() {
    }
}
