package io.github.cvatopenapi.embedded.resources.permissions;

import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.store.Entity;
import io.github.cvatopenapi.embedded.store.Table;
import java.math.BigInteger;
import java.util.Map;

/**
 * Entities that a path, a parameter or a body names by id. The server looks those of a body up before it checks the
 * body, to
 * judge permission; where the value is no number it failed with 500, which is a 400 here.
 */
public final class EntityLookup {

    private EntityLookup() {
    }

    /** The entity; a 400 with a list of one text, naming the kind, where there is none. */
    public static <T extends Entity> T find(Table<T> table, String kind, String property, Object value) {
        return find(table, property, value, kind + " matching query does not exist.");
    }

    /** The entity that the path names by {@code id}; a 404 naming the kind where there is none. */
    public static <T extends Entity> T ofPath(Call call, Table<T> table, String kind) {
        T entity = table.get(call.id());
        if (entity == null) {
            throw Fault.noSuch(kind);
        }
        return entity;
    }

    /** The same in other words. Fractions are cut off, as the server does here. */
    public static <T extends Entity> T find(Table<T> table, String property, Object value, String missing) {
        T entity = table.get(number(property, value instanceof Double d ? (Object) d.longValue() : value));
        if (entity == null) {
            throw Fault.list(missing);
        }
        return entity;
    }

    /** The same for a body: a property that is missing, or null, names none. */
    public static <T extends Entity> T named(Table<T> table, String kind, String property, Object content) {
        Object value = content instanceof Map<?, ?> map ? map.get(property) : null;
        return find(table, kind, property, value == null ? (Object) (-1L) : value);
    }

    /** The id that a query parameter gives, null for none, -1 beyond 64 bits; a 400 where it cannot be one. */
    public static Long asked(Call call, String parameter) {
        String text = call.query().text(parameter);
        return text != null && text.strip().matches("[+-]?\\d{19,}") ? (Long) (-1L) : call.query().number(parameter);
    }

    /** Beyond 64 bits -1, which nothing has for an id. */
    private static long number(String property, Object value) {
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof BigInteger) {
            return -1;
        }
        if (value instanceof String text && text.strip().matches("[+-]?\\d{1,18}")) {
            return Long.parseLong(text.strip());
        }
        throw Fault.field(property, "A valid integer is required.");
    }
}
