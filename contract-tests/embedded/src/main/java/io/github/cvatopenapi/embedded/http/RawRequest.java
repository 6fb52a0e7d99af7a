package io.github.cvatopenapi.embedded.http;

import io.github.cvatopenapi.embedded.engine.Query;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as it came over the wire.
 *
 * @param headers names in lower case
 * @param content the body, or null for none
 * @param address of the client
 */
record RawRequest(String method, String path, Query query, Map<String, List<String>> headers,
        Content content, String address) {

    /** A body in memory, or in a file when it is large; one of both is null. */
    record Content(byte[] bytes, Path file, long length) {
    }

    /** The header, or null. */
    String header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    boolean safe() {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> true;
            default -> false;
        };
    }
}
