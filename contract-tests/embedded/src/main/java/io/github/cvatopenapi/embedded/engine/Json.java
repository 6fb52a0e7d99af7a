package io.github.cvatopenapi.embedded.engine;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * JSON as trees of maps, lists, texts, numbers (Long, BigInteger, Double), booleans and null. Reading is strict and
 * safe with hostile input: nesting and the length of numbers are limited.
 */
public final class Json {

    private static final int DEPTH = 200;
    private static final int DIGITS = 400;

    private Json() {
    }

    /** Reads one value; {@link JsonParseException} with a short reason otherwise. */
    public static Object read(String text) {
        JsonReader in = new JsonReader(new StringReader(text));
        in.setStrictness(Strictness.STRICT);
        in.setNestingLimit(DEPTH);
        try {
            Object value = value(in);
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonParseException("Extra data");
            }
            return value;
        } catch (MalformedJsonException e) {
            String reason = String.valueOf(e.getMessage());
            throw new JsonParseException(reason.contains("esting limit") ? "Nesting is too deep" : "Expecting value");
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw new JsonParseException("Expecting value");
        }
    }

    private static Object value(JsonReader in) throws IOException {
        switch (in.peek()) {
            case BEGIN_OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                in.beginObject();
                while (in.hasNext()) {
                    members.put(in.nextName(), value(in));
                }
                in.endObject();
                return members;
            }
            case BEGIN_ARRAY -> {
                List<Object> items = new ArrayList<>();
                in.beginArray();
                while (in.hasNext()) {
                    items.add(value(in));
                }
                in.endArray();
                return items;
            }
            case STRING -> {
                return in.nextString();
            }
            case NUMBER -> {
                return number(in.nextString());
            }
            case BOOLEAN -> {
                return in.nextBoolean();
            }
            case NULL -> {
                in.nextNull();
                return null;
            }
            default -> throw new JsonParseException("Expecting value");
        }
    }

    private static Object number(String text) {
        if (text.length() > DIGITS) {
            throw new JsonParseException("Number is too long");
        }
        if (text.matches("-?\\d+")) {
            BigInteger whole = new BigInteger(text);
            return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw new JsonParseException("Number is too large");
        }
        return value;
    }

    /** Writes a tree; an {@link Instant} as ISO 8601 text. */
    public static String write(Object tree) {
        return write(tree, "");
    }

    /** The same on many lines, for people. */
    public static String pretty(Object tree) {
        return write(tree, "    ");
    }

    private static String write(Object tree, String indent) {
        StringWriter text = new StringWriter(256);
        try (JsonWriter out = new JsonWriter(text)) {
            out.setIndent(indent);
            out.setStrictness(Strictness.LENIENT);
            out.setHtmlSafe(false);
            write(out, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonWriter out, Object tree) throws IOException {
        if (tree == null) {
            out.nullValue();
        } else if (tree instanceof Map<?, ?> map) {
            out.beginObject();
            for (Map.Entry<?, ?> member : map.entrySet()) {
                out.name(String.valueOf(member.getKey()));
                write(out, member.getValue());
            }
            out.endObject();
        } else if (tree instanceof Iterable<?> items) {
            out.beginArray();
            for (Object item : items) {
                write(out, item);
            }
            out.endArray();
        } else if (tree instanceof Boolean flag) {
            out.value(flag);
        } else if (tree instanceof Number number) {
            out.value(number);
        } else {
            out.value(tree.toString());
        }
    }

    /** An object under construction: keys and values in turn. Values may be null. */
    public static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }

    /** Equal as JSON: numbers by value, whatever their Java type. */
    public static boolean same(Object a, Object b) {
        if (a instanceof Long && b instanceof Long) {
            return a.equals(b);
        }
        if (a instanceof Number x && b instanceof Number y) {
            return decimal(x).compareTo(decimal(y)) == 0;
        }
        return Objects.equals(a, b);
    }

    static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }
}
