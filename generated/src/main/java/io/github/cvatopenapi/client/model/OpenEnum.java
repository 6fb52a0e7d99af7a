package io.github.cvatopenapi.client.model;

/**
 * A value of an enumeration that a newer server may extend: the values of the document are constants, any other is kept
 * as it came. Constants can be compared with {@code ==}, values in general with {@code equals}. Immutable.
 */
public abstract class OpenEnum {

    private final String value;
    private final boolean known;

    OpenEnum(String value, boolean known) {
        this.value = value;
        this.known = known;
    }

    /**
     * The value as it goes over the wire.
     *
     * @return the value; never null
     */
    public final String value() {
        return value;
    }

    /**
     * Whether the document of this client's version has the value.
     *
     * @return true for the constants
     */
    public final boolean isKnown() {
        return known;
    }

    @Override
    public final boolean equals(Object other) {
        return this == other || other != null && other.getClass() == getClass()
                && ((OpenEnum) other).value.equals(value);
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    /** The value as it goes over the wire. */
    @Override
    public final String toString() {
        return value;
    }
}
