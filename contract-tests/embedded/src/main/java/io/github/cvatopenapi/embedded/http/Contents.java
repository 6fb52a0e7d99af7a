package io.github.cvatopenapi.embedded.http;

import io.github.cvatopenapi.embedded.engine.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Receives bodies: small ones into memory, large ones into a temporary file, up to a limit. */
final class Contents {

    private static final int IN_MEMORY = 1024 * 1024;
    /** JSON is read into memory whole, so it has a limit of its own. */
    static final long MOST_JSON = 64L * 1024 * 1024;
    static final long MOST = 2L * 1024 * 1024 * 1024;

    private Contents() {
    }

    /** Receives a body, null for none; a 413 for one that is too large. */
    static RawRequest.Content read(InputStream in, Map<String, List<String>> headers,
            TemporaryFiles scratch) throws IOException {
        String type = headers.getOrDefault("content-type", List.of("")).get(0).toLowerCase(Locale.ROOT);
        long most = type.contains("json") ? MOST_JSON : MOST;
        boolean chunked = headers.containsKey("transfer-encoding"); // no length counts then, however it looks
        if (!chunked && Long.parseLong(headers.getOrDefault("content-length", List.of("0")).get(0).strip()) > most) {
            throw tooLarge(most); // before any of it is read
        }
        byte[] start = in.readNBytes(IN_MEMORY);
        if (start.length < IN_MEMORY) {
            return start.length == 0 ? null : new RawRequest.Content(start, null, start.length);
        }
        Path file = scratch.file();
        long length = start.length;
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(start);
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                length += read;
                if (length > most) {
                    throw tooLarge(most);
                }
                out.write(buffer, 0, read);
            }
        }
        return new RawRequest.Content(null, file, length);
    }

    private static Fault tooLarge(long most) {
        return Fault.detail(413, "The body is larger than " + most + " bytes.");
    }

    static byte[] bytes(RawRequest.Content content) {
        return content == null ? new byte[0] : bytes(content.bytes(), content.file());
    }

    static byte[] bytes(RenderedResponse response) {
        return bytes(response.body(), response.file());
    }

    private static byte[] bytes(byte[] bytes, Path file) {
        try {
            return file == null ? bytes : Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
