package io.github.cvatopenapi.client;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Collects what the JSON of an error says, and no more of it than fits: servers mirror the request, so that one wrong
 * value stands among thousands of empty objects.
 */
final class ErrorWords {

    /** So many characters are kept, of paths and messages together. */
    private static final int MOST = 256 * 1024;
    private static final int LONGEST_PATH = 1_000;

    private static final String GENERAL = "non_field_errors";
    private static final Pattern INDEX = Pattern.compile("\\d+");

    private final Redaction redaction;
    private final List<String> general = new ArrayList<>();
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private String requestId;
    private boolean worded;
    private int left = MOST;

    ErrorWords(Redaction redaction) {
        this.redaction = redaction;
    }

    boolean isEmpty() {
        return general.isEmpty() && fields.isEmpty() && requestId == null;
    }

    ErrorBody body() {
        // A code is one beside a message; else it is what the server says of a field of that name.
        List<String> code = worded && fields.containsKey("code") && fields.get("code").size() == 1
                ? fields.remove("code") : null;
        return new ErrorBody(String.join("; ", general), code == null ? null : code.get(0), requestId, fields);
    }

    /** Reads a whole value. JSON that is nested too deeply for a stack is refused by the reader. */
    void read(JsonReader in) throws IOException {
        if (in.peek() != JsonToken.BEGIN_OBJECT) {
            collect("", in);
            return;
        }
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            boolean text = in.peek() == JsonToken.STRING;
            if (name.equals("rq_id") && text) {
                requestId = text(name, in);
            } else if ((name.equals("detail") || name.equals("message")) && text) {
                worded |= name.equals("message");
                say("", text(name, in));
            } else {
                member("", name, in);
            }
        }
        in.endObject();
    }

    private void member(String path, String name, JsonReader in) throws IOException {
        String inner = name.equals(GENERAL) ? path
                : INDEX.matcher(name).matches() ? joined(path, "[" + name + "]")
                : joined(path, path.isEmpty() ? name : "." + name);
        if (in.peek() == JsonToken.STRING) {
            say(inner, text(name, in));
        } else {
            collect(inner, in);
        }
    }

    private void collect(String path, JsonReader in) throws IOException {
        switch (in.peek()) {
            case BEGIN_OBJECT -> {
                in.beginObject();
                while (in.hasNext()) {
                    member(path, in.nextName(), in);
                }
                in.endObject();
            }
            case BEGIN_ARRAY -> {
                in.beginArray();
                for (int i = 0; in.hasNext(); i++) {
                    JsonToken item = in.peek();
                    boolean holds = item == JsonToken.BEGIN_OBJECT || item == JsonToken.BEGIN_ARRAY;
                    collect(holds ? joined(path, "[" + i + "]") : path, in);
                }
                in.endArray();
            }
            case NULL -> in.nextNull();
            case BOOLEAN -> say(path, Boolean.toString(in.nextBoolean()));
            default -> say(path, text("", in));
        }
    }

    private String text(String property, JsonReader in) throws IOException {
        return redaction.cleanValue(property, in.nextString());
    }

    private void say(String path, String message) {
        left -= path.length();
        if (left <= 0) {
            return;
        }
        String cut = message.substring(0, Math.min(message.length(), left));
        left -= cut.length();
        (path.isEmpty() ? general : fields.computeIfAbsent(redaction.clean(path), p -> new ArrayList<>())).add(cut);
    }

    private static String joined(String path, String part) {
        String joined = path.length() < LONGEST_PATH ? path + part : path;
        return joined.length() <= LONGEST_PATH ? joined : joined.substring(0, LONGEST_PATH);
    }
}
