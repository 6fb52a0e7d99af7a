package io.github.cvatopenapi.contract.harness.http;

import java.net.URI;

/**
 * An address that a server writes of itself. What is before {@code /api/} is how the server is known to itself, which a
 * proxy may know better; what follows is asked of the address of the run.
 */
public final class WrittenAddress {

    private static final String API = "/api/";

    private WrittenAddress() {
    }

    /** Path and query from {@code /api/} on, or all of them where that is not in it; percent-encoded. */
    public static String relative(String address) {
        URI uri = URI.create(address);
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        int api = path.indexOf(API);
        return (api < 0 ? path : path.substring(api)) + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }
}
