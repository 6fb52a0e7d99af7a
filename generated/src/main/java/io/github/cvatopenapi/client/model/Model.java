package io.github.cvatopenapi.client.model;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What every model has: members that this version does not know are kept and sent back; equality by content; a
 * {@code toString} without secrets. Models can be changed and are not safe for threads that change them.
 */
public abstract class Model {

    private long nulls;
    private Map<String, JsonElement> unknown;

    Model() {
    }

    /** Members that the document of this version does not have, by name; cannot be changed. */
    public final Map<String, JsonElement> unknownMembers() {
        return unknown == null ? Map.of() : Collections.unmodifiableMap(unknown);
    }

    /** Adds a member that the document of this version does not have; a JSON null is sent as null. */
    public final void putUnknownMember(String name, JsonElement value) {
        if (Arrays.asList(names()).contains(name)) {
            throw new IllegalArgumentException(name + " is a property of " + getClass().getSimpleName() + "; use its setter.");
        }
        if (unknown == null) {
            unknown = new LinkedHashMap<>();
        }
        unknown.put(name, value);
    }

    abstract String[] names();

    abstract Object[] values();

    final void nulls(int property, boolean isNull) {
        nulls = isNull ? nulls | 1L << property : nulls & ~(1L << property);
    }

    final boolean isNull(int property) {
        return (nulls & 1L << property) != 0;
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
                out.name(member.getKey());
                Codec.JSONELEMENT.write(out, member.getValue());
            }
        }
    }

    @Override
    public final boolean equals(Object other) {
        return this == other || other instanceof Model model && other.getClass() == getClass() && model.nulls == nulls
                && Arrays.equals(model.values(), values()) && model.unknownMembers().equals(unknownMembers());
    }

    @Override
    public final int hashCode() {
        return 31 * Arrays.hashCode(values()) + unknownMembers().hashCode();
    }

    @Override
    public final String toString() {
        StringJoiner text = new StringJoiner(", ", getClass().getSimpleName() + "{", "}");
        Object[] values = values();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                text.add(names()[i] + "=" + values[i]);
            }
        }
        return text.toString();
    }
}
