package io.github.cvatopenapi.embedded.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of path segments. */
final class Paths {

    private Paths() {
    }

    /** The segment decoded; as it is where it is not well encoded. */
    static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
