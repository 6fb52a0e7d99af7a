package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Forms in each of which as many properties as possible are wrong. Plain ones are texts, lists and objects are JSON, as
 * the document has it where it says nothing else of a form. Some plain one is wrong in each, as servers look at nothing
 * else.
 */
final class WrongForms {

    /** A part that is JSON. */
    record JsonPart(Object value) {
    }

    /** The ways in which a text can be wrong. */
    private static final Set<String> OF_TEXTS = Set.of("too long", "empty", "text for a number", "below the minimum",
            "above the maximum", "text for a boolean", "not in the enumeration");

    private WrongForms() {
    }

    /** Forms in which every property of that schema is wrong in every way, and one that lacks what is required. */
    static List<Map<String, Object>> of(Contract contract, Map<String, Object> schema) {
        WrongBodies bodies = new WrongBodies(contract);
        Map<String, List<?>> ways = new LinkedHashMap<>();
        Map<String, Object> right = new LinkedHashMap<>();
        List<String> plain = new ArrayList<>();
        for (Map.Entry<String, Map<String, Object>> each : bodies.properties(schema).entrySet()) {
            Map<String, Object> property = each.getValue();
            if (WrongBodies.LOOKED_UP.contains(each.getKey())) {
                continue;
            }
            if (WrongBodies.isObject(property) || !bodies.items(property).isEmpty()) {
                right.put(each.getKey(), new JsonPart(bodies.right(property)));
                ways.put(each.getKey(), bodies.ways(property, false).stream().map(JsonPart::new).toList());
            } else {
                right.put(each.getKey(), bodies.right(property));
                List<Object> texts = BoundaryCase.of(property).stream().filter(way -> OF_TEXTS.contains(way.way()))
                        .map(BoundaryCase::value).toList();
                ways.put(each.getKey(), texts);
                if (!texts.isEmpty() && !texts.get(0).equals("")) { // what is empty may count as left away
                    plain.add(each.getKey());
                }
            }
        }
        List<Map<String, Object>> wrong = new ArrayList<>();
        int most = ways.values().stream().mapToInt(List::size).max().orElse(0);
        for (int way = 0; way < most; way++) {
            Map<String, Object> form = new LinkedHashMap<>(right);
            for (Map.Entry<String, List<?>> each : ways.entrySet()) {
                if (way < each.getValue().size()) {
                    form.put(each.getKey(), each.getValue().get(way));
                }
            }
            String surely = surely(plain, ways, way);
            form.put(surely, ways.get(surely).get(0));
            wrong.add(form);
        }
        List<Object> required = Trees.list(schema.get("required"));
        if (!required.isEmpty()) {
            Map<String, Object> optional = new LinkedHashMap<>(right);
            required.forEach(optional::remove);
            wrong.add(optional);
        }
        return wrong;
    }

    /** A plain property that has no further way to be wrong, each in turn; any where all have. */
    private static String surely(List<String> plain, Map<String, List<?>> ways, int way) {
        List<String> exhausted = plain.stream().filter(name -> way >= ways.get(name).size()).toList();
        List<String> free = exhausted.isEmpty() ? plain : exhausted;
        return free.get(way % free.size());
    }
}
