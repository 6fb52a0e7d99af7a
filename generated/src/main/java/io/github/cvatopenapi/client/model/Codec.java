package io.github.cvatopenapi.client.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.Gson;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How the values inside models are read and written. */
final class Codec {

    private static final Gson GSON = new Gson();

    static final TypeAdapter<Integer> INTEGER = GSON.getAdapter(Integer.class);
    static final TypeAdapter<Long> LONG = GSON.getAdapter(Long.class);
    static final TypeAdapter<Double> DOUBLE = GSON.getAdapter(Double.class);
    static final TypeAdapter<Boolean> BOOLEAN = GSON.getAdapter(Boolean.class);
    static final TypeAdapter<String> STRING = GSON.getAdapter(String.class);
    static final TypeAdapter<UUID> UUID = GSON.getAdapter(UUID.class);
    static final TypeAdapter<JsonElement> JSONELEMENT = GSON.getAdapter(JsonElement.class);

    static final TypeAdapter<OffsetDateTime> OFFSETDATETIME = new TypeAdapter<OffsetDateTime>() {
        @Override
        public OffsetDateTime read(JsonReader in) throws IOException {
            return OffsetDateTime.parse(in.nextString());
        }

        @Override
        public void write(JsonWriter out, OffsetDateTime value) throws IOException {
            out.value(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value));
        }
    }.nullSafe();

    private Codec() {
    }

    static void writeNull(JsonWriter out, String name) throws IOException {
        boolean before = out.getSerializeNulls();
        out.setSerializeNulls(true);
        out.name(name).nullValue();
        out.setSerializeNulls(before);
    }

    static <T> TypeAdapter<List<T>> list(TypeAdapter<T> items) {
        return new TypeAdapter<>() {
            @Override
            public List<T> read(JsonReader in) throws IOException {
                if (in.peek() == JsonToken.NULL) {
                    in.nextNull();
                    return null;
                }
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
        return new TypeAdapter<>() {
            @Override
            public Map<String, T> read(JsonReader in) throws IOException {
                if (in.peek() == JsonToken.NULL) {
                    in.nextNull();
                    return null;
                }
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
}
