package io.github.cvatopenapi.client;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final String GENERAL = "non_field_errors";
    private static final Pattern TITLE = Pattern.compile("<title[^<>]*>([^<]*)</title>", Pattern.CASE_INSENSITIVE);
    private static final Pattern INDEX = Pattern.compile("\\d+");

    static ErrorBody read(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith("<")) {
            return plain(page(trimmed));
        }
        if (trimmed.startsWith("{") || trimmed.startsWith("[") || trimmed.startsWith("\"")) {
            try {
                return new Reader().read(JsonParser.parseString(trimmed));
            } catch (JsonParseException e) {
                return plain(trimmed);
            }
        }
        return plain(trimmed);
    }

    private static ErrorBody plain(String message) {
        return new ErrorBody(message, null, null, Map.of());
    }

    private static String page(String html) {
        Matcher title = TITLE.matcher(html);
        return title.find() && !title.group(1).isBlank() ? "an HTML page: " + title.group(1).strip() : "an HTML page";
    }

    /** Collects what a JSON body says. */
    private static final class Reader {
        private final List<String> general = new ArrayList<>();
        private final Map<String, List<String>> fields = new LinkedHashMap<>();
        private String code;
        private String requestId;

        ErrorBody read(JsonElement body) {
            if (body.isJsonObject()) {
                object(body.getAsJsonObject());
            } else {
                collect("", body);
            }
            return new ErrorBody(String.join("; ", general), code, requestId, fields);
        }

        private void object(JsonObject body) {
            boolean coded = text(body.get("code")) && text(body.get("message"));
            body.asMap().forEach((name, value) -> {
                if (name.equals("rq_id") && text(value)) {
                    requestId = value.getAsString();
                } else if (name.equals("code") && coded) {
                    code = value.getAsString();
                } else if ((name.equals("detail") || name.equals("message")) && text(value)) {
                    general.add(value.getAsString());
                } else {
                    member("", name, value);
                }
            });
        }

        private void member(String path, String name, JsonElement value) {
            if (name.equals(GENERAL)) {
                collect(path, value);
            } else if (INDEX.matcher(name).matches()) {
                collect(path + "[" + name + "]", value);
            } else {
                collect(path.isEmpty() ? name : path + "." + name, value);
            }
        }

        private void collect(String path, JsonElement value) {
            if (value.isJsonObject()) {
                value.getAsJsonObject().asMap().forEach((name, inner) -> member(path, name, inner));
            } else if (value.isJsonArray()) {
                JsonArray items = value.getAsJsonArray();
                for (int i = 0; i < items.size(); i++) {
                    JsonElement item = items.get(i);
                    collect(item.isJsonPrimitive() ? path : path + "[" + i + "]", item);
                }
            } else if (!value.isJsonNull()) {
                (path.isEmpty() ? general : fields.computeIfAbsent(path, p -> new ArrayList<>()))
                        .add(value.getAsString());
            }
        }

        private static boolean text(JsonElement value) {
            return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
        }
    }
}
