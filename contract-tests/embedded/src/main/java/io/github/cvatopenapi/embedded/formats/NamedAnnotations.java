package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Annotations with the names of labels and attributes in place of their ids, and back. */
final class NamedAnnotations {

    private static final List<String> KINDS = List.of("tags", "shapes", "tracks");

    private NamedAnnotations() {
    }

    static JsonObject toNames(JsonObject annotations, List<LabelView> labels) {
        LabelLookup known = new LabelLookup(labels);
        JsonObject named = AnnotationJson.noAnnotations();
        for (String kind : KINDS) {
            AnnotationJson.objects(annotations, kind)
                    .forEach(each -> named.getAsJsonArray(kind).add(toNames(each, known)));
        }
        return named;
    }

    static JsonObject toIds(JsonObject annotations, List<LabelView> labels) {
        LabelLookup known = new LabelLookup(labels);
        JsonObject withIds = AnnotationJson.noAnnotations();
        for (String kind : KINDS) {
            AnnotationJson.objects(annotations, kind)
                    .forEach(each -> withIds.getAsJsonArray(kind).add(toIds(each, known, null)));
        }
        return withIds;
    }

    private static JsonObject toNames(JsonObject annotation, LabelLookup labels) {
        LabelView label = labels.of(annotation);
        JsonObject named = annotation.deepCopy();
        named.remove("id");
        named.remove("label_id");
        named.addProperty("label", label.name());
        nameAttributes(named, label);
        JsonArray shapes = new JsonArray();
        AnnotationJson.objects(named, "shapes").forEach(shape -> {
            shape.remove("id");
            nameAttributes(shape, label);
            shapes.add(shape);
        });
        replace(named, "shapes", shapes);
        JsonArray elements = new JsonArray();
        AnnotationJson.objects(named, "elements").forEach(each -> elements.add(toNames(each, labels)));
        replace(named, "elements", elements);
        return named;
    }

    private static JsonObject toIds(JsonObject named, LabelLookup labels, LabelView parent) {
        LabelView label = labels.named(named.get("label").getAsString(), parent);
        JsonObject annotation = named.deepCopy();
        annotation.remove("label");
        annotation.addProperty("label_id", label.id());
        identifyAttributes(annotation, label);
        AnnotationJson.objects(annotation, "shapes").forEach(shape -> identifyAttributes(shape, label));
        JsonArray elements = new JsonArray();
        AnnotationJson.objects(annotation, "elements").forEach(each -> elements.add(toIds(each, labels, label)));
        replace(annotation, "elements", elements);
        return annotation;
    }

    private static void replace(JsonObject holder, String name, JsonArray list) {
        if (holder.has(name)) {
            holder.add(name, list);
        }
    }

    private static void nameAttributes(JsonObject holder, LabelView label) {
        JsonObject values = new JsonObject();
        LabelLookup.attributesByName(label, AnnotationJson.array(holder, "attributes")).forEach(values::addProperty);
        holder.add("attributes", values);
    }

    private static void identifyAttributes(JsonObject holder, LabelView label) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> each : holder.getAsJsonObject("attributes").entrySet()) {
            values.put(each.getKey(), each.getValue().getAsString());
        }
        holder.add("attributes", LabelLookup.attributesById(label, values));
    }
}
