package io.github.cvatopenapi.client.model;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the values inside models are read and written. The generated adapters use the constants by their types' names.
 */
final class Codec {

    static final TypeAdapter<Integer> INTEGER = new Nullable<>() {
        @Override
        Integer value(JsonReader in) throws IOException {
            return in.nextInt();
        }

        @Override
        public void write(JsonWriter out, Integer value) throws IOException {
            out.value(value);
        }
    };

    static final TypeAdapter<Long> LONG = new Nullable<>() {
        @Override
        Long value(JsonReader in) throws IOException {
            return in.nextLong();
        }

        @Override
        public void write(JsonWriter out, Long value) throws IOException {
            out.value(value);
        }
    };

    static final TypeAdapter<Double> DOUBLE = new Nullable<>() {
        @Override
        Double value(JsonReader in) throws IOException {
            return in.nextDouble();
        }

        @Override
        public void write(JsonWriter out, Double value) throws IOException {
            out.value(value);
        }
    };

    static final TypeAdapter<Boolean> BOOLEAN = new Nullable<>() {
        @Override
        Boolean value(JsonReader in) throws IOException {
            return in.nextBoolean();
        }

        @Override
        public void write(JsonWriter out, Boolean value) throws IOException {
            out.value(value);
        }
    };

    static final TypeAdapter<String> STRING = new Nullable<>() {
        @Override
        String value(JsonReader in) throws IOException {
            return in.nextString();
        }

        @Override
        public void write(JsonWriter out, String value) throws IOException {
            out.value(value);
        }
    };

    static final TypeAdapter<java.util.UUID> UUID = new Nullable<>() {
        @Override
        java.util.UUID value(JsonReader in) throws IOException {
            String text = in.nextString();
            try {
                return java.util.UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw new JsonParseException(text + " at " + in.getPreviousPath() + " is not a UUID.", e);
            }
        }

        @Override
        public void write(JsonWriter out, java.util.UUID value) throws IOException {
            out.value(value == null ? null : value.toString());
        }
    };

    /** With seconds always, and as many digits of their fractions as there are. */
    static final TypeAdapter<OffsetDateTime> OFFSETDATETIME = new Nullable<>() {
        @Override
        OffsetDateTime value(JsonReader in) throws IOException {
            String text = in.nextString();
            try {
                return OffsetDateTime.parse(text);
            } catch (DateTimeException e) {
                throw new JsonParseException(text + " at " + in.getPreviousPath() + " is not a date and time.", e);
            }
        }

        @Override
        public void write(JsonWriter out, OffsetDateTime value) throws IOException {
            out.value(value == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value));
        }
    };

    /** Any JSON as it is: numbers keep their digits, nulls stay. */
    static final TypeAdapter<JsonElement> JSONELEMENT = new TypeAdapter<>() {
        private final TypeAdapter<JsonElement> any = new Gson().getAdapter(JsonElement.class);

        @Override
        public JsonElement read(JsonReader in) throws IOException {
            return any.read(in);
        }

        @Override
        public void write(JsonWriter out, JsonElement value) throws IOException {
            boolean nulls = out.getSerializeNulls();
            out.setSerializeNulls(true);
            any.write(out, value);
            out.setSerializeNulls(nulls);
        }
    };

    /** The points of shapes, which are most of what large answers hold. */
    static final TypeAdapter<List<Double>> DOUBLES = new Nullable<>() {
        @Override
        List<Double> value(JsonReader in) throws IOException {
            List<Double> list = new ArrayList<>();
            in.beginArray();
            while (in.hasNext()) {
                list.add(DOUBLE.read(in));
            }
            in.endArray();
            return list;
        }

        @Override
        public void write(JsonWriter out, List<Double> list) throws IOException {
            out.beginArray();
            for (Double item : list) {
                out.value(item);
            }
            out.endArray();
        }
    };

    private Codec() {
    }

    static void writeNull(JsonWriter out, String name) throws IOException {
        boolean nulls = out.getSerializeNulls();
        out.setSerializeNulls(true);
        out.name(name).nullValue();
        out.setSerializeNulls(nulls);
    }

    static <T> TypeAdapter<List<T>> list(TypeAdapter<T> items) {
        return new Nullable<>() {
            @Override
            List<T> value(JsonReader in) throws IOException {
                List<T> list = new ArrayList<>();
                in.beginArray();
                while (in.hasNext()) {
                    list.add(items.read(in));
                }
                in.endArray();
                return list;
            }

            @Override
            public void write(JsonWriter out, List<T> list) throws IOException {
                out.beginArray();
                for (T item : list) {
                    items.write(out, item);
                }
                out.endArray();
            }
        };
    }

    static <T> TypeAdapter<Map<String, T>> map(TypeAdapter<T> values) {
        return new Nullable<>() {
            @Override
            Map<String, T> value(JsonReader in) throws IOException {
                Map<String, T> map = new LinkedHashMap<>();
                in.beginObject();
                while (in.hasNext()) {
                    map.put(in.nextName(), values.read(in));
                }
                in.endObject();
                return map;
            }

            @Override
            public void write(JsonWriter out, Map<String, T> map) throws IOException {
                out.beginObject();
                for (Map.Entry<String, T> entry : map.entrySet()) {
                    values.write(out.name(entry.getKey()), entry.getValue());
                }
                out.endObject();
            }
        };
    }

    /** Reads null wherever the server sends it. */
    private abstract static class Nullable<T> extends TypeAdapter<T> {

        @Override
        public final T read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return null;
            }
            return value(in);
        }

        abstract T value(JsonReader in) throws IOException;
    }
}
