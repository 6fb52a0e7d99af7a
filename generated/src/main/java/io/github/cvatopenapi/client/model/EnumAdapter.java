package io.github.cvatopenapi.client.model;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.function.Function;

/** Reads and writes the values of an open enumeration. */
final class EnumAdapter<E extends OpenEnum> extends TypeAdapter<E> {

    private final Function<String, E> values;

    EnumAdapter(Function<String, E> values) {
        this.values = values;
    }

    @Override
    public E read(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NULL) {
            in.nextNull();
            return null;
        }
        return values.apply(in.nextString());
    }

    @Override
    public void write(JsonWriter out, E value) throws IOException {
        out.value(value == null ? null : value.value());
    }
}
