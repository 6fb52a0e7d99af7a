package io.github.cvatopenapi.embedded.engine;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The query of a call. A parameter that is given twice has its last value. */
public final class Query {

    private static final List<String> YES = List.of("y", "yes", "t", "true", "on", "1");
    private static final List<String> NO = List.of("n", "no", "f", "false", "off", "0");

    private final Map<String, List<String>> values;

    private Query(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Reads the part of a URL after the question mark; null for none. */
    public static Query of(String raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    values.computeIfAbsent(decode(equals < 0 ? pair : pair.substring(0, equals)),
                                    any -> new ArrayList<>())
                            .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
                }
            }
        }
        return new Query(values);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The value, or null when it is not given. */
    public String get(String name) {
        List<String> given = values.get(name);
        return given == null ? null : given.get(given.size() - 1);
    }

    /** The value, or null when it is not given or empty. */
    public String text(String name) {
        String value = get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * The value as a whole number, null when it is not given or empty; a 400 naming the parameter when it is something
     * else.
     */
    public Long number(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            return Long.valueOf(value.strip());
        } catch (NumberFormatException e) {
            throw Fault.field(name, "Enter a number.");
        }
    }

    /** Whether the value means yes; a 400 naming the parameter when it means neither yes nor no. */
    public boolean flag(String name, boolean otherwise) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        boolean yes = YES.contains(value.toLowerCase(Locale.ROOT));
        if (!yes && !NO.contains(value.toLowerCase(Locale.ROOT))) {
            throw Fault.field(name, "Must be a valid boolean.");
        }
        return yes;
    }

    /**
     * The query with one parameter set, or taken out where {@code value} is null, sorted by name, as page links have
     * it.
     */
    public String with(String name, String value) {
        Map<String, List<String>> sorted = new TreeMap<>(values);
        sorted.put(name, value == null ? List.of() : List.of(value));
        StringBuilder text = new StringBuilder();
        sorted.forEach((key, all) -> all.forEach(each -> text.append(text.isEmpty() ? "" : "&")
                .append(encode(key)).append('=').append(encode(each))));
        return text.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%7E", "~").replace("*", "%2A");
    }
}
