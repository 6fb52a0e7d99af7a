package io.github.cvatopenapi.embedded.engine;

import java.util.Locale;

/** Compares values of fields. */
final class Values {

    private Values() {
    }

    /** Ascending, null last, as the database of the server has it. */
    static int compareNullsLast(Object a, Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? 1 : -1;
        }
        return compare(a, b);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // both are of one field, hence of one type
    static int compare(Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return a instanceof Long p && b instanceof Long q
                    ? Long.compare(p, q)
                    : Json.decimal(x).compareTo(Json.decimal(y));
        }
        return a.getClass() == b.getClass() ? ((Comparable) a).compareTo(b) : a.toString().compareTo(b.toString());
    }

    /** Whether the text holds the part, letter case aside. */
    static boolean contains(Object value, String part) {
        return value != null && value.toString().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
