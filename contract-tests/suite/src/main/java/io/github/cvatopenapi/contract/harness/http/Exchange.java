package io.github.cvatopenapi.contract.harness.http;

import io.github.cvatopenapi.spec.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One request and its answer, without secrets.
 *
 * @param operation       what the request is for, or null where the document has no such operation
 * @param method          in capitals
 * @param path            the path and query as they went over the wire
 * @param caller          who called, such as {@code main}
 * @param requestHeaders  those that matter, secrets replaced by placeholders
 * @param requestBody     the body as text, cut; null for none
 * @param status          the HTTP status
 * @param responseHeaders by lower-case name
 * @param responseBody    the body as text, cut, or its size where it is not text; null for none
 * @param millis          how long the answer took
 * @param violations      where the exchange breaks the contract; empty if nowhere
 * @param pinnedViolations where it breaks the document as it was pinned, before corrections; empty if nowhere
 */
public record Exchange(Operation operation, String method, String path, String caller,
                       Map<String, String> requestHeaders, String requestBody, int status,
                       Map<String, String> responseHeaders, String responseBody, long millis,
                       List<Violation> violations, List<Violation> pinnedViolations) {

    /** The request in one line. */
    public String line() {
        return method + " " + path;
    }

    /** Whether what stands before the server seems to have answered for it; no recorded server answered that itself. */
    public boolean byGateway() {
        return status == 502 || status == 504;
    }

    /** The media type of the answer without parameters, or an empty text. */
    public String mediaType() {
        return mediaType(responseHeaders.get("content-type"));
    }

    static String mediaType(String header) {
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
