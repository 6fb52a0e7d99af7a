package io.github.cvatopenapi.client;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * An error as a CVAT server words it. Nine shapes were seen: an object with {@code detail}; with fields and their
 * messages, nested like the request; with {@code non_field_errors}; with {@code message} and {@code code}; with
 * {@code rq_id} (409); a list of messages; one JSON string; plain text; an HTML page.
 *
 * @param message what the error says as a whole; empty when it says nothing so
 * @param code the error's code, or null
 * @param requestId the request that is under way already, or null
 * @param fields the messages for each part of the request, by its path, such as {@code labels[0].name}
 */
record ErrorBody(String message, String code, String requestId, Map<String, List<String>> fields)
        implements Serializable {

    static final ErrorBody NONE = plain("");

    static ErrorBody plain(String message) {
        return new ErrorBody(message, null, null, Map.of());
    }
}
