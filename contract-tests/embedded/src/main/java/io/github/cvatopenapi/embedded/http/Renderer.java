package io.github.cvatopenapi.embedded.http;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts answers into bytes and the headers that every answer has. */
final class Renderer {

    /** From this many bytes on the server may compress, and says so in Vary. */
    static final int COMPRESSIBLE = 200;

    private static final byte[] NOTHING = new byte[0];

    private final List<String> paths;

    /** @param paths path templates, for pages that people read */
    Renderer(List<String> paths) {
        this.paths = paths;
    }

    /**
     * Renders.
     *
     * @param allow   the value of Allow, null for none
     * @param accept  what the client reads
     * @param path    of the request
     * @param cookies whether the answer may depend on cookies: not where a header alone decided who calls
     */
    RenderedResponse render(Answer answer, String path, String allow, Accept accept, boolean cookies) {
        byte[] body = NOTHING;
        Path file = null;
        String type = answer.mediaType();
        boolean page = false;
        if (answer.body() == Answer.NONE) {
            type = null;
        } else if (type != null) {
            if (answer.body() instanceof Path content) {
                file = content;
            } else {
                body = answer.body() instanceof byte[] bytes
                        ? bytes
                        : answer.body().toString().getBytes(StandardCharsets.UTF_8);
            }
        } else {
            page = accept == Accept.PAGE;
            type = page ? "text/html; charset=utf-8" : Accept.MEDIA_TYPE;
            body = (page ? Pages.browsable(path, Json.pretty(answer.body()), paths) : Json.write(answer.body()))
                    .getBytes(StandardCharsets.UTF_8);
        }
        boolean compressible = size(body, file) >= COMPRESSIBLE;
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (type != null) {
            headers.put("Content-Type", List.of(type));
        }
        if (allow != null) {
            headers.put("Allow", List.of(allow));
        }
        headers.put("Vary", List.of("Accept" + (compressible ? ", Accept-Encoding" : "")
                + (page ? ", Cookie, Origin" : cookies ? ", Origin, Cookie" : ", Origin")));
        headers.put("X-Frame-Options", List.of("DENY"));
        headers.put("X-Content-Type-Options", List.of("nosniff"));
        headers.put("Referrer-Policy", List.of("strict-origin-when-cross-origin"));
        headers.put("Cross-Origin-Opener-Policy", List.of("same-origin"));
        answer.headers().forEach((name, values) -> {
            if (values.isEmpty()) {
                headers.remove(name);
            } else {
                headers.put(name, values);
            }
        });
        return new RenderedResponse(answer.status(), headers, body, file);
    }

    private static long size(byte[] body, Path file) {
        try {
            return file == null ? body.length : Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
