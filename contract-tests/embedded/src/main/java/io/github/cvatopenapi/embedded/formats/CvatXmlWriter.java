package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/** Writes annotations.xml of "CVAT for images 1.1" and "CVAT for video 1.1", of a task, a job or a project. */
final class CvatXmlWriter {

    private final XmlOut xml;

    private CvatXmlWriter(XmlOut xml) {
        this.xml = xml;
    }

    static void write(TaskView task, OutputStream out) throws XMLStreamException {
        CvatXmlWriter writer = new CvatXmlWriter(new XmlOut(out));
        writer.heading(task);
        writer.images(task, 0, Map.of());
        writer.xml.end().close();
    }

    /** The variant for video: tracks in place of images. */
    static void writeTracks(TaskView task, OutputStream out) throws XMLStreamException {
        CvatXmlWriter writer = new CvatXmlWriter(new XmlOut(out));
        writer.heading(task);
        new CvatTrackWriter(writer.xml).write(task, 0, Map.of());
        writer.xml.end().close();
    }

    private void heading(TaskView task) {
        xml.start("annotations").leaf("version", "1.1").start("meta").start("task");
        details(task);
        labels(task.labels());
        xml.end().leaf("dumped", task.details().getOrDefault("updated", "")).end();
    }

    static void write(ProjectView project, OutputStream out) throws XMLStreamException {
        CvatXmlWriter writer = new CvatXmlWriter(new XmlOut(out));
        writer.heading(project);
        int first = 0;
        for (TaskView task : project.tasks()) {
            first = writer.images(task, first, of(task));
        }
        writer.xml.end().close();
    }

    /** The variant for video: tracks in place of images. */
    static void writeTracks(ProjectView project, OutputStream out) throws XMLStreamException {
        CvatXmlWriter writer = new CvatXmlWriter(new XmlOut(out));
        writer.heading(project);
        CvatTrackWriter tracks = new CvatTrackWriter(writer.xml);
        int first = 0;
        for (TaskView task : project.tasks()) {
            first = tracks.write(task, first, of(task));
        }
        writer.xml.end().close();
    }

    private static Map<String, String> of(TaskView task) {
        Map<String, String> of = new LinkedHashMap<>();
        of.put("subset", task.subsetOrDefault());
        of.put("task_id", Long.toString(task.id()));
        return of;
    }

    private void heading(ProjectView project) {
        xml.start("annotations").leaf("version", "1.1").start("meta").start("project");
        xml.leaf("id", Long.toString(project.id())).leaf("name", project.name());
        project.details().forEach(xml::leaf);
        labels(project.labels());
        xml.start("tasks");
        for (TaskView task : project.tasks()) {
            xml.start("task");
            details(task);
            xml.end();
        }
        xml.end();
        xml.leaf("subsets", project.tasks().stream().map(TaskView::subsetOrDefault).distinct()
                .collect(Collectors.joining("\n")));
        xml.end().leaf("dumped", project.details().getOrDefault("updated", "")).end();
    }

    private void details(TaskView task) {
        xml.leaf("id", Long.toString(task.id())).leaf("name", task.name()).leaf("size",
                Integer.toString(task.frames().size()));
        xml.leaf("subset", task.subsetOrDefault());
        task.details().forEach(xml::leaf);
    }

    private void labels(List<LabelView> labels) {
        xml.start("labels");
        for (LabelView label : labels) {
            label(label, null);
            label.sublabels().forEach(part -> label(part, label.name()));
        }
        xml.end();
    }

    private void label(LabelView label, String parent) {
        xml.start("label").leaf("name", label.name()).leaf("color", label.color()).leaf("type", label.type());
        xml.start("attributes");
        for (LabelView.AttributeView attribute : label.attributes()) {
            xml.start("attribute").leaf("name", attribute.name())
                    .leaf("mutable", attribute.mutable() ? "True" : "False")
                    .leaf("input_type", attribute.inputType())
                    .leaf("default_value", attribute.defaultValue())
                    .leaf("values", String.join("\n", attribute.values())).end();
        }
        xml.end();
        if (label.svg() != null && !label.svg().isEmpty()) {
            xml.leaf("svg", label.svg());
        }
        if (parent != null) {
            xml.leaf("parent", parent);
        }
        xml.end();
    }

