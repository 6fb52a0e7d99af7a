package io.github.cvatopenapi.embedded.engine;

import java.util.List;
import java.util.Map;

/** A request body that was held against the document: only declared properties, in their declared types. */
public final class Body {

    private final Map<String, Object> values;

    public Body(Map<String, Object> values) {
        this.values = values;
    }

    /** Whether the property was sent, be it as null. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value, null when absent. */
    public Object value(String name) {
        return values.get(name);
    }

    /** A text, null when absent or null. */
    public String text(String name) {
        return (String) values.get(name);
    }

    public String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    /** A whole number, null when absent or null; one beyond 64 bits is the largest long. */
    public Long number(String name) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        return value instanceof java.math.BigInteger big ? (Long) (big.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE)
                : (Long) ((Number) value).longValue();
    }

    public long number(String name, long otherwise) {
        Long number = number(name);
        return number == null ? otherwise : number;
    }

    /** A number, null when absent or null. */
    public Double decimal(String name) {
        return values.get(name) == null ? null : (Double) ((Number) values.get(name)).doubleValue();
    }

    public boolean flag(String name, boolean otherwise) {
        return values.get(name) == null ? otherwise : (Boolean) values.get(name);
    }

    /** A list, empty when absent or null. */
    @SuppressWarnings("unchecked") // the schema says what the items are; the caller names the same
    public <T> List<T> list(String name) {
        return values.get(name) == null ? List.of() : (List<T>) values.get(name);
    }

    /** An object as a body of its own, null when absent or null. */
    @SuppressWarnings("unchecked") // JSON objects have text keys
    public Body object(String name) {
        return values.get(name) instanceof Map ? new Body((Map<String, Object>) values.get(name)) : null;
    }

    /** The objects of a list, each as a body of its own. */
    public List<Body> objects(String name) {
        List<Map<String, Object>> items = list(name);
        return items.stream().map(Body::new).toList();
    }

    public Map<String, Object> values() {
        return values;
    }
}
