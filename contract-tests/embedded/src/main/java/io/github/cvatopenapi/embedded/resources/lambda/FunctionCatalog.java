package io.github.cvatopenapi.embedded.resources.lambda;

import io.github.cvatopenapi.embedded.engine.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions of the function service, when there is one: one of each kind. What they find does not depend on the
 * picture.
 */
final class FunctionCatalog {

    /** What the detector finds in every frame: a car in this rectangle. */
    static final String FOUND_LABEL = "car";
    static final List<Double> FOUND_POINTS = List.of(1.0, 2.0, 20.0, 30.0);
    /** What the interactor draws, whatever it is shown. */
    static final List<List<Object>> OUTLINE = List.of(List.of(1L, 1L), List.of(5L, 1L), List.of(5L, 5L));

    private static final List<Map<String, Object>> LABELS = List.of(label(FOUND_LABEL), label("person"));

    private final Map<String, Map<String, Object>> byId = new LinkedHashMap<>();

    FunctionCatalog() {
        add("lab-detector", "detector", LABELS, Map.of());
        add("lab-interactor", "interactor", LABELS, Json.object("min_pos_points", 1, "min_neg_points", 0,
                "startswith_box", true,
                "startswith_box_optional", false, "help_message", "Click on the object.", "animated_gif", ""));
        add("lab-tracker", "tracker", List.of(), Json.object("supported_shape_types", List.of("rectangle")));
    }

    private static Map<String, Object> label(String name) {
        return Json.object("name", name, "type", "rectangle", "attributes", List.of());
    }

    private void add(String id, String kind, List<Map<String, Object>> labels, Map<String, Object> more) {
        Map<String, Object> function = Json.object("id", id, "kind", kind, "labels_v2", labels,
                "description", "Always finds the same.", "name", id, "version", 1);
        function.putAll(more);
        byId.put(id, function);
    }

    List<Map<String, Object>> all() {
        return List.copyOf(byId.values());
    }

    /** The description, or null. */
    Map<String, Object> get(String id) {
        return byId.get(id);
    }
}
