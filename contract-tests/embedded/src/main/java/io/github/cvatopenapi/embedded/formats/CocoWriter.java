package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes instances_*.json of COCO: rectangles, polygons, ellipses (as polygons) and masks. What the format has no place
 * for, which is points, polylines, cuboids, skeletons and tags, is left out.
 */
final class CocoWriter {

    private static final int ELLIPSE_CORNERS = 32;

    private final JsonArray images = new JsonArray();
    private final JsonArray annotations = new JsonArray();
    private final Map<String, Integer> categories = new LinkedHashMap<>();
    private final List<LabelView> labels;

    CocoWriter(List<LabelView> labels) {
        this.labels = labels;
        for (LabelView label : labels) {
            categories.put(label.name(), categories.size() + 1);
        }
    }

    void add(TaskView task) {
        LabelLookup byId = new LabelLookup(labels);
        Map<Integer, List<JsonObject>> shapes = CvatXmlWriter.shapesByFrame(task);
        for (FrameView frame : task.frames()) {
            JsonObject image = new JsonObject();
            image.addProperty("id", images.size() + 1);
            image.addProperty("width", frame.width());
            image.addProperty("height", frame.height());
            image.addProperty("file_name", frame.name());
            image.addProperty("license", 0);
            image.addProperty("flickr_url", "");
            image.addProperty("coco_url", "");
            image.addProperty("date_captured", 0);
            images.add(image);
            for (JsonObject shape : shapes.getOrDefault(frame.number(), List.of())) {
                instance(shape, byId.of(shape), frame);
            }
        }
    }

    void writeTo(OutputStream out) throws IOException {
        JsonObject license = new JsonObject();
        license.addProperty("name", "");
        license.addProperty("id", 0);
        license.addProperty("url", "");
        JsonArray licenses = new JsonArray();
        licenses.add(license);
        JsonObject info = new JsonObject();
        for (String each : List.of("contributor", "date_created", "description", "url", "version", "year")) {
            info.addProperty(each, "");
        }
        JsonArray named = new JsonArray();
        categories.forEach((name, id) -> {
            JsonObject category = new JsonObject();
            category.addProperty("id", id);
            category.addProperty("name", name);
            category.addProperty("supercategory", "");
            named.add(category);
        });
        JsonObject file = new JsonObject();
        file.add("licenses", licenses);
        file.add("info", info);
        file.add("categories", named);
        file.add("images", images);
        file.add("annotations", annotations);
        out.write(file.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void instance(JsonObject shape, LabelView label, FrameView frame) {
        double[] points = AnnotationJson.points(shape);
        JsonObject instance = new JsonObject();
        switch (AnnotationJson.text(shape, "type", "")) {
            case "rectangle" -> {
                double width = points[2] - points[0];
                double height = points[3] - points[1];
                fill(instance, new JsonArray(), width * height, 0,
                        AnnotationJson.points(points[0], points[1], width, height));
            }
            case "polygon" -> polygon(instance, points);
            case "ellipse" -> polygon(instance, corners(points));
            case "mask" -> {
                JsonArray size = new JsonArray();
                size.add(frame.height());
                size.add(frame.width());
                JsonObject runs = new JsonObject();
                runs.add("counts", Masks.toCoco(points, frame.width(), frame.height()));
                runs.add("size", size);
                int box = points.length - 4;
                fill(instance, runs, Masks.area(points), 1, AnnotationJson.points(points[box], points[box + 1],
                        points[box + 2] - points[box] + 1, points[box + 3] - points[box + 1] + 1));
            }
            default -> {
                return;
            }
        }
        instance.addProperty("id", annotations.size() + 1);
        instance.addProperty("image_id", images.size());
        instance.addProperty("category_id", categories.get(label.name()));
        instance.add("attributes", attributes(shape, label));
        annotations.add(instance);
    }

    private static void polygon(JsonObject instance, double[] points) {
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        double doubled = 0;
        for (int each = 0; each + 1 < points.length; each += 2) {
            double x = points[each];
            double y = points[each + 1];
            box[0] = Math.min(box[0], x);
            box[1] = Math.min(box[1], y);
            box[2] = Math.max(box[2], x);
            box[3] = Math.max(box[3], y);
            doubled += x * points[(each + 3) % points.length] - points[(each + 2) % points.length] * y;
        }
        JsonArray parts = new JsonArray();
        parts.add(AnnotationJson.points(points));
        fill(instance, parts, Math.abs(doubled) / 2, 0,
                AnnotationJson.points(box[0], box[1], box[2] - box[0], box[3] - box[1]));
    }

    private static void fill(JsonObject instance, JsonElement segmentation, double area, int crowd,
            JsonArray box) {
        instance.add("segmentation", segmentation);
        instance.addProperty("area", area);
        instance.add("bbox", box);
        instance.addProperty("iscrowd", crowd);
    }

    private static double[] corners(double[] ellipse) {
        double[] corners = new double[ELLIPSE_CORNERS * 2];
        for (int each = 0; each < ELLIPSE_CORNERS; each++) {
            double angle = 2 * Math.PI * each / ELLIPSE_CORNERS;
            corners[each * 2] = ellipse[0] + (ellipse[2] - ellipse[0]) * Math.cos(angle);
            corners[each * 2 + 1] = ellipse[1] + (ellipse[1] - ellipse[3]) * Math.sin(angle);
        }
        return corners;
    }

    private static JsonObject attributes(JsonObject shape, LabelView label) {
        JsonObject attributes = new JsonObject();
        LabelLookup.attributesByName(label, AnnotationJson.array(shape, "attributes")).forEach(attributes::addProperty);
        attributes.addProperty("occluded", AnnotationJson.flag(shape, "occluded"));
        if (AnnotationJson.text(shape, "type", "").equals("rectangle")) {
            attributes.addProperty("rotation", AnnotationJson.number(shape, "rotation"));
        }
        return attributes;
    }
}
