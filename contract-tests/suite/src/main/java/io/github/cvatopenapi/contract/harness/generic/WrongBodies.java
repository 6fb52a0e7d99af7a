package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Trees;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Bodies in each of which as many properties as possible are wrong, those of the objects within too: so that every way
 * in which a value can be wrong is met in a few calls. Right values go along, so that an error tells them apart.
 */
final class WrongBodies {

    /**
     * Some members of a body, all of them wrong.
     *
     * @param members to be put into a right body
     * @param named   the properties that an error must name: whose values are wrong themselves, as of what is wrong
     *                within them it was not recorded
     */
    record WrongBody(Map<String, Object> members, Set<String> named) {
    }

    /**
     * Who calls is asked for rights on what these name before anybody looks at the rest, and breaks on what names
     * nothing.
     */
    static final Set<String> LOOKED_UP = Set.of("owner_id", "assignee", "assignee_id", "project_id",
            "task", "task_id", "job", "job_id", "issue", "organization_id", "cloud_storage_id");

    /** Of these only what is within is looked at one by one; as a whole they are taken for objects. */
    private static final Set<String> TAKEN_FOR_OBJECTS = Set.of("target_storage", "source_storage");

    /** Attributes must have a value, which is turned to text before anybody looks at it. */
    private static final String ATTRIBUTE_OF_SHAPE = "spec_id";

    private final Contract contract;

    WrongBodies(Contract contract) {
        this.contract = contract;
    }

    /**
     * The fewest bodies in which every property of that schema is wrong in every way.
     *
     * @param leftOut properties that are left out
     * @param unnamed properties that are sent wrong and need not be named
     */
    static List<WrongBody> of(Contract contract, Map<String, Object> schema, Set<String> leftOut,
                              Set<String> unnamed) {
        WrongBodies bodies = new WrongBodies(contract);
        Map<String, List<Object>> ways = new LinkedHashMap<>();
        Map<String, Map<String, Object>> within = new LinkedHashMap<>();
        bodies.properties(schema).forEach((name, property) -> {
            if (!LOOKED_UP.contains(name) && !leftOut.contains(name)) {
                ways.put(name, bodies.ways(property, TAKEN_FOR_OBJECTS.contains(name)));
                within.put(name, property);
            }
        });
        List<WrongBody> wrong = new ArrayList<>();
        for (int way = 0; way < most(ways.values()); way++) {
            Map<String, Object> members = new LinkedHashMap<>();
            Set<String> named = new TreeSet<>();
            for (Map.Entry<String, List<Object>> each : ways.entrySet()) {
                if (way < each.getValue().size()) {
                    Object value = each.getValue().get(way);
                    members.put(each.getKey(), value);
                    if (!unnamed.contains(each.getKey()) && refusedItself(within.get(each.getKey()), value)) {
                        named.add(each.getKey());
                    }
                } else {
                    members.put(each.getKey(), bodies.along(each.getKey(), within.get(each.getKey()), way));
                }
            }
            wrong.add(new WrongBody(members, named));
        }
        return wrong;
    }

    private static boolean refusedItself(Map<String, Object> property, Object value) {
        return BoundaryCase.of(property).stream().anyMatch(each -> each.expected() == BoundaryCase.Expected.REFUSED
                && each.value() != null && each.value().equals(value));
    }

    static int most(Collection<List<Object>> ways) {
        return ways.stream().mapToInt(List::size).max().orElse(0);
    }

    /** The properties of an object, their schemas resolved. A file is a text, which no server takes for one. */
    Map<String, Map<String, Object>> properties(Map<String, Object> schema) {
        Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
        Trees.object(schema.get("properties")).forEach((name, property) ->
                properties.put(name, BoundaryCase.resolved(contract, Trees.object(property))));
        return properties;
    }

    Map<String, Object> items(Map<String, Object> schema) {
        return BoundaryCase.resolved(contract, Trees.object(schema.get("items")));
    }

    /** What each member is of an object whose members may have any name. */
    private Map<String, Object> entries(Map<String, Object> schema) {
        return BoundaryCase.resolved(contract, Trees.object(schema.get("additionalProperties")));
    }

    static boolean isObject(Map<String, Object> schema) {
        return schema.containsKey("properties");
    }

