package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads instances of COCO. An instance of several polygons becomes a group of them. */
final class CocoReader {

    /** A document is held in memory whole. */
    private static final long MAX_BYTES = 64L << 20;

    private final JsonObject document;

    private CocoReader(JsonObject document) {
        this.document = document;
    }

    /** @throws FormatException if the file is not JSON or has no images */
    static CocoReader open(Path file) {
        requireReadable(file);
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            JsonElement root = JsonParser.parseReader(reader);
            if (!root.isJsonObject() || !root.getAsJsonObject().has("images")
                    || !root.getAsJsonObject().has("categories")) {
                throw new FormatException("The JSON file is not of the format COCO: it has no images or categories");
            }
            return new CocoReader(root.getAsJsonObject());
        } catch (JsonParseException | CharacterCodingException broken) {
            throw new FormatException("The annotation file is not JSON", broken);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (StackOverflowError deep) {
            throw new FormatException("The JSON file is nested too deep");
        }
    }

    private static void requireReadable(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new FormatException("The JSON file is larger than " + MAX_BYTES + " bytes");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Names of the pictures, in order. */
    List<String> images() {
        return orRefuse(() -> AnnotationJson.objects(document, "images").stream()
                .map(each -> each.get("file_name").getAsString()).toList());
    }

    /** @throws FormatException if a label or frame is not known, or an instance is not as it should be */
    JsonObject read(List<LabelView> labels, List<FrameView> frames) {
        return orRefuse(() -> shapes(new LabelLookup(labels), new FrameMatcher(frames)));
    }

    private static <T> T orRefuse(Supplier<T> reading) {
        return AnnotationJson.orRefuse(reading,
                "The JSON file lacks something that COCO asks for, or has it in another type");
    }

    private JsonObject shapes(LabelLookup labels, FrameMatcher frames) {
        Map<Long, FrameView> frameOf = new HashMap<>();
        AnnotationJson.objects(document, "images").forEach(
                each -> frameOf.put(each.get("id").getAsLong(), frames.named(each.get("file_name").getAsString())));
        Map<Long, String> categories = new HashMap<>();
        AnnotationJson.objects(document, "categories").forEach(
                each -> categories.put(each.get("id").getAsLong(), each.get("name").getAsString()));
        JsonObject annotations = AnnotationJson.noAnnotations();
        JsonArray shapes = annotations.getAsJsonArray("shapes");
        int group = 0;
        for (JsonObject instance : AnnotationJson.objects(document, "annotations")) {
            FrameView frame = frameOf.get(instance.get("image_id").getAsLong());
            String category = categories.get(instance.get("category_id").getAsLong());
            if (frame == null || category == null) {
                throw new FormatException("An instance names an image or a category that the file does not have");
            }
            LabelView label = labels.named(category, null);
            JsonElement segmentation = instance.get("segmentation");
            if (segmentation != null && segmentation.isJsonObject()) {
                mask(shapes, instance, segmentation.getAsJsonObject(), label, frame);
            } else if (segmentation != null && segmentation.isJsonArray() && !segmentation.getAsJsonArray().isEmpty()) {
                JsonArray parts = segmentation.getAsJsonArray();
                int of = parts.size() > 1 ? ++group : 0;
                parts.forEach(part -> shapes.add(shape(instance, "polygon", part.getAsJsonArray(), label, frame, of)));
            } else {
                JsonArray box = AnnotationJson.array(instance, "bbox");
                if (box.size() != 4) {
                    throw new FormatException("An instance has neither a segmentation nor a box of four numbers");
                }
                double x = box.get(0).getAsDouble();
                double y = box.get(1).getAsDouble();
                JsonArray corners = AnnotationJson.points(x, y, x + box.get(2).getAsDouble(),
                        y + box.get(3).getAsDouble());
                shapes.add(shape(instance, "rectangle", corners, label, frame, 0));
            }
        }
        return annotations;
    }

    private static void mask(JsonArray shapes, JsonObject instance, JsonObject runs, LabelView label, FrameView frame) {
        JsonArray size = AnnotationJson.array(runs, "size");
        if (size.size() != 2 || size.get(0).getAsInt() != frame.height() || size.get(1).getAsInt() != frame.width()) {
            throw new FormatException("The mask of an instance has not the size of its image");
        }
        JsonArray points = Masks.fromCoco(runs.get("counts"), frame.width(), frame.height());
        if (points != null) {
            shapes.add(shape(instance, "mask", points, label, frame, 0));
        }
    }

    private static JsonObject shape(JsonObject instance, String type, JsonArray points, LabelView label,
            FrameView frame, int group) {
        JsonObject own = instance.has("attributes") ? instance.getAsJsonObject("attributes") : new JsonObject();
        Map<String, String> values = new LinkedHashMap<>();
        own.entrySet().stream().filter(each -> each.getValue().isJsonPrimitive())
                .forEach(each -> values.put(each.getKey(), each.getValue().getAsString()));
        JsonObject shape = new JsonObject();
        shape.addProperty("type", type);
        shape.addProperty("frame", frame.number());
        shape.addProperty("label_id", label.id());
        shape.addProperty("group", group);
        shape.addProperty("source", "file");
        shape.addProperty("occluded", "true".equalsIgnoreCase(values.get("occluded")));
        shape.addProperty("outside", false);
        shape.addProperty("z_order", 0);
        shape.addProperty("rotation", type.equals("rectangle") ? AnnotationJson.number(own, "rotation") : 0);
        shape.add("points", points);
        shape.add("attributes", LabelLookup.attributesById(label, values));
        shape.add("elements", new JsonArray());
        return shape;
    }
}
