package io.github.cvatopenapi.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives schemas and properties other names where theirs would be no Java names of their own: two that differ only in
 * what Java leaves out, or one that the language, the templates or the runtime use for something else. The name that
 * goes over the wire stays with the property ({@link #WIRE_NAME}).
 */
final class JavaNames {

    /** Classes that the templates or the runtime call by these names in the packages of the generated code. */
    private static final Set<String> CLASSES = Set.of("model", "openenum", "codec", "enumadapter", "modeladapter",
            "jsonelement", "jsonadapter", "jsonreader", "jsonwriter", "ioexception", "offsetdatetime", "list", "map",
            "uuid", "page", "string", "object", "integer", "long", "double", "boolean", "void", "override",
            "deprecated", "call", "consumer", "responsebody", "multipartbody", "body", "delete", "get", "head",
            "header", "headers", "http", "multipart", "options", "part", "partmap", "patch", "path", "post", "put",
            "query", "querymap", "queryname", "streaming", "tag", "url", "field", "fieldmap", "formurlencoded",
            "headermap");

    /** Members of every model, a name that Java does not call unqualified, and a variable of the template. */
    private static final Set<String> MEMBERS =
            Set.of("hasnull", "issecret", "isnull", "names", "adapter", "yield", "out");

    /** Where a property that was renamed keeps the name that goes over the wire. */
    static final String WIRE_NAME = "x-wire-name";

    /** The names that most have; of two that would become one, such a name stays. */
    private static final Pattern PLAIN = Pattern.compile("[A-Z]?[a-z][a-zA-Z0-9]*(_[a-z0-9]+)*");

    private static final String REFERENCE = "$ref";
    private static final String PREFIX = "#/components/schemas/";

    private JavaNames() {
    }

    /** Renames in {@code document}, which is changed. */
    static void settle(Map<String, Object> document) {
        Map<String, Object> schemas = Trees.object(Trees.at(document, "components", "schemas"));
        Map<String, String> renamed = names(schemas.keySet(), CLASSES, "Schema");
        rename(schemas, renamed);
        redirect(document, renamed);
        eachSchema(document);
    }

    private static void eachSchema(Object node) {
        if (node instanceof List<?> items) {
            items.forEach(JavaNames::eachSchema);
        } else if (node instanceof Map<?, ?>) {
            Map<String, Object> object = Trees.object(node);
            object.values().forEach(JavaNames::eachSchema);
            Map<String, Object> properties = Trees.object(object.get("properties"));
            // A property may be called "properties" itself; then its value is a schema, whose parts are none.
            if (!properties.isEmpty() && properties.values().stream().allMatch(Map.class::isInstance)) {
                Map<String, String> renamed = names(properties.keySet(), MEMBERS, "_value");
                renamed.forEach((name, other) -> inOwnCopy(properties, name).put(WIRE_NAME, name));
                rename(properties, renamed);
                object.computeIfPresent("required", (key, list) -> new ArrayList<Object>(Trees.list(list).stream()
                        .map(name -> renamed.getOrDefault(String.valueOf(name), String.valueOf(name))).toList()));
            }
        }
    }

    /** A reference takes no words beside it, so it moves into an allOf. */
    private static Map<String, Object> inOwnCopy(Map<String, Object> properties, String name) {
        Map<String, Object> property = Trees.object(properties.get(name));
        if (property.containsKey(REFERENCE)) {
            Map<String, Object> reference = new LinkedHashMap<>(property);
            property = new LinkedHashMap<>();
            property.put("allOf", List.of(reference));
            properties.put(name, property);
        }
        return property;
    }

    /** Of those that need another name, the name; the same ones in whatever order a document has them. */
    private static Map<String, String> names(Set<String> all, Set<String> taken, String suffix) {
        Map<String, String> renamed = new LinkedHashMap<>();
        Map<String, String> used = new HashMap<>();
        List<String> names = all.stream().sorted(Comparator.comparing((String name) -> !PLAIN.matcher(name).matches())
                .thenComparing(String::length).thenComparing(Comparator.naturalOrder())).toList();
        names.forEach(name -> used.putIfAbsent(inJava(name), name));
        for (String name : names) {
            boolean own = name.equals(used.get(inJava(name)));
            if (taken.contains(inJava(name))) {
                renamed.put(name, free(name + suffix, used, taken));
            } else if (!own || inJava(name).isEmpty()) {
                renamed.put(name, free(inJava(name).isEmpty() ? "other" : name, used, taken));
            }
        }
        return renamed;
    }

    private static String free(String wanted, Map<String, String> used, Set<String> taken) {
        String name = wanted;
        for (int number = 2; used.containsKey(inJava(name)) || taken.contains(inJava(name)); number++) {
            name = wanted + number;
        }
        used.put(inJava(name), name);
        return name;
    }

    /** What two names have in common that become one in Java, which knows no other signs than letters and digits. */
    private static String inJava(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    /** In their places, since the order of a document is that of the generated code. */
    private static void rename(Map<String, Object> map, Map<String, String> renamed) {
        if (!renamed.isEmpty()) {
            Map<String, Object> old = new LinkedHashMap<>(map);
            map.clear();
            old.forEach((name, value) -> map.put(renamed.getOrDefault(name, name), value));
        }
    }

    private static void redirect(Object node, Map<String, String> renamed) {
        if (node instanceof List<?> items) {
            items.forEach(each -> redirect(each, renamed));
        } else if (node instanceof Map<?, ?>) {
            Map<String, Object> object = Trees.object(node);
            object.values().forEach(each -> redirect(each, renamed));
            object.computeIfPresent("x-page-of", (key, name) -> renamed.getOrDefault(String.valueOf(name),
                    String.valueOf(name)));
            if (object.get(REFERENCE) instanceof String reference && reference.startsWith(PREFIX)) {
                String name = reference.substring(PREFIX.length());
                object.put(REFERENCE, PREFIX + renamed.getOrDefault(name, name));
            }
        }
    }
}
