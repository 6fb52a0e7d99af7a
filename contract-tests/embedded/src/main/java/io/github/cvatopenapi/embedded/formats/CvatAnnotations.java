package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.formats.CvatXmlReader.Element;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the elements of an annotations.xml into annotations of a task, labels and frames found by name. */
final class CvatAnnotations {

    private final LabelLookup labels;
    private final FrameMatcher frames;
    private final JsonObject annotations = AnnotationJson.noAnnotations();

    private CvatAnnotations(List<LabelView> labels, List<FrameView> frames) {
        this.labels = new LabelLookup(labels);
        this.frames = new FrameMatcher(frames);
    }

    /** @throws FormatException if a label or frame is not known, or an element is not as it should be */
    static JsonObject read(List<Element> elements, List<LabelView> labels, List<FrameView> frames) {
        CvatAnnotations reader = new CvatAnnotations(labels, frames);
        for (Element element : elements) {
            switch (element.name) {
                case "image" -> reader.image(element);
                case "track" -> reader.annotations.getAsJsonArray("tracks").add(reader.track(element));
                default -> {
                }
            }
        }
        return reader.annotations;
    }

    private void image(Element image) {
        if (image.children.isEmpty()) {
            return;
        }
        int frame = frames.named(ShapePoints.required(image::attribute, "name")).number();
        for (Element each : image.children) {
            String type = ShapePoints.type(each.name);
            if (type != null) {
                annotations.getAsJsonArray("shapes").add(shape(each, type, frame, null));
            } else if (each.name.equals("tag")) {
                LabelView label = labels.named(ShapePoints.required(each::attribute, "label"), null);
                JsonObject tag = annotation(each, label, frame);
                tag.add("attributes", attributes(each, label));
                annotations.getAsJsonArray("tags").add(tag);
            }
        }
    }

    private JsonObject shape(Element element, String type, int frame, LabelView parent) {
        LabelView label = labels.named(ShapePoints.required(element::attribute, "label"), parent);
        JsonObject shape = annotation(element, label, frame);
        look(shape, element, type);
        shape.add("attributes", attributes(element, label));
        JsonArray parts = new JsonArray();
        for (Element part : element.children) {
            String partType = ShapePoints.type(part.name);
            if (partType != null) {
                parts.add(shape(part, partType, frame, label));
            }
        }
        shape.add("elements", parts);
        return shape;
    }

    private JsonObject track(Element element) {
        LabelView label = labels.named(ShapePoints.required(element::attribute, "label"), null);
        JsonObject track = annotation(element, label, 0);
        JsonArray keys = new JsonArray();
        Map<String, JsonObject> parts = new LinkedHashMap<>();
        for (Element each : element.children) {
            String type = ShapePoints.type(each.name);
            if (type == null || "0".equals(each.attribute("keyframe"))) {
                continue;
            }
            int frame = (int) ShapePoints.number("frame", ShapePoints.required(each::attribute, "frame"));
            if (frames.isRemoved(frame)) {
                continue;
            }
            keys.add(key(each, type, frame, label));
            for (Element part : each.children) {
                String partType = ShapePoints.type(part.name);
                if (partType != null) {
                    LabelView partLabel = labels.named(ShapePoints.required(part::attribute, "label"), label);
                    parts.computeIfAbsent(partLabel.name(), any -> part(part, partLabel, frame))
                            .getAsJsonArray("shapes").add(key(part, partType, frame, partLabel));
                }
            }
        }
        if (keys.isEmpty()) {
            throw new FormatException("A track has no shapes");
        }
        track.add("frame", keys.get(0).getAsJsonObject().get("frame"));
        track.add("shapes", keys);
        track.add("attributes", new JsonArray());
        JsonArray elements = new JsonArray();
        parts.values().forEach(elements::add);
        track.add("elements", elements);
        return track;
    }

    private JsonObject part(Element element, LabelView label, int frame) {
        JsonObject part = annotation(element, label, frame);
        part.add("shapes", new JsonArray());
        part.add("attributes", new JsonArray());
        return part;
    }

    private JsonObject key(Element element, String type, int frame, LabelView label) {
        if (frames.numbered(frame) == null) {
            throw new FormatException("A track has a shape on frame " + frame + ", which does not exist");
        }
        JsonObject key = new JsonObject();
        key.addProperty("frame", frame);
        look(key, element, type);
        key.add("attributes", attributes(element, label));
        return key;
    }

    private static void look(JsonObject shape, Element element, String type) {
        shape.addProperty("type", type);
        shape.add("points", ShapePoints.read(type, element::attribute));
        shape.addProperty("occluded", "1".equals(element.attribute("occluded")));
        shape.addProperty("outside", "1".equals(element.attribute("outside")));
        shape.addProperty("z_order", (int) optional(element, "z_order"));
        shape.addProperty("rotation", optional(element, "rotation"));
    }

    private static JsonObject annotation(Element element, LabelView label, int frame) {
        JsonObject annotation = new JsonObject();
        annotation.addProperty("frame", frame);
        annotation.addProperty("label_id", label.id());
        annotation.addProperty("group", (int) optional(element, "group_id"));
        annotation.addProperty("source", "file");
        return annotation;
    }

    private static double optional(Element element, String name) {
        String value = element.attribute(name);
        return value == null ? 0 : ShapePoints.number(name, value);
    }

    private static JsonArray attributes(Element element, LabelView label) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Element each : element.children) {
            if (each.name.equals("attribute")) {
                values.put(ShapePoints.required(each::attribute, "name"), each.text());
            }
        }
        return LabelLookup.attributesById(label, values);
    }
}
