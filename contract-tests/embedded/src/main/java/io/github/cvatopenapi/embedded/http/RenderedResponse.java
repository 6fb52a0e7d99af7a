package io.github.cvatopenapi.embedded.http;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A response ready for the wire.
 *
 * @param body bytes, or a file; one of both is null
 */
record RenderedResponse(int status, Map<String, List<String>> headers, byte[] body, Path file) {
}
