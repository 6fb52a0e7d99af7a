package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns tracks into what is seen on each frame, for formats that have single pictures only. */
public final class Tracks {

    private Tracks() {
    }

    /**
     * Shapes of a track on the given frames, in the form of single shapes; none where it is outside.
     *
     * @param frames numbers, ascending
     */
    static List<JsonObject> shapes(JsonObject track, List<Integer> frames) {
        List<JsonObject> shapes = new ArrayList<>();
        for (int frame : frames) {
            JsonObject state = at(track, frame);
            if (state == null || AnnotationJson.flag(state, "outside")) {
                continue;
            }
            JsonArray elements = new JsonArray();
            for (JsonObject part : AnnotationJson.objects(track, "elements")) {
                JsonObject element = at(part, frame);
                if (element != null) {
                    elements.add(element);
                }
            }
            state.add("elements", elements);
            state.addProperty("outside", false);
            shapes.add(state);
        }
        return shapes;
    }

    /** What the track looks like on a frame, in the form of a single shape; null before its first shape. */
    public static JsonObject at(JsonObject track, int frame) {
        List<JsonObject> keys = new ArrayList<>(AnnotationJson.objects(track, "shapes"));
        keys.sort(Comparator.comparingInt(each -> AnnotationJson.integer(each, "frame")));
        JsonObject before = null;
        JsonObject after = null;
        for (JsonObject key : keys) {
            if (AnnotationJson.integer(key, "frame") <= frame) {
                before = key;
            } else if (after == null) {
                after = key;
            }
        }
        if (before == null) {
            return null;
        }
        JsonObject state = before.deepCopy();
        state.remove("id");
        state.addProperty("frame", frame);
        state.add("label_id", track.get("label_id"));
        state.addProperty("source", AnnotationJson.text(track, "source", "manual"));
        state.add("group", track.get("group"));
        state.add("attributes", attributes(track, keys, frame));
        if (after != null && AnnotationJson.integer(before, "frame") < frame
                && !AnnotationJson.flag(before, "outside")) {
            between(state, before, after, frame);
        }
        return state;
    }

    /** Values of the track itself, then those of the keyframes up to a frame; later ones win. */
    private static JsonArray attributes(JsonObject track, List<JsonObject> keys, int frame) {
        Map<Long, JsonObject> values = new LinkedHashMap<>();
        AnnotationJson.objects(track, "attributes").forEach(each -> values.put(each.get("spec_id").getAsLong(), each));
        for (JsonObject key : keys) {
            if (AnnotationJson.integer(key, "frame") <= frame) {
                AnnotationJson.objects(key, "attributes")
                        .forEach(each -> values.put(each.get("spec_id").getAsLong(), each));
            }
        }
        JsonArray all = new JsonArray();
        values.values().forEach(all::add);
        return all;
    }

    /** Whether the track has a keyframe after one frame and up to another. */
    static boolean hasKey(JsonObject track, int after, int upTo) {
        return AnnotationJson.objects(track, "shapes").stream().mapToInt(each -> AnnotationJson.integer(each, "frame"))
                .anyMatch(each -> each > after && each <= upTo);
    }

    private static void between(JsonObject state, JsonObject before, JsonObject after, int frame) {
        double[] from = AnnotationJson.points(before);
        double[] to = AnnotationJson.points(after);
        if (from.length != to.length || AnnotationJson.text(before, "type", "").equals("mask")) {
            return;
        }
        int start = AnnotationJson.integer(before, "frame");
        double part = (double) (frame - start) / (AnnotationJson.integer(after, "frame") - start);
        for (int each = 0; each < from.length; each++) {
            from[each] += (to[each] - from[each]) * part;
        }
        state.add("points", AnnotationJson.points(from));
        double turn = AnnotationJson.number(after, "rotation") - AnnotationJson.number(before, "rotation");
        double shortest = ((turn + 540) % 360) - 180;
        state.addProperty("rotation", (AnnotationJson.number(before, "rotation") + shortest * part + 360) % 360);
    }
}