    /** Writes all frames of a task; returns the number after the last. */
    private int images(TaskView task, int first, Map<String, String> of) {
        LabelLookup labels = new LabelLookup(task.labels());
        Map<Integer, List<JsonObject>> shapes = shapesByFrame(task);
        Map<Integer, List<JsonObject>> tags = byFrame(AnnotationJson.objects(task.annotations(), "tags"));
        int id = first;
        for (FrameView frame : task.frames()) {
            Map<String, String> heading = new LinkedHashMap<>();
            heading.put("id", Integer.toString(of.isEmpty() ? frame.number() : id));
            heading.put("name", frame.name());
            heading.putAll(of);
            heading.put("width", Integer.toString(frame.width()));
            heading.put("height", Integer.toString(frame.height()));
            xml.start("image", heading);
            shapes.getOrDefault(frame.number(), List.of()).forEach(shape -> shape(shape, labels, false));
            tags.getOrDefault(frame.number(), List.of()).forEach(tag -> tag(tag, labels));
            xml.end();
            id++;
        }
        return id;
    }

    /** Single shapes and what tracks show, for each frame. */
    static Map<Integer, List<JsonObject>> shapesByFrame(TaskView task) {
        List<JsonObject> all = new ArrayList<>(AnnotationJson.objects(task.annotations(), "shapes"));
        List<Integer> numbers = task.frames().stream().map(FrameView::number).sorted().toList();
        AnnotationJson.objects(task.annotations(), "tracks")
                .forEach(track -> all.addAll(Tracks.shapes(track, numbers)));
        return byFrame(all);
    }

    static Map<Integer, List<JsonObject>> byFrame(List<JsonObject> annotations) {
        Map<Integer, List<JsonObject>> grouped = new TreeMap<>();
        annotations.forEach(each ->
                grouped.computeIfAbsent(AnnotationJson.integer(each, "frame"), any -> new ArrayList<>())
                .add(each));
        return grouped;
    }

    private void shape(JsonObject shape, LabelLookup labels, boolean part) {
        LabelView label = labels.of(shape);
        String type = AnnotationJson.text(shape, "type", "rectangle");
        Map<String, String> heading = heading(shape, label);
        if (part) {
            heading.put("outside", AnnotationJson.flag(shape, "outside") ? "1" : "0");
        }
        if (!type.equals("skeleton")) {
            heading.put("occluded", AnnotationJson.flag(shape, "occluded") ? "1" : "0");
        }
        heading.putAll(ShapePoints.write(type, AnnotationJson.points(shape)));
        if (AnnotationJson.number(shape, "rotation") != 0) {
            heading.put("rotation", ShapePoints.decimal(AnnotationJson.number(shape, "rotation")));
        }
        if (!part) {
            heading.put("z_order", Integer.toString(AnnotationJson.integer(shape, "z_order")));
        }
        group(heading, shape);
        xml.start(ShapePoints.element(type), heading);
        AnnotationJson.objects(shape, "elements").forEach(element -> shape(element, labels, true));
        attributes(label, AnnotationJson.array(shape, "attributes"));
        xml.end();
    }

    private void tag(JsonObject tag, LabelLookup labels) {
        LabelView label = labels.of(tag);
        Map<String, String> heading = heading(tag, label);
        group(heading, tag);
        xml.start("tag", heading);
        attributes(label, AnnotationJson.array(tag, "attributes"));
        xml.end();
    }

    static Map<String, String> heading(JsonObject annotation, LabelView label) {
        Map<String, String> heading = new LinkedHashMap<>();
        heading.put("label", label.name());
        heading.put("source", AnnotationJson.text(annotation, "source", "manual"));
        return heading;
    }

    static void group(Map<String, String> heading, JsonObject annotation) {
        if (AnnotationJson.integer(annotation, "group") != 0) {
            heading.put("group_id", Integer.toString(AnnotationJson.integer(annotation, "group")));
        }
    }

    private void attributes(LabelView label, JsonArray values) {
        attributes(xml, label, values);
    }

    static void attributes(XmlOut xml, LabelView label, JsonArray values) {
        LabelLookup.attributesByName(label, values)
                .forEach((name, value) -> xml.leaf("attribute", Map.of("name", name), value));
    }
}
