package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Trees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A task with every kind of label, and annotations that fit it.
 *
 * @param task   with pictures, all in one job
 * @param labels as the list of labels shows them, by their names
 */
public record LabelledTask(long task, Map<String, Map<String, Object>> labels) {

    /** Labels with attributes, for rectangles only, and of a skeleton, as they are sent. */
    public static final List<Map<String, Object>> LABELS = List.of(
            Map.of("name", "cat", "color", "#ff0000", "attributes", List.of(
                    Map.of("name", "age", "mutable", true, "input_type", "number", "default_value", "1",
                            "values", List.of("0", "20", "1")),
                    Map.of("name", "kind", "mutable", false, "input_type", "select", "default_value", "a",
                            "values", List.of("a", "b")))),
            Map.of("name", "dog", "type", "rectangle"),
            Map.of("name", "person", "type", "skeleton",
                    "sublabels", List.of(Map.of("name", "head", "type", "points"),
                            Map.of("name", "foot", "type", "points")),
                    "svg", "<line x1=\"10\" y1=\"10\" x2=\"50\" y2=\"50\" data-type=\"edge\" "
                            + "data-node-from=\"1\" data-node-to=\"2\"></line>"
                            + node(1, 10, "head") + node(2, 50, "foot")));

    private static String node(int id, int place, String label) {
        return "<circle r=\"1.5\" cx=\"" + place + "\" cy=\"" + place
                + "\" data-type=\"element node\" data-element-id=\"" + id
                + "\" data-node-id=\"" + id + "\" data-label-name=\"" + label + "\"></circle>";
    }

    /** A new one with that many pictures. */
    public static LabelledTask make(Run run, int pictures) {
        long task = TaskFixtures.withImages(run, pictures, Map.of("labels", LABELS));
        Answer list = run.main().call("labels_list").query("task_id", task).query("page_size", "all").expect(200);
        Map<String, Map<String, Object>> labels = new LinkedHashMap<>();
        list.results().forEach(label -> labels.put(String.valueOf(label.get("name")), label));
        if (!labels.keySet().equals(Set.of("cat", "dog", "person"))) {
            throw list.fail("the labels are " + labels.keySet() + ", expected cat, dog and person");
        }
        return new LabelledTask(task, labels);
    }

    /** Something in a label, by its name and a dotted path. */
    Object of(String label, String path) {
        return JsonTrees.at(labels.get(label), path);
    }

    private Object sublabel(String name) {
        return Trees.list(of("person", "sublabels")).stream().map(Trees::object)
                .filter(each -> name.equals(each.get("name"))).findFirst()
                .orElseThrow(() -> new AssertionError("There is no sublabel " + name + " of person.")).get("id");
    }

    private Object attribute(String name) {
        return Trees.list(of("cat", "attributes")).stream().map(Trees::object)
                .filter(each -> name.equals(each.get("name"))).findFirst()
                .orElseThrow(() -> new AssertionError("There is no attribute " + name + " of cat.")).get("id");
    }

    /** A rectangle with both attributes. */
    public Map<String, Object> rectangle(int frame) {
        return Map.of("type", "rectangle", "frame", frame, "label_id", of("cat", "id"),
                "points", List.of(1.0, 2.0, 20.5, 30.25), "occluded", false, "z_order", 0, "attributes", List.of(
                        Map.of("spec_id", attribute("age"), "value", "2"),
                        Map.of("spec_id", attribute("kind"), "value", "b")));
    }

    /** A rectangle without attributes, with every other property that a shape can have but elements. */
    public static Map<String, Object> bare(Object label, int frame) {
        Map<String, Object> shape = new LinkedHashMap<>(Map.of("type", "rectangle", "frame", frame, "label_id", label,
                "points", List.of(1.0, 1.0, 9.0, 9.0), "occluded", false, "outside", false, "z_order", 0,
                "rotation", 0));
        shape.putAll(Map.of("group", 0, "source", "manual", "attributes", List.of()));
        return shape;
    }

    /** One shape of each common kind. */
    List<Map<String, Object>> shapes() {
        return List.of(rectangle(0),
                Map.of("type", "polygon", "frame", 1, "label_id", of("cat", "id"),
                        "points", List.of(0, 0, 10, 0, 10, 10), "group", 1, "attributes", List.of()),
                Map.of("type", "mask", "frame", 2, "label_id", of("cat", "id"), "points", List.of(0, 4, 0, 0, 1, 1),
                        "attributes", List.of()),
                skeleton());
    }

    /** A skeleton with both of its points. */
    Map<String, Object> skeleton() {
        return Map.of("type", "skeleton", "frame", 0, "label_id", of("person", "id"), "attributes", List.of(),
                "elements", List.of(point("head", 5.0), point("foot", 6.0)));
    }

    private Map<String, Object> point(String label, double x) {
        return Map.of("type", "points", "frame", 0, "label_id", sublabel(label), "points", List.of(x, 6.0),
                "attributes", List.of());
    }

    /** A tag. */
    public Map<String, Object> tag(int frame) {
        return Map.of("frame", frame, "label_id", of("cat", "id"), "attributes", List.of());
    }

    /** A track over three frames, gone in the last. */
    Map<String, Object> track() {
        return Map.of("frame", 0, "label_id", of("dog", "id"), "attributes", List.of(), "shapes", List.of(
                Map.of("type", "rectangle", "frame", 0, "points", List.of(1, 1, 5, 5), "outside", false,
                        "attributes", List.of()),
                Map.of("type", "rectangle", "frame", 2, "points", List.of(2, 2, 6, 6), "outside", true,
                        "attributes", List.of())));
    }

    /** The same annotation in the label {@code cat}, with other values than the server puts in by itself. */
    Map<String, Object> told(Map<String, Object> annotation) {
        Map<String, Object> told = new LinkedHashMap<>(annotation);
        told.putAll(Map.of("label_id", of("cat", "id"), "group", 7, "source", "semi-auto",
                "attributes", List.of(Map.of("spec_id", attribute("kind"), "value", "b"))));
        if (annotation.containsKey("points")) {
            told.putAll(Map.of("occluded", true, "z_order", 3, "rotation", 30.5));
        }
        return told;
    }

    /** A body of annotations. */
    public static Map<String, Object> sheet(List<?> tags, List<?> shapes, List<?> tracks) {
        return Map.of("version", 0, "tags", tags, "shapes", shapes, "tracks", tracks);
    }
}
