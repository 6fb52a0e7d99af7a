package io.github.cvatopenapi.embedded.resources.cloudstorages;

import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.media.Images;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A page of one level of a bucket. Pages follow the order of keys; within a page directories come first.
 *
 * @param entries as the server describes them, with names relative to the last directory in the prefix
 * @param next    token of the page after it, null for none
 */
record ContentPage(List<Map<String, Object>> entries, String next) {

    private static final String AFTER = "after:";

    /**
     * The entries below a prefix.
     *
     * @param keys  of the bucket; those of directories end in a slash
     * @param token as {@link #next} said it, null for the first page
     * @throws IllegalArgumentException when the token is none
     */
    static ContentPage of(List<String> keys, String prefix, String token, int size) {
        NavigableMap<String, Map<String, Object>> left = level(keys, prefix);
        if (token != null) {
            left = left.tailMap(key(token), false);
        }
        if (size == 0) {
            return new ContentPage(List.of(), null);
        }
        List<String> page = left.keySet().stream().limit(size).toList();
        String next = page.size() < left.size() ? token(page.get(page.size() - 1)) : null;
        return new ContentPage(page.stream().sorted(Comparator.comparing(each -> !each.endsWith("/")))
                .map(left::get).toList(), next);
    }

    private static NavigableMap<String, Map<String, Object>> level(List<String> keys, String prefix) {
        NavigableMap<String, Map<String, Object>> level = new TreeMap<>();
        int start = prefix.lastIndexOf('/') + 1;
        for (String key : keys) {
            if (key.startsWith(prefix) && !key.equals(prefix)) {
                int slash = key.indexOf('/', prefix.length());
                if (slash < 0) {
                    String name = key.substring(start);
                    level.put(key, Json.object("name", name, "type", "REG", "mime_type", mimeType(name)));
                } else {
                    level.put(key.substring(0, slash + 1),
                            Json.object("name", key.substring(start, slash), "type", "DIR", "mime_type", "DIR"));
                }
            }
        }
        return level;
    }

    /** The server's word for what a file name promises. */
    private static String mimeType(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Images.isImageName(lower) ? "image" : lower.endsWith(".zip") ? "archive" : "unknown";
    }

    private static String token(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((AFTER + key).getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String token) {
        String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        if (!text.startsWith(AFTER)) {
            throw new IllegalArgumentException("The token is of no page.");
        }
        return text.substring(AFTER.length());
    }
}
