package io.github.cvatopenapi.client;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.ByteString;

/** Reads an answer's JSON, and says what came where it was not JSON. */
final class JsonAnswer {

    /** How much of the body an exception shows. */
    private static final long SHOWN = 8_192;

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
                throw new Unreadable(
                        "HTML came where JSON was due: is the base URL right?", text(start(source), type), null);
            }
            return parse(body, gson, adapter, start(source));
        }
    }

    private static <T> T parse(ResponseBody body, Gson gson, TypeAdapter<T> adapter, ByteString start)
            throws IOException {
        JsonReader reader = gson.newJsonReader(body.charStream());
        MediaType type = body.contentType();
        try {
            T value = adapter.read(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new Unreadable("more came after the JSON", text(start, type), null);
            }
            return value;
        } catch (RuntimeException e) {
            // Adapters throw many kinds; a failure of the connection may be the cause.
            throw e.getCause() instanceof IOException cause ? problem(cause, text(start, type))
                    : new Unreadable(
                            "the JSON is not of the expected form: " + whatCame(reader, e), text(start, type), e);
        } catch (Unreadable e) {
            throw e;
        } catch (IOException e) {
            throw problem(e, text(start, type));
        }
    }

    /** Where the reader stands, and before what; adapters that have read it on already say both themselves. */
    private static String whatCame(JsonReader reader, RuntimeException failure) {
        if (failure instanceof JsonParseException) {
            return String.valueOf(failure.getMessage());
        }
        String path = reader.getPath();
        try {
            if (failure instanceof NumberFormatException) {
                return "at " + path + " came " + reader.nextString() + ", which is no such number";
            }
            return "at " + path + " came " + switch (reader.peek()) {
                case BEGIN_OBJECT -> "an object";
                case BEGIN_ARRAY -> "a list";
                case STRING -> "a text";
                case NUMBER -> "a number";
                case BOOLEAN -> "true or false";
                case NULL -> "null";
                default -> "something else";
            };
        } catch (IOException e) {
            return "at " + path + " came what cannot be read";
        }
    }

    private static String text(ByteString bytes, MediaType type) {
        String text = bytes.string(type == null ? StandardCharsets.UTF_8 : type.charset(StandardCharsets.UTF_8));
        return bytes.size() < SHOWN ? text : text + "...";
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

    private static ByteString start(BufferedSource source) throws IOException {
        BufferedSource peek = source.peek();
        try {
            peek.request(SHOWN);
        } catch (IOException e) {
            throw new Cut(e);
        }
        return peek.readByteString(Math.min(SHOWN, peek.getBuffer().size()));
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
