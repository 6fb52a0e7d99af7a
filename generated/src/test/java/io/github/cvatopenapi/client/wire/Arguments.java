package io.github.cvatopenapi.client.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.client.model.OpenEnum;
import io.github.cvatopenapi.spec.Operation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okhttp3.MultipartBody;
import retrofit2.http.Body;
import retrofit2.http.Header;
import retrofit2.http.Part;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The arguments of a generated method, made from values by the names that the document gives them. */
final class Arguments {

    /** A parameter of the document: where and by what name it goes over the wire. */
    record Place(String in, String name) {
    }

    private final Map<Place, String> values;
    private final Object body;
    private final Map<String, MultipartBody.Part> files;
    private final Map<String, String> fields;

    /**
     * @param values texts of the parameters; what is missing is passed as null
     * @param body   the value of the body parameter: a model, or the list of parts
     * @param files  file parts by the name of the Java parameter
     * @param fields texts of the form fields by name
     */
    Arguments(Map<Place, String> values, Object body, Map<String, MultipartBody.Part> files,
              Map<String, String> fields) {
        this.values = values;
        this.body = body;
        this.files = files;
        this.fields = fields;
    }

    /** Those of the method, in order. */
    Object[] of(Method method) {
        List<Object> arguments = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            arguments.add(argument(parameter));
        }
        return arguments.toArray();
    }

    private Object argument(Parameter parameter) {
        Place place = place(parameter);
        if (place != null && parameter.getType() == List.class && values.containsKey(place)) {
            ParameterizedType list = (ParameterizedType) parameter.getParameterizedType();
            return List.of(convert(values.get(place), (Class<?>) list.getActualTypeArguments()[0]));
        } else if (place != null) {
            return convert(values.get(place), parameter.getType());
        }
        if (parameter.isAnnotationPresent(Body.class) || parameter.getType() == List.class) {
            return body;
        }
        String field = parameter.getAnnotation(Part.class).value();
        return field.isEmpty() ? files.get(parameter.getName()) : convert(fields.get(field), parameter.getType());
    }

    /** Where a Java parameter goes, or null for a body or part. */
    static Place place(Parameter parameter) {
        Path path = parameter.getAnnotation(Path.class);
        if (path != null) {
            assertThat(path.encoded()).as("the value of " + path.value() + " must be encoded").isFalse();
            return new Place("path", path.value());
        }
        Query query = parameter.getAnnotation(Query.class);
        if (query != null) {
            assertThat(query.encoded()).as("the value of " + query.value() + " must be encoded").isFalse();
            return new Place("query", query.value());
        }
        Header header = parameter.getAnnotation(Header.class);
        return header == null ? null : new Place("header", header.value());
    }

    /** The parameters of the operation, as the document has them. */
    static List<Place> places(Operation operation) {
        return operation.parameters().stream().map(each -> new Place(each.in(), each.name())).toList();
    }

    /** The value of a text in a Java type. */
    static Object convert(String text, Class<?> type) {
        if (text == null || type == String.class) {
            return text;
        } else if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        } else if (type == Double.class) {
            return Double.valueOf(text);
        } else if (type == Boolean.class) {
            return Boolean.valueOf(text);
        } else if (type == UUID.class) {
            return UUID.fromString(text);
        } else if (type == OffsetDateTime.class) {
            return OffsetDateTime.parse(text);
        } else if (OpenEnum.class.isAssignableFrom(type)) {
            try {
                return type.getMethod("of", String.class).invoke(null, text);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("No conversion of text to " + type);
    }
}
