package io.github.cvatopenapi.embedded.resources.annotations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the keyframes of a track say of those after them. */
final class Keyframes {

    private static final String SHAPES = "shapes";
    private static final String ATTRIBUTES = "attributes";

    private Keyframes() {
    }

    /** The track with attribute values at each keyframe: those of the ones before it where it has none of its own. */
    static Map<String, Object> withValues(Map<String, Object> track) {
        List<Map<String, Object>> keys = AnnotationSet.list(track, SHAPES);
        if (keys.stream().allMatch(each -> AnnotationSet.list(each, ATTRIBUTES).isEmpty())) {
            return track;
        }
        Map<Long, Object> values = new LinkedHashMap<>();
        List<Object> filled = new ArrayList<>();
        for (Map<String, Object> key : keys.stream()
                .sorted(Comparator.comparingLong(each -> AnnotationSet.number(each, "frame"))).toList()) {
            AnnotationSet.list(key, ATTRIBUTES)
                    .forEach(each -> values.put(AnnotationSet.number(each, "spec_id"), each));
            Map<String, Object> copy = new LinkedHashMap<>(key);
            copy.put(ATTRIBUTES, List.copyOf(values.values()));
            filled.add(copy);
        }
        Map<String, Object> whole = new LinkedHashMap<>(track);
        whole.put(SHAPES, filled);
        return whole;
    }
}
