package io.github.cvatopenapi.embedded.resources.annotations;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.formats.Tracks;
import io.github.cvatopenapi.embedded.quality.AnnotatedObject;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Label;
import io.github.cvatopenapi.embedded.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what is drawn in a job, as objects that can be compared. Used under the store's lock. */
public final class AnnotatedObjects {

    private final Job job;
    private final Map<Long, String> labels = new HashMap<>();

    public AnnotatedObjects(Store store, Job job) {
        this.job = job;
        for (Label label : store.labelsOf.get(job.task.labels())) {
            labels.put(label.id, label.name);
        }
    }

    /** The objects on a frame: tags, shapes, and tracks where they are seen there. */
    public List<AnnotatedObject> on(int frame) {
        List<AnnotatedObject> drawn = new ArrayList<>();
        for (Map<String, Object> tag : job.annotations.tags) {
            if (AnnotationSet.number(tag, "frame") == frame) {
                drawn.add(read("tag", AnnotationSet.number(tag, "id"), tag));
            }
        }
        for (Map<String, Object> shape : job.annotations.shapes) {
            if (AnnotationSet.number(shape, "frame") == frame) {
                drawn.add(read("shape", AnnotationSet.number(shape, "id"), shape));
            }
        }
        for (Map<String, Object> track : job.annotations.tracks) {
            JsonObject state = Tracks.at(GsonTrees.object(track), frame);
            if (state != null && !state.get("outside").getAsBoolean()) {
                drawn.add(read("track", AnnotationSet.number(track, "id"), GsonTrees.tree(state)));
            }
        }
        return drawn;
    }

    private AnnotatedObject read(String kind, long id, Map<String, Object> tree) {
        List<AnnotatedObject> elements = AnnotationSet.list(tree, "elements").stream().filter(each ->
                !Boolean.TRUE.equals(each.get("outside")))
                .map(each -> read(kind, each.get("id") == null ? 0 : AnnotationSet.number(each, "id"), each)).toList();
        return new AnnotatedObject(kind, id, job.id, (String) tree.get("type"),
                labels.getOrDefault(AnnotationSet.number(tree, "label_id"), ""), points(tree), number(tree, "rotation"),
                (long) number(tree, "z_order"), (long) number(tree, "group"),
                attributes(tree), elements);
    }

    private static double[] points(Map<String, Object> tree) {
        return tree.get("points") instanceof List<?> list ? list.stream()
                .mapToDouble(each -> ((Number) each).doubleValue()).toArray()
                : new double[0];
    }

    private static double number(Map<String, Object> tree, String name) {
        return tree.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    private static Map<Long, String> attributes(Map<String, Object> tree) {
        Map<Long, String> values = new HashMap<>();
        AnnotationSet.list(tree, "attributes").forEach(each -> values.put(AnnotationSet.number(each, "spec_id"),
                String.valueOf(each.get("value"))));
        return values;
    }
}
