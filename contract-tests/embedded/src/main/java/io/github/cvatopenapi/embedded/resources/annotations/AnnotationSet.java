package io.github.cvatopenapi.embedded.resources.annotations;

import io.github.cvatopenapi.embedded.engine.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Annotations on their way in or out: trees in the form of the interface, by kind.
 *
 * @param tags   of whole frames
 * @param shapes of single frames
 * @param tracks through frames
 */
public record AnnotationSet(List<Map<String, Object>> tags, List<Map<String, Object>> shapes,
        List<Map<String, Object>> tracks) {

    static final List<String> KINDS = List.of("tags", "shapes", "tracks");

    public AnnotationSet() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    public List<Map<String, Object>> of(String kind) {
        return switch (kind) {
            case "tags" -> tags;
            case "shapes" -> shapes;
            case "tracks" -> tracks;
            default -> throw new IllegalArgumentException(kind);
        };
    }

    public Map<String, Object> view() {
        return Json.object("version", 0, "tags", tags, "shapes", shapes, "tracks", tracks);
    }

    /** A list in a tree of annotations, whose items are trees; empty where there is none. */
    @SuppressWarnings("unchecked") // the trees are made by AnnotationCheck
    public static List<Map<String, Object>> list(Map<String, Object> tree, String name) {
        return tree.get(name) == null ? List.of() : (List<Map<String, Object>>) tree.get(name);
    }

    /** A whole number in a tree of annotations. */
    static long number(Map<String, Object> tree, String name) {
        return ((Number) tree.get(name)).longValue();
    }
}