    /**
     * Every way in which a value of that schema can be wrong, that of its parts being wrong last. An object is right
     * first, as it has more ways than what goes along with it.
     */
    List<Object> ways(Map<String, Object> schema, boolean onlyWithin) {
        List<Object> ways = new ArrayList<>();
        if (isObject(schema) && !onlyWithin) {
            ways.add(right(schema));
        }
        Map<String, Object> items = items(schema);
        boolean attributes = properties(items).containsKey(ATTRIBUTE_OF_SHAPE);
        for (BoundaryCase each : BoundaryCase.of(schema)) {
            boolean broken = onlyWithin || attributes && each.way().equals("wrong items");
            if (each.expected() == BoundaryCase.Expected.REFUSED && !broken) {
                ways.add(each.value());
            }
        }
        if (isObject(schema)) {
            ways.addAll(wrongObjects(schema, true));
            if (schema.containsKey("required")) {
                ways.add(Map.of());
            }
        } else if (!entries(schema).isEmpty()) {
            Map<String, Object> all = new LinkedHashMap<>(Map.of("right", right(entries(schema))));
            ways(entries(schema), false).forEach(wrong -> all.put("wrong " + all.size(), wrong));
            ways.add(all);
        } else if (isObject(items)) {
            List<Object> list = new ArrayList<>(List.of(right(items), withNulls(items)));
            list.addAll(wrongObjects(items, false));
            if (!attributes) {
                list.add(Map.of());
            }
            ways.add(list);
        } else if (!items.isEmpty()) {
            List<Object> list = new ArrayList<>(List.of(right(items)));
            list.addAll(ways(items, false));
            ways.add(list);
        }
        return ways;
    }

    /** Objects in which every property is wrong in each of its ways; what has no further way is right. */
    private List<Object> wrongObjects(Map<String, Object> schema, boolean lookedUp) {
        Map<String, List<Object>> ways = new LinkedHashMap<>();
        Map<String, Map<String, Object>> properties = properties(schema);
        properties.forEach((name, property) -> ways.put(name,
                lookedUp && LOOKED_UP.contains(name) ? List.of() : ways(property, false)));
        List<Object> objects = new ArrayList<>();
        for (int way = 0; way < most(ways.values()); way++) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (Map.Entry<String, List<Object>> each : ways.entrySet()) {
                if (way < each.getValue().size()) {
                    object.put(each.getKey(), each.getValue().get(way));
                } else if (!(lookedUp && LOOKED_UP.contains(each.getKey()))) {
                    object.put(each.getKey(), right(properties.get(each.getKey())));
                }
            }
            objects.add(object);
        }
        return objects;
    }

    /** A value that the schema allows. */
    Object right(Map<String, Object> schema) {
        if (schema.containsKey("enum")) {
            return Trees.list(schema.get("enum")).get(0);
        }
        if (isObject(schema)) {
            Map<String, Object> object = new LinkedHashMap<>();
            properties(schema).forEach((name, property) -> object.put(name, right(property)));
            return object;
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "integer" -> schema.get("minimum") instanceof Number least ? Math.max(least.longValue(), 1) : 1;
            case "number" -> 0.5;
            case "boolean" -> true;
            case "array" -> List.of(right(items(schema)));
            case "object" -> Map.of("a", entries(schema).isEmpty() ? 1 : right(entries(schema)));
            default -> text(String.valueOf(schema.get("format")));
        };
    }

    /** What goes along where a property has no further way to be wrong: right, and nothing that is looked up first. */
    private Object along(String name, Map<String, Object> schema, int way) {
        Object right = rightOrNull(schema, way);
        if (TAKEN_FOR_OBJECTS.contains(name) && right != null) {
            Map<String, Object> place = new LinkedHashMap<>(Trees.object(right));
            place.keySet().removeAll(LOOKED_UP);
            return place;
        }
        return right;
    }

    /** A right value in turn with null where that is one too. */
    private Object rightOrNull(Map<String, Object> schema, int way) {
        return way % 2 == 0 && Boolean.TRUE.equals(schema.get("nullable")) ? null : right(schema);
    }

    private static String text(String format) {
        return switch (format) {
            case "date-time" -> "2026-11-23T12:00:01Z";
            case "uri" -> "https://example.com/";
            case "email" -> "somebody@example.com";
            default -> "a";
        };
    }

    /** A right object but for the properties that may be null, which are. */
    private Map<String, Object> withNulls(Map<String, Object> schema) {
        Map<String, Object> object = new LinkedHashMap<>(Trees.object(right(schema)));
        properties(schema).forEach((name, property) -> {
            if (Boolean.TRUE.equals(property.get("nullable"))) {
                object.put(name, null);
            }
        });
        return object;
    }
}
