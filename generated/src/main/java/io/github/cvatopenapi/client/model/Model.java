package io.github.cvatopenapi.client.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What every model has: absent, null and value told apart where the document allows null in a request; members that
 * this version does not know kept and sent back; equality by content; a {@code toString} without secrets.
 * Models can be changed, and must not be while another thread uses them.
 */
public abstract class Model {

    /** One bit for each property that was set to null, counted from 1. */
    private long nulls;
    private Map<String, JsonElement> unknown;

    Model() {
    }

    /**
     * The members that the document of this version does not have.
     *
     * @return values by name, in their order; cannot be changed
     */
    public final Map<String, JsonElement> unknownMembers() {
        return unknown == null ? Map.of() : Collections.unmodifiableMap(unknown);
    }

    /**
     * Adds a member that the document of this version does not have.
     *
     * @param name  its name
     * @param value its value; a JSON null or null is sent as null
     * @throws IllegalArgumentException if the document has a property of that name
     */
    public final void putUnknownMember(String name, JsonElement value) {
        if (position(name) >= 0) {
            throw new IllegalArgumentException(
                    name + " is a property of " + getClass().getSimpleName() + "; use its setter.");
        }
        if (unknown == null) {
            unknown = new LinkedHashMap<>();
        }
        unknown.put(name, value == null ? JsonNull.INSTANCE : value);
    }

    /**
     * Whether the property was set to null, in contrast to not at all.
     *
     * @param property its name in the document, such as {@code assignee_id}
     * @return true if a JSON null is sent for it; always false where the document allows no null in a request
     */
    public final boolean hasNull(String property) {
        int position = position(property);
        return position >= 0 && isNull(position + 1);
    }

    private int position(String property) {
        return Arrays.asList(names()).indexOf(property);
    }

    abstract String[] names();

    abstract Object[] values();

    /** Reads the value of a property; false, and nothing read, where this version has none of that name. */
    abstract boolean read(String property, JsonReader in) throws IOException;

    /** Writes the properties that are set. */
    abstract void write(JsonWriter out) throws IOException;

    /** Overridden where the schema has secrets. */
    boolean isSecret(String property) {
        return false;
    }

    final boolean isNull(int property) {
        return (nulls & 1L << property) != 0;
    }

    final void isNull(int property, boolean isNull) {
        nulls = isNull ? nulls | 1L << property : nulls & ~(1L << property);
    }

    final void readUnknown(String name, JsonReader in) throws IOException {
        if (unknown == null) {
            unknown = new LinkedHashMap<>();
        }
        unknown.put(name, Codec.JSONELEMENT.read(in));
    }

    final void writeUnknown(JsonWriter out) throws IOException {
        if (unknown != null) {
            for (Map.Entry<String, JsonElement> member : unknown.entrySet()) {
                Codec.JSONELEMENT.write(out.name(member.getKey()), member.getValue());
            }
        }
    }

    @Override
    public final boolean equals(Object other) {
        return this == other || other instanceof Model model && model.getClass() == getClass() && model.nulls == nulls
                && Arrays.equals(model.values(), values()) && model.unknownMembers().equals(unknownMembers());
    }

    @Override
    public final int hashCode() {
        return 31 * Arrays.hashCode(values()) + unknownMembers().hashCode();
    }

    /**
     * What is set, for people. Secrets and the values of unknown members do not appear.
     *
     * @return the simple name of the class and the properties that are set
     */
    @Override
    public final String toString() {
        StringJoiner text = new StringJoiner(", ", getClass().getSimpleName() + "{", "}");
        Object[] values = values();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                text.add(names()[i] + "=" + (isSecret(names()[i]) ? "***" : values[i]));
            } else if (isNull(i + 1)) {
                text.add(names()[i] + "=null");
            }
        }
        if (unknown != null) {
            text.add("unknown=" + unknown.keySet());
        }
        return text.toString();
    }
}
