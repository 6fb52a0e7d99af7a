package io.github.cvatopenapi.client;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/** Reads an answer's JSON, and says what came where it was not JSON. */
final class JsonAnswer {

    private static final long SHOWN = 300;

    private JsonAnswer() {
    }

    /** The decoded body; null when it is empty, as some answers are that the document gives a type. */
    static <T> T read(ResponseBody body, Gson gson, TypeAdapter<T> adapter) throws IOException {
        try (body) {
            BufferedSource source = body.source();
            if (exhausted(source)) {
                return null;
            }
            MediaType type = body.contentType();
            if (type != null && type.subtype().equals("html")) {
                throw new Unreadable("HTML came where JSON was due: is the base URL right?", start(source), null);
            }
            return parse(body, gson, adapter, start(source));
        }
    }

    private static <T> T parse(ResponseBody body, Gson gson, TypeAdapter<T> adapter, String start) throws IOException {
        JsonReader reader = gson.newJsonReader(body.charStream());
        try {
            T value = adapter.read(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new Unreadable("more came after the JSON", start, null);
            }
            return value;
        } catch (RuntimeException e) {
            // Adapters throw many kinds; a failure of the connection may be the cause.
            throw e.getCause() instanceof IOException cause ? problem(cause, start)
                    : new Unreadable("the JSON is not of the expected form: " + e.getMessage(), start, e);
        } catch (Unreadable e) {
            throw e;
        } catch (IOException e) {
            throw problem(e, start);
        }
    }

    /** Gson tells of bad JSON by I/O exceptions too. */
    private static IOException problem(IOException failure, String start) {
        if (failure instanceof MalformedJsonException) {
            return new Unreadable("what came is not JSON", start, failure);
        }
        boolean early = failure instanceof EOFException
                && String.valueOf(failure.getMessage()).startsWith("End of input");
        return early ? new Unreadable("the JSON ends too early", start, failure) : new Cut(failure);
    }

    private static boolean exhausted(BufferedSource source) throws IOException {
        try {
            return source.exhausted();
        } catch (IOException e) {
            throw new Cut(e);
        }
    }

    private static String start(BufferedSource source) throws IOException {
        BufferedSource peek = source.peek();
        try {
            peek.request(SHOWN);
        } catch (IOException e) {
            throw new Cut(e);
        }
        return peek.readUtf8(Math.min(SHOWN, peek.getBuffer().size()));
    }

    /** A whole body that is not what was due. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1;
        private final String start;

        Unreadable(String problem, String start, Exception cause) {
            super(problem, cause);
            this.start = start;
        }

        String start() {
            return start;
        }
    }

    /** The connection failed within the body. */
    static final class Cut extends IOException {
        private static final long serialVersionUID = 1;

        Cut(IOException cause) {
            super("the answer broke off: " + cause.getMessage(), cause);
        }
    }
}
