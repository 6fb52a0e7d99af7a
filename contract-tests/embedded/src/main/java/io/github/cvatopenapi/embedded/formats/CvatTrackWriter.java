package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes tracks: each with what it looks like on every frame from its first on, and which of those were drawn. A single
 * shape becomes a track of one frame.
 */
final class CvatTrackWriter {

    private final XmlOut xml;

    CvatTrackWriter(XmlOut xml) {
        this.xml = xml;
    }

    /**
     * Writes all tracks and shapes of a task.
     *
     * @param first number of the first of them
     * @param of    further attributes of each
     * @return the number after the last
     */
    int write(TaskView task, int first, Map<String, String> of) {
        LabelLookup labels = new LabelLookup(task.labels());
        List<Integer> frames = task.frames().stream().map(FrameView::number).sorted().toList();
        int id = first;
        for (JsonObject track : AnnotationJson.objects(task.annotations(), "tracks")) {
            write(track, id++, of, labels, frames);
        }
        for (JsonObject shape : AnnotationJson.objects(task.annotations(), "shapes")) {
            write(track(shape), id++, of, labels, frames);
        }
        return id;
    }

    /** A shape that is outside from the next frame on. */
    private static JsonObject track(JsonObject shape) {
        JsonObject track = shape.deepCopy();
        JsonArray keys = new JsonArray();
        keys.add(shape);
        JsonObject end = shape.deepCopy();
        end.addProperty("outside", true);
        end.addProperty("frame", AnnotationJson.integer(shape, "frame") + 1);
        keys.add(end);
        track.add("shapes", keys);
        track.add("attributes", new JsonArray());
        JsonArray parts = new JsonArray();
        AnnotationJson.objects(shape, "elements").forEach(each -> parts.add(track(each)));
        track.add("elements", parts);
        return track;
    }

    private void write(JsonObject track, int id, Map<String, String> of, LabelLookup labels, List<Integer> frames) {
        LabelView label = labels.of(track);
        Map<String, String> heading = new LinkedHashMap<>();
        heading.put("id", Integer.toString(id));
        heading.putAll(CvatXmlWriter.heading(track, label));
        heading.putAll(of);
        CvatXmlWriter.group(heading, track);
        xml.start("track", heading);
        int before = -1;
        for (int frame : frames) {
            JsonObject state = Tracks.at(track, frame);
            if (state != null && (Tracks.hasKey(track, before, frame) || !AnnotationJson.flag(state, "outside"))) {
                shape(track, state, before, frame, labels, false);
            }
            before = frame;
        }
        xml.end();
    }

    /** Writes a frame; what was drawn on frames that were removed since the one before, counts as drawn on this one. */
    private void shape(JsonObject track, JsonObject state, int before, int frame, LabelLookup labels, boolean part) {
        LabelView label = labels.of(track);
        String type = AnnotationJson.text(state, "type", "rectangle");
        Map<String, String> attributes = new LinkedHashMap<>();
        if (part) {
            attributes.put("label", label.name());
        } else {
            attributes.put("frame", Integer.toString(frame));
        }
        attributes.put("keyframe", Tracks.hasKey(track, before, frame) ? "1" : "0");
        attributes.put("outside", AnnotationJson.flag(state, "outside") ? "1" : "0");
        if (!type.equals("skeleton")) {
            attributes.put("occluded", AnnotationJson.flag(state, "occluded") ? "1" : "0");
        }
        attributes.putAll(ShapePoints.write(type, AnnotationJson.points(state)));
        if (AnnotationJson.number(state, "rotation") != 0) {
            attributes.put("rotation", ShapePoints.decimal(AnnotationJson.number(state, "rotation")));
        }
        if (!part) {
            attributes.put("z_order", Integer.toString(AnnotationJson.integer(state, "z_order")));
        }
        xml.start(ShapePoints.element(type), attributes);
        for (JsonObject each : AnnotationJson.objects(track, "elements")) {
            JsonObject of = Tracks.at(each, frame);
            if (of != null) {
                shape(each, of, before, frame, labels, true);
            }
        }
        CvatXmlWriter.attributes(xml, label, AnnotationJson.array(state, "attributes"));
        xml.end();
    }
}
