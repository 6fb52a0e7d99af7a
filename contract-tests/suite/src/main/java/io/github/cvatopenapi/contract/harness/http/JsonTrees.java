package io.github.cvatopenapi.contract.harness.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.cvatopenapi.spec.Trees;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** JSON as trees of maps, lists and scalars. */
public final class JsonTrees {

    private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

    /** A date with its offset, which a server writes in the time zone that it was set up with. */
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*");

    private JsonTrees() {
    }

    /** The text of a tree; nulls are kept. */
    public static String write(Object tree) {
        return GSON.toJson(tree);
    }

    /** The tree of a text; a {@link JsonParseException} where it is not JSON. */
    public static Object read(String text) {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            Object tree = GSON.fromJson(reader, Object.class);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonParseException("Text after the JSON value.");
            }
            return tree;
        } catch (IOException e) {
            throw new JsonParseException(e);
        }
    }

    /** What lies at a dotted path such as {@code results.0.id}; null where there is nothing. */
    public static Object at(Object tree, String path) {
        Object here = tree;
        for (String step : path.isEmpty() ? new String[0] : path.split("\\.")) {
            if (here instanceof List<?> items) {
                int index = Integer.parseInt(step);
                here = index < items.size() ? items.get(index) : null;
            } else {
                here = Trees.object(here).get(step);
            }
        }
        return here;
    }

    /** Whether two trees say the same: numbers by value, dates whatever their offset, objects whatever their order. */
    public static boolean same(Object one, Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
        }
        if (one instanceof Map<?, ?> a && other instanceof Map<?, ?> b) {
            return a.keySet().equals(b.keySet()) && a.keySet().stream().allMatch(key -> same(a.get(key), b.get(key)));
        }
        if (one instanceof List<?> a && other instanceof List<?> b) {
            if (a.size() != b.size()) {
                return false;
            }
            for (int i = 0; i < a.size(); i++) {
                if (!same(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return Objects.equals(one, other) || sameInstant(one, other);
    }

    /** Whether two lists hold the same, each as often, whatever their order. */
    public static boolean sameInAnyOrder(Collection<?> one, Collection<?> other) {
        List<Object> left = new ArrayList<>(other);
        for (Object each : one) {
            int found = 0;
            while (found < left.size() && !same(each, left.get(found))) {
                found++;
            }
            if (found == left.size()) {
                return false;
            }
            left.remove(found);
        }
        return left.isEmpty();
    }

    private static boolean sameInstant(Object one, Object other) {
        if (!(one instanceof String a && other instanceof String b
                && DATE.matcher(a).matches() && DATE.matcher(b).matches())) {
            return false;
        }
        try {
            return OffsetDateTime.parse(a).toInstant().equals(OffsetDateTime.parse(b).toInstant());
        } catch (DateTimeException e) {
            return false;
        }
    }
}
