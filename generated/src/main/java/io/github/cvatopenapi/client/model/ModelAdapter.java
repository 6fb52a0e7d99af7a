package io.github.cvatopenapi.client.model;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.function.Supplier;

/** Reads and writes the models of a class. The models know their properties; this knows what all have in common. */
final class ModelAdapter<M extends Model> extends TypeAdapter<M> {

    private final Supplier<M> models;

    ModelAdapter(Supplier<M> models) {
        this.models = models;
    }

    @Override
    public M read(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NULL) {
            in.nextNull();
            return null;
        }
        M model = models.get();
        in.beginObject();
        while (in.hasNext()) {
            String property = in.nextName();
            if (!model.read(property, in)) {
                model.readUnknown(property, in);
            }
        }
        in.endObject();
        return model;
    }

    @Override
    public void write(JsonWriter out, M model) throws IOException {
        if (model == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        model.write(out);
        model.writeUnknown(out);
        out.endObject();
    }

    /** Finds the adapter of a generated class, for any Gson; the annotations of the classes name it. */
    static final class Factory implements TypeAdapterFactory {

        @Override
        @SuppressWarnings("unchecked") // ADAPTER of a class is for that class
        public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            try {
                return (TypeAdapter<T>) type.getRawType().getDeclaredField("ADAPTER").get(null);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type + " has no adapter.", e);
            }
        }
    }
}
