package io.github.cvatopenapi.client;

import okhttp3.HttpUrl;

/**
 * The addresses that a server writes, as this client reaches them. A server writes them as it sees itself: behind a
 * proxy that may be another scheme, host, port or prefix than ours. What it means is the path from {@code /api/} on.
 */
final class Addresses {

    private static final String API = "/api/";

    private final HttpUrl base;

    Addresses(HttpUrl base) {
        this.base = base;
    }

    /**
     * What the server wrote, against the base URL; as it is where it leads to no API, as to a bucket's file.
     *
     * @param from the address that was called, which relative ones start from
     * @return the address; null if what was written is none
     */
    HttpUrl reach(HttpUrl from, String written) {
        HttpUrl url = from.resolve(written);
        return url == null ? null : reach(url);
    }

    /** The same where nothing relative is due but from the server's root. */
    HttpUrl reach(String written) {
        return reach(base, written);
    }

    private HttpUrl reach(HttpUrl url) {
        String path = url.encodedPath();
        // The last one, since a server's own prefix may hold another; no operation's path does.
        int api = path.lastIndexOf(API);
        if (api < 0) {
            return url;
        }
        return base.newBuilder().encodedPath(base.encodedPath() + path.substring(api + 1))
                .encodedQuery(url.encodedQuery()).build();
    }

    /**
     * Where a redirect leads that a server on our host gave, which knows nothing of the prefix that a proxy cuts.
     * Redirects to other hosts are meant so and stay.
     */
    HttpUrl redirected(HttpUrl target) {
        boolean cut = target.encodedPath().startsWith(API) && !target.encodedPath().startsWith(base.encodedPath());
        return cut && Origin.of(base).equals(Origin.of(target)) ? reach(target) : target;
    }
}
