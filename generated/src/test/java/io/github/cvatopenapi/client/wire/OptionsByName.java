package io.github.cvatopenapi.client.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.client.wire.Arguments.Place;
import io.github.cvatopenapi.spec.Operation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import retrofit2.Call;

/** Calls the forms of a method that take its optional parameters by name, or not at all. */
final class OptionsByName {

    private OptionsByName() {
    }

    /** With every optional argument set by its name. */
    static Call<?> call(Object api, Method method, Object[] arguments, Operation operation) throws Exception {
        List<Object> given = new ArrayList<>();
        Map<String, Object> options = new LinkedHashMap<>();
        split(method, arguments, operation, given, options);
        Method byName = overload(method, given.size() + 1, true);
        Consumer<Object> consumer = chosen -> options.forEach((name, value) -> {
            Method setter = Arrays.stream(chosen.getClass().getMethods())
                    .filter(each -> each.getName().equals(name)).findFirst().orElseThrow();
            try {
                assertThat(setter.invoke(chosen, value)).isSameAs(chosen);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
        given.add(consumer);
        assertThat(optionNames(byName)).containsExactlyInAnyOrderElementsOf(options.keySet());
        return (Call<?>) byName.invoke(api, given.toArray());
    }

    /** Without any optional argument. */
    static Call<?> callWithout(Object api, Method method, Object[] arguments, Operation operation) throws Exception {
        List<Object> given = new ArrayList<>();
        split(method, arguments, operation, given, new LinkedHashMap<>());
        return (Call<?>) overload(method, given.size(), false).invoke(api, given.toArray());
    }

    private static void split(Method method, Object[] arguments, Operation operation, List<Object> given,
                              Map<String, Object> options) {
        for (int i = 0; i < arguments.length; i++) {
            Parameter parameter = method.getParameters()[i];
            Place place = Arguments.place(parameter);
            if (place == null || operation.parameter(place.in(), place.name()).orElseThrow().required()) {
                given.add(arguments[i]);
            } else {
                options.put(parameter.getName(), arguments[i]);
            }
        }
    }

    private static Method overload(Method method, int parameters, boolean options) {
        return Arrays.stream(method.getDeclaringClass().getMethods())
                .filter(each -> each.isDefault() && each.getName().equals(method.getName()))
                .filter(each -> each.getParameterCount() == parameters)
                .filter(each -> options == (parameters > 0
                        && each.getParameterTypes()[parameters - 1] == Consumer.class))
                .findFirst().orElseThrow(() -> new AssertionError("No other form of " + method));
    }

    private static List<String> optionNames(Method byName) {
        Type consumer = byName.getGenericParameterTypes()[byName.getParameterCount() - 1];
        Type options = ((ParameterizedType) consumer).getActualTypeArguments()[0];
        Class<?> type = (Class<?>) (options instanceof WildcardType wildcard ? wildcard.getLowerBounds()[0] : options);
        return Arrays.stream(type.getDeclaredMethods()).filter(each -> !each.isSynthetic()).map(Method::getName)
                .toList();
    }
}
