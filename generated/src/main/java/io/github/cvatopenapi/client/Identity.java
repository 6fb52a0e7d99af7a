package io.github.cvatopenapi.client;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/** By what an item of a list is known: its id, its key, or all it holds. */
final class Identity {

    private static final List<String> NAMES = List.of("getId", "getKey");

    /** The getter of each type of item; looked up once. */
    private static final ClassValue<Optional<MethodHandle>> GETTERS = new ClassValue<>() {
        @Override
        protected Optional<MethodHandle> computeValue(Class<?> type) {
            return NAMES.stream().flatMap(name -> getter(type, name).stream()).findFirst();
        }
    };

    private Identity() {
    }

    static Object of(Object item) {
        Optional<MethodHandle> getter = GETTERS.get(item.getClass());
        if (getter.isEmpty()) {
            return item;
        }
        try {
            Object id = getter.get().invokeExact(item);
            return id == null ? item : id;
        } catch (Throwable e) {
            throw new IllegalStateException("a getter of " + item.getClass().getSimpleName() + " failed", e);
        }
    }

    private static Optional<MethodHandle> getter(Class<?> type, String name) {
        try {
            Method method = type.getMethod(name);
            MethodHandle handle = MethodHandles.publicLookup().unreflect(method);
            return Optional.of(handle.asType(MethodType.methodType(Object.class, Object.class)));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
