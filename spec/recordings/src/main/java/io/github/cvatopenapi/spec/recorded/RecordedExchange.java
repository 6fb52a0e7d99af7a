package io.github.cvatopenapi.spec.recorded;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;

/**
 * A request to a real CVAT and its answer.
 *
 * @param recording the file it stands in, such as {@code observed} or {@code observed-bounds}
 * @param caseName      the case of the recording it belongs to, such as {@code projects}
 * @param note      what is special about the request, or empty
 * @param operation the id of the operation it is for, or empty where method or path are not in the document
 * @param method    in capitals
 * @param path      percent-encoded, with the query
 * @param template  the path template, or empty
 * @param auth      who asked: {@code kind} and {@code user}
 * @param request   {@code headers}, {@code content_type} and one of {@code json}, {@code form}, {@code files},
 *                  {@code raw}
 * @param status    the HTTP status
 * @param headers   of the answer, names in lower case
 * @param body      of the answer: {@code json}, {@code text}, or {@code bytes}, {@code magic} and {@code sha256} of a
 *                  binary one; empty for no body
 */
public record RecordedExchange(String recording, String caseName, String note, Optional<String> operation,
        String method, String path, String template, JsonObject auth, JsonObject request,
        int status, Map<String, String> headers, JsonObject body) {

    /** The media type of the answer without parameters, or empty. */
    public String mediaType() {
        return headers.getOrDefault("content-type", "").split(";")[0].strip();
    }

    /** The JSON body of the answer, if it has one; JSON null is a body. */
    public Optional<JsonElement> json() {
        return Optional.ofNullable(body.get("json"));
    }

    /** Whether the answer has a body of any kind. */
    public boolean hasBody() {
        return body.size() > 0;
    }

    /** Names the exchange in messages. */
    @Override
    public String toString() {
        String named = note.isEmpty() ? caseName : caseName + ", " + note;
        String shown = path.length() > 200 ? path.substring(0, 200) + "..." : path;
        return "%s %s -> %d (%s)".formatted(method, shown, status, named);
    }
}
