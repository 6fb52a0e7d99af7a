package io.github.cvatopenapi.contract.harness.http;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.ResponseBody;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/** Reads bodies with the generated models and writes them again. Safe for threads. */
final class ModelRoundTrip {

    private static final String API = "io.github.cvatopenapi.client.api.";

    private final Gson gson = io.github.cvatopenapi.client.Json.gson();
    private final Map<String, Type> types = new HashMap<>();

    ModelRoundTrip(Contract contract) {
        Set<String> tags = new TreeSet<>();
        contract.operations().forEach(operation -> tags.add(operation.tag()));
        for (String tag : tags) {
            for (Method method : api(tag).getDeclaredMethods()) {
                contract.operations().stream().filter(operation -> isFor(method, operation)).findFirst()
                        .ifPresent(operation -> types.put(operation.id(), answerType(method)));
            }
        }
    }

    private static Class<?> api(String tag) {
        String name = API + tag.substring(0, 1).toUpperCase(Locale.ROOT) + tag.substring(1) + "Api";
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The client has no interface " + name + " for the tag " + tag + ".", e);
        }
    }

    private static boolean isFor(Method method, Operation operation) {
        String path = switch (operation.method()) {
            case "GET" -> method.isAnnotationPresent(GET.class) ? method.getAnnotation(GET.class).value() : "";
            case "POST" -> method.isAnnotationPresent(POST.class) ? method.getAnnotation(POST.class).value() : "";
            case "PUT" -> method.isAnnotationPresent(PUT.class) ? method.getAnnotation(PUT.class).value() : "";
            case "PATCH" -> method.isAnnotationPresent(PATCH.class) ? method.getAnnotation(PATCH.class).value() : "";
            case "DELETE" -> method.isAnnotationPresent(DELETE.class) ? method.getAnnotation(DELETE.class).value() : "";
            default -> "";
        };
        return ("/" + path).equals(operation.path());
    }

    private static Type answerType(Method method) {
        return ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
    }

    /** What is lost or not understood; empty where nothing is, or where the operation answers no JSON. */
    Optional<Violation> violation(Operation operation, RawAnswer answer) {
        Type type = types.get(operation.id());
        boolean success = answer.status() >= 200 && answer.status() < 300;
        if (!success || answer.json() == null || type == null || type == Void.class || type == ResponseBody.class
                || operation.response(answer.status()).isEmpty()) {
            return Optional.empty();
        }
        String problem;
        try {
            problem = difference(answer.json(),
                    JsonTrees.read(gson.toJson(gson.fromJson(answer.text(), type), type)), "$");
        } catch (JsonParseException | DateTimeException | IllegalArgumentException | IllegalStateException e) {
            problem = "it cannot be read: " + e.getMessage();
        }
        String name = type instanceof Class<?> model ? model.getSimpleName() : type.getTypeName();
        return Optional.ofNullable(problem).map(what -> new Violation(Rule.SCHEMA_MODEL,
                operation.id() + " answered " + answer.status() + " with a body that the model " + name
                        + " does not keep: " + what));
    }

    /** Where two trees differ, or null; an absent member is as good as null, a date is an instant. */
    private static String difference(Object sent, Object kept, String at) {
        if (sent instanceof Map<?, ?> object && kept instanceof Map<?, ?> other) {
            for (Map.Entry<?, ?> member : object.entrySet()) {
                String found = difference(member.getValue(), other.get(member.getKey()), at + "." + member.getKey());
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        if (sent instanceof List<?> items && kept instanceof List<?> others && items.size() == others.size()) {
            for (int i = 0; i < items.size(); i++) {
                String found = difference(items.get(i), others.get(i), at + "[" + i + "]");
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        return JsonTrees.same(sent, kept) ? null : at + " was " + sent + " and became " + kept;
    }
}
