package io.github.cvatopenapi.contract.harness.http;

import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An answer as it came over the wire.
 *
 * @param status  the HTTP status
 * @param headers by lower-case name
 * @param bytes   the body, empty for none
 * @param json    the body as a tree; null where it is no JSON, or JSON null
 */
record RawAnswer(int status, Map<String, String> headers, byte[] bytes, Object json) {

    /** @param received names and values of the headers; those that come again are joined */
    static RawAnswer of(int status, Stream<Map.Entry<String, String>> received, byte[] bytes) {
        Map<String, String> headers = new LinkedHashMap<>();
        received.forEach(each -> headers.merge(each.getKey().toLowerCase(Locale.ROOT), each.getValue(),
                (one, two) -> one + ", " + two));
        return of(status, headers, bytes);
    }

    static RawAnswer of(int status, Map<String, String> headers, byte[] bytes) {
        Object json = null;
        if (bytes.length > 0 && Exchange.mediaType(headers.get("content-type")).contains("json")) {
            try {
                json = JsonTrees.read(new String(bytes, StandardCharsets.UTF_8));
            } catch (JsonParseException e) {
                json = null; // held against the contract as what it is: not JSON
            }
        }
        return new RawAnswer(status, headers, bytes, json);
    }

    /** The media type without parameters, or an empty text. */
    String mediaType() {
        return Exchange.mediaType(headers.get("content-type"));
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    boolean empty() {
        return bytes.length == 0;
    }

    /** Whether it says that it is JSON and is not. */
    boolean brokenJson() {
        return !empty() && json == null && mediaType().contains("json") && !text().strip().equals("null");
    }
}
