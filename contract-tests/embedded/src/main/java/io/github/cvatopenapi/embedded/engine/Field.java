package io.github.cvatopenapi.embedded.engine;

import java.util.function.Function;

/**
 * A field of a list: what it is called in {@code filter}, {@code sort} and as a parameter, and how it is read.
 *
 * @param <T>      the entity
 * @param name     as it goes over the wire
 * @param type     how values are compared
 * @param value    reads it: text, Long, Double, Boolean, {@link java.time.Instant} or null
 * @param searched whether {@code search} looks at it
 * @param sorted   whether {@code sort} knows it
 * @param filtered whether {@code filter} knows it
 */
public record Field<T>(String name, Type type, Function<T, Object> value, boolean searched, boolean sorted, boolean filtered) {

    /** How values of a field are compared. */
    public enum Type { TEXT, NUMBER, BOOLEAN, DATE }

    public static <T> Field<T> text(String name, Function<T, Object> value) {
        return new Field<>(name, Type.TEXT, value, false, true, true);
    }

    public static <T> Field<T> number(String name, Function<T, Object> value) {
        return new Field<>(name, Type.NUMBER, value, false, true, true);
    }

    public static <T> Field<T> flag(String name, Function<T, Object> value) {
        return new Field<>(name, Type.BOOLEAN, value, false, true, true);
    }

    public static <T> Field<T> date(String name, Function<T, Object> value) {
        return new Field<>(name, Type.DATE, value, false, true, true);
    }

    /** The same, looked at by {@code search}. */
    public Field<T> search() {
        return new Field<>(name, type, value, true, sorted, filtered);
    }

    /** The same, unknown to {@code sort}. */
    public Field<T> unsorted() {
        return new Field<>(name, type, value, searched, false, filtered);
    }

    /** The same, unknown to {@code filter}. */
    public Field<T> unfiltered() {
        return new Field<>(name, type, value, searched, sorted, false);
    }

    Object of(T entity) {
        return value.apply(entity);
    }
}
