package io.github.cvatopenapi.client.wire;

import io.github.cvatopenapi.client.api.ServerApi;
import io.github.cvatopenapi.client.model.Model;
import io.github.cvatopenapi.spec.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The methods that Retrofit serves, found by reflection: what the generated jar really has. */
final class Generated {

    private Generated() {
    }

    /** Every generated interface. */
    static List<Class<?>> interfaces() {
        return besides(ServerApi.class).filter(each -> each.getSimpleName().endsWith("Api")).toList();
    }

    /** Every generated model. */
    static List<Class<? extends Model>> models() {
        return besides(Model.class).filter(each -> each != Model.class && Model.class.isAssignableFrom(each))
                .<Class<? extends Model>>map(each -> each.asSubclass(Model.class)).toList();
    }

    /** The classes of the jar that stand in the same package. */
    private static Stream<Class<?>> besides(Class<?> neighbour) {
        String packageName = neighbour.getPackageName();
        try {
            Path classes = Path.of(neighbour.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (Stream<Path> files = Files.list(classes.resolve(packageName.replace('.', '/')))) {
                return files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".class") && !name.contains("$"))
                        .sorted()
                        .<Class<?>>map(name -> load(packageName + "." + name.replace(".class", "")))
                        .toList().stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The methods that make a request, by name; one name must not stand for two. */
    static Map<String, Method> methods() {
        Map<String, Method> methods = new LinkedHashMap<>();
        interfaces().stream().flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(method -> !method.isDefault() && !method.isSynthetic())
                .forEach(method -> {
                    if (methods.put(method.getName(), method) != null) {
                        throw new IllegalStateException("Two requests are called " + method.getName() + ".");
                    }
                });
        return methods;
    }

    /** The interface that must have the operation. */
    static String interfaceName(Operation operation) {
        return capitalized(operation.tag()) + "Api";
    }

    /** The method that must be there for an operation. */
    static String methodName(Operation operation) {
        String[] words = operation.id().split("_");
        StringBuilder name = new StringBuilder(words[0]);
        Arrays.stream(words).skip(1).map(Generated::capitalized).forEach(name::append);
        return name.toString();
    }

    private static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** What a method's call is answered with. */
    static Type answer(Method method) {
        return ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
    }
}
