package io.github.cvatopenapi.client;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Part;

/** How values go over the wire. Safe for threads. */
public final class Json {

    /** Models leave out by themselves what is absent; a null in open JSON is meant. */
    private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType TEXT = MediaType.get("text/plain; charset=utf-8");

    private Json() {
    }

    /**
     * The Gson that reads and writes the models. Their adapters come with the models, so any other Gson does as well;
     * this one writes the nulls of open JSON too.
     *
     * @return the same each time
     */
    public static Gson gson() {
        return GSON;
    }

    /**
     * What a Retrofit needs to serve the generated interfaces: JSON bodies, an empty answer as null, form fields as
     * text, dates with their seconds.
     *
     * @return a factory for {@code Retrofit.Builder.addConverterFactory}
     */
    public static Converter.Factory converterFactory() {
        return new Factory();
    }

    private static final class Factory extends Converter.Factory {

        @Override
        public Converter<ResponseBody, ?> responseBodyConverter(
                Type type, Annotation[] annotations, Retrofit retrofit) {
            TypeAdapter<?> adapter = GSON.getAdapter(TypeToken.get(type));
            return body -> JsonAnswer.read(body, GSON, adapter);
        }

        @Override
        public Converter<?, RequestBody> requestBodyConverter(Type type, Annotation[] parameterAnnotations,
                Annotation[] methodAnnotations, Retrofit retrofit) {
            for (Annotation annotation : parameterAnnotations) {
                if (annotation instanceof Part) {
                    return value -> RequestBody.create(text(value), TEXT);
                }
            }
            return body(GSON.getAdapter(TypeToken.get(type)));
        }

        private static <T> Converter<T, RequestBody> body(TypeAdapter<T> adapter) {
            return value -> {
                Buffer buffer = new Buffer();
                try (Writer writer = new OutputStreamWriter(buffer.outputStream(), StandardCharsets.UTF_8);
                     JsonWriter json = GSON.newJsonWriter(writer)) {
                    adapter.write(json, value);
                }
                return RequestBody.create(buffer.readByteString(), JSON);
            };
        }

        @Override
        public Converter<?, String> stringConverter(Type type, Annotation[] annotations, Retrofit retrofit) {
            return type == OffsetDateTime.class ? (Converter<Object, String>) Factory::text : null;
        }

        /** Dates always with seconds, which {@code toString} leaves out when they are 0. */
        private static String text(Object value) {
            return value instanceof OffsetDateTime date ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date)
                    : String.valueOf(value);
        }
    }
}
