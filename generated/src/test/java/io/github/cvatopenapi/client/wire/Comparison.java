package io.github.cvatopenapi.client.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.cvatopenapi.client.model.Model;
import io.github.cvatopenapi.client.model.ModelView;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import retrofit2.http.Body;

/**
 * Compares a document with what became of it after reading and writing: numbers by value, dates by instant; null and
 * absent are equal in types that no request uses. What the read value does not know counts as a difference too.
 */
final class Comparison {

    private static final Set<Type> REQUESTS = requests();

    private final List<String> differences = new ArrayList<>();

    /** The differences, one sentence each. */
    List<String> of(JsonElement before, JsonElement after, Object value) {
        compare("$", before, after, value);
        return differences;
    }

    private void compare(String path, JsonElement before, JsonElement after, Object value) {
        if (before instanceof JsonObject object && after instanceof JsonObject other) {
            compareObjects(path, object, other, value);
        } else if (before instanceof JsonArray list && after instanceof JsonArray other) {
            if (list.size() != other.size()) {
                differences.add(path + " had " + list.size() + " items, now " + other.size());
                return;
            }
            for (int i = 0; i < list.size(); i++) {
                Object item = value instanceof List<?> items ? items.get(i) : null;
                compare(path + "[" + i + "]", list.get(i), other.get(i), item);
            }
        } else if (!same(before, after)) {
            differences.add(path + " was " + before + ", now " + after);
        }
    }

    private void compareObjects(String path, JsonObject before, JsonObject after, Object value) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        if (value instanceof Model model && !model.unknownMembers().isEmpty()) {
            differences.add(path + " has members that " + model.getClass().getSimpleName() + " does not know: "
                    + model.unknownMembers().keySet());
        }
        Map<?, ?> inner = value instanceof Model model ? ModelView.properties(model)
                : value instanceof Map<?, ?> map ? map : Map.of();
        for (String name : names) {
            String here = path + "." + name;
            if (!before.has(name)) {
                differences.add(here + " was absent, now " + after.get(name));
            } else if (!after.has(name)) {
                boolean answerOnly = value instanceof Model && !REQUESTS.contains(value.getClass());
                if (!(answerOnly && before.get(name).isJsonNull())) {
                    differences.add(here + " was " + before.get(name) + ", now absent");
                }
            } else {
                compare(here, before.get(name), after.get(name), inner.get(name));
            }
        }
    }

    private static boolean same(JsonElement before, JsonElement after) {
        if (before.equals(after)) {
            return true;
        }
        if (!(before instanceof JsonPrimitive one && after instanceof JsonPrimitive other)) {
            return false;
        }
        if (one.isNumber() && other.isNumber()) {
            return one.getAsBigDecimal().compareTo(other.getAsBigDecimal()) == 0;
        }
        try {
            return one.isString() && other.isString()
                    && OffsetDateTime.parse(one.getAsString()).isEqual(OffsetDateTime.parse(other.getAsString()));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** The models that bodies of requests are made of. */
    private static Set<Type> requests() {
        Deque<Type> left = new ArrayDeque<>();
        Generated.methods().values().forEach(method -> Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(Body.class))
                .forEach(parameter -> left.add(parameter.getParameterizedType())));
        Set<Type> found = new LinkedHashSet<>();
        while (!left.isEmpty()) {
            Type type = left.poll();
            if (type instanceof ParameterizedType generic) {
                left.addAll(List.of(generic.getActualTypeArguments()));
            } else if (type instanceof Class<?> model && Model.class.isAssignableFrom(model) && found.add(type)) {
                for (Field field : model.getDeclaredFields()) {
                    left.add(field.getGenericType());
                }
            }
        }
        return found;
    }
}
