package io.github.cvatopenapi.embedded.engine;

import java.util.function.Function;

/**
 * A field of a list: what it is called in {@code filter}, {@code sort} and as a parameter, and how it is read. Which
 * of these know it differs by resource: an unknown one is refused in a filter and ignored in a sort.
 *
 * @param <T>      the entity
 * @param name     as it goes over the wire
 * @param type     how values are compared
 * @param value    reads it: text, Long, Double, Boolean, {@link java.time.Instant} or null
 * @param searched whether {@code search} looks at it
 * @param sorted   whether {@code sort} knows it
 * @param filtered whether {@code filter} knows it
 * @param simple   whether a parameter of its name asks for equality
 */
public record Field<T>(String name, Type type, Function<T, Object> value,
        boolean searched, boolean sorted, boolean filtered, boolean simple) {

    /** How values of a field are compared. */
    public enum Type { TEXT, NUMBER, BOOLEAN, DATE }

    public static <T> Field<T> text(String name, Function<T, Object> value) {
        return new Field<>(name, Type.TEXT, value, false, true, true, true);
    }

    public static <T> Field<T> number(String name, Function<T, Object> value) {
        return new Field<>(name, Type.NUMBER, value, false, true, true, true);
    }

    public static <T> Field<T> flag(String name, Function<T, Object> value) {
        return new Field<>(name, Type.BOOLEAN, value, false, true, true, true);
    }

    public static <T> Field<T> date(String name, Function<T, Object> value) {
        return new Field<>(name, Type.DATE, value, false, true, true, true);
    }

    /** The same, looked at by {@code search}. */
    public Field<T> search() {
        return new Field<>(name, type, value, true, sorted, filtered, simple);
    }

    /** The same, unknown to {@code sort}. */
    public Field<T> unsorted() {
        return new Field<>(name, type, value, searched, false, filtered, simple);
    }

    /** The same, unknown to {@code filter}. */
    public Field<T> unfiltered() {
        return new Field<>(name, type, value, searched, sorted, false, simple);
    }

    /** The same, where the resource itself says what a parameter of its name means. */
    public Field<T> ownParameter() {
        return new Field<>(name, type, value, searched, sorted, filtered, false);
    }

    Object of(T entity) {
        return value.apply(entity);
    }
}
