package io.github.cvatopenapi.embedded.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an operation answers, before it is put on the wire.
 *
 * @param status    the HTTP status
 * @param mediaType null for JSON in the server's own media type
 * @param body      for JSON a tree of maps, lists and scalars; else text, bytes or the {@link Path} of a file;
 *                  {@link #NONE} for no body
 * @param headers   those that replace or complete the ones that every answer has; an empty list removes one
 */
public record Answer(int status, String mediaType, Object body, Map<String, List<String>> headers) {

    /** No body. Not null, which is a JSON value. */
    public static final Object NONE = new Object();

    static final String HTML = "text/html; charset=utf-8";

    public static Answer json(int status, Object tree) {
        return new Answer(status, null, tree, Map.of());
    }

    public static Answer ok(Object tree) {
        return json(200, tree);
    }

    /** 201; with the header Location where the tree says its own URL. */
    public static Answer created(Object tree) {
        Answer created = json(201, tree);
        return tree instanceof Map<?, ?> map && map.get("url") instanceof String url
                ? created.with("Location", url)
                : created;
    }

    /** 202 with the id under which the work can be followed. */
    public static Answer accepted(String requestId) {
        return json(202, Map.of("rq_id", requestId));
    }

    public static Answer empty(int status) {
        return new Answer(status, null, NONE, Map.of());
    }

    public static Answer noContent() {
        return empty(204);
    }

    /** A plain sentence sent as {@code text/html}, as several handlers do with errors. */
    public static Answer sentence(int status, String text) {
        return new Answer(status, HTML, text, Map.of());
    }

    public static Answer bytes(String mediaType, byte[] bytes) {
        return new Answer(200, mediaType, bytes, Map.of());
    }

    public static Answer file(String mediaType, Path file) {
        return new Answer(200, mediaType, file, Map.of());
    }

    /** With one more header; of a name given twice both are sent. */
    public Answer with(String header, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(headers);
        List<String> values = new ArrayList<>(more.getOrDefault(header, List.of()));
        values.add(value);
        more.put(header, values);
        return new Answer(status, mediaType, body, more);
    }

    /** Without a header that every answer has. */
    public Answer without(String header) {
        Map<String, List<String>> more = new LinkedHashMap<>(headers);
        more.put(header, List.of());
        return new Answer(status, mediaType, body, more);
    }
}
