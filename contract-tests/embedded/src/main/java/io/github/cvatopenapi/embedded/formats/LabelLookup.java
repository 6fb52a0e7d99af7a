package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds labels and attributes, by id to write files and by name to read them. */
final class LabelLookup {

    private final Map<Long, LabelView> byId = new HashMap<>();
    private final Map<String, LabelView> byName = new LinkedHashMap<>();

    LabelLookup(List<LabelView> labels) {
        for (LabelView label : labels) {
            byName.put(label.name(), label);
            byId.put(label.id(), label);
            label.sublabels().forEach(part -> byId.put(part.id(), part));
        }
    }

    /** The label or sublabel of an annotation. */
    LabelView of(JsonObject annotation) {
        LabelView label = byId.get(annotation.get("label_id").getAsLong());
        if (label == null) {
            throw new FormatException("An annotation has a label that does not exist any more");
        }
        return label;
    }

    /**
     * The label of that name.
     *
     * @param parent the skeleton whose part is meant, or null
     * @throws FormatException if there is none
     */
    LabelView named(String name, LabelView parent) {
        LabelView label = parent == null ? byName.get(name)
                : parent.sublabels().stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
        if (label == null) {
            throw new FormatException("Target project does not have label with name \"" + name + "\"");
        }
        return label;
    }

    /**
     * Values of an annotation by the name of the attribute; later lists win, and attributes that are gone are left out.
     */
    static Map<String, String> attributesByName(LabelView label, JsonArray... values) {
        Map<String, String> named = new LinkedHashMap<>();
        for (JsonArray each : values) {
            if (each == null) {
                continue;
            }
            for (JsonElement value : each) {
                LabelView.AttributeView spec = label.attribute(value.getAsJsonObject().get("spec_id").getAsLong());
                if (spec != null) {
                    named.put(spec.name(), value.getAsJsonObject().get("value").getAsString());
                }
            }
        }
        return named;
    }

    /** Turns values by name to values by id; unknown names are left out, as formats carry more than attributes. */
    static JsonArray attributesById(LabelView label, Map<String, String> named) {
        JsonArray values = new JsonArray();
        named.forEach((name, value) -> {
            LabelView.AttributeView spec = label.attribute(name);
            if (spec != null) {
                JsonObject one = new JsonObject();
                one.addProperty("spec_id", spec.id());
                one.addProperty("value", value);
                values.add(one);
            }
        });
        return values;
    }
}
