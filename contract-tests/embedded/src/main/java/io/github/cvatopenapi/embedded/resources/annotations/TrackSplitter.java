package io.github.cvatopenapi.embedded.resources.annotations;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.formats.Tracks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts tracks for the jobs of a task. */
final class TrackSplitter {

    private TrackSplitter() {
    }

    /**
     * The part of a track from one frame to another, beginning with what it shows on the first; null where it shows
     * nothing.
     */
    static Map<String, Object> within(Map<String, Object> track, int start, int stop) {
        List<Object> keys = new ArrayList<>();
        Map<String, Object> before = null;
        for (Map<String, Object> key : AnnotationSet.list(track, "shapes").stream()
                .filter(each -> each.get("frame") instanceof Long)
                .sorted((a, b) -> Long.compare(AnnotationSet.number(a, "frame"), AnnotationSet.number(b, "frame")))
                .toList()) {
            long frame = AnnotationSet.number(key, "frame");
            if (frame < start) {
                before = key;
            } else if (frame <= stop) {
                keys.add(key);
            }
        }
        boolean opens = !keys.isEmpty() && AnnotationSet.number(asTree(keys.get(0)), "frame") == start;
        if (before != null && !opens && !isOutside(before)) {
            keys.add(0, at(track, before, start));
        }
        if (keys.isEmpty() || before != null && keys.stream().allMatch(TrackSplitter::isOutside)) {
            return null;
        }
        Map<String, Object> part = new LinkedHashMap<>(track);
        part.put("frame", AnnotationSet.number(asTree(keys.get(0)), "frame"));
        part.put("shapes", keys);
        if (track.containsKey("elements")) {
            List<Object> elements = new ArrayList<>();
            for (Map<String, Object> element : AnnotationSet.list(track, "elements")) {
                Map<String, Object> within = within(element, start, stop);
                if (within != null) {
                    elements.add(within);
                }
            }
            part.put("elements", elements);
        }
        return part;
    }

    private static boolean isOutside(Object key) {
        return Boolean.TRUE.equals(asTree(key).get("outside"));
    }

    private static Map<String, Object> at(Map<String, Object> track, Map<String, Object> before, int frame) {
        JsonObject state = Tracks.at(GsonTrees.object(track), frame);
        Map<String, Object> key = new LinkedHashMap<>(before);
        key.put("id", null);
        key.put("frame", (long) frame);
        Map<String, Object> seen = GsonTrees.tree(state);
        key.put("points", seen.get("points"));
        key.put("rotation", seen.get("rotation"));
        return key;
    }

    @SuppressWarnings("unchecked") // items of shapes are trees
    private static Map<String, Object> asTree(Object key) {
        return (Map<String, Object>) key;
    }
}
