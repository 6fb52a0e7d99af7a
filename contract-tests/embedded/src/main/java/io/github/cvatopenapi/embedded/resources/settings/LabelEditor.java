package io.github.cvatopenapi.embedded.resources.settings;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.store.Label;
import io.github.cvatopenapi.embedded.store.Labeled;
import io.github.cvatopenapi.embedded.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes, changes and removes labels from their descriptions in requests. What does not fit is refused before anything
 * changes.
 */
public final class LabelEditor {

    private static final String SKELETON = "skeleton";

    private final Store store;
    private final Instance instance;

    public LabelEditor(Instance instance) {
        this.instance = instance;
        this.store = instance.store;
    }

    /** Holds descriptions of new labels against the rules: each needs a name that no other has. */
    public void requireNew(List<Body> labels) {
        List<Object> errors = new ArrayList<>();
        for (Body label : labels) {
            errors.add(label.has("name") ? Map.of() : Map.of("name", List.of("This field is required.")));
        }
        if (errors.stream().anyMatch(each -> !Map.of().equals(each))) {
            throw new Fault(Answer.json(400, Map.of("labels", errors)));
        }
        requireUnique(labels);
    }

    private static void requireUnique(List<Body> labels) {
        Set<String> names = new HashSet<>();
        for (Body label : labels) {
            if (!names.add(label.text("name"))) {
                throw unique();
            }
            requireAttributes(null, label);
            requireUnique(label.objects("sublabels"));
        }
    }

    /** Attributes of a description must differ in name, and those with an id be of the label; null for a new one. */
    private static void requireAttributes(Label label, Body body) {
        Set<String> names = new HashSet<>();
        for (Body each : body.objects("attributes")) {
            if (!names.add(each.text("name"))) {
                throw Fault.list("Duplicate attribute with name '" + each.text("name") + "' exists");
            }
            Long id = each.number("id");
            if (label != null && id != null && label.attributes.stream().noneMatch(own -> own.id == id)) {
                throw Fault.detail(404, "Attribute with id #" + id + " does not exist");
            }
        }
    }

    private static Fault unique() {
        return Fault.list("All label names must be unique");
    }

    /**
     * Carries out descriptions of labels on what they hang on: without an id a new one, with the id of a label or
     * sublabel a change or removal.
     */
    public void apply(Call call, Labeled holder, List<Body> labels) {
        requireApplicable(holder, labels);
        for (Body body : labels) {
            Label label = body.number("id") == null ? null : store.labels.get(body.number("id"));
            if (label == null) {
                add(holder, null, body);
            } else if (body.flag("deleted", false)) {
                remove(call, label);
            } else {
                fill(label, body);
            }
        }
    }

    private void requireApplicable(Labeled holder, List<Body> labels) {
        List<Object> errors = labels.stream().<Object>map(LabelEditor::error).toList();
        if (errors.stream().anyMatch(each -> !Map.of().equals(each))) {
            throw new Fault(Answer.json(400, Map.of("labels", errors)));
        }
        Map<Long, String> names = new HashMap<>();
        store.labelsOf.get(holder).forEach(each -> names.put(each.id, key(each.parent, each.name)));
        long fresh = 0;
        for (Body body : labels) {
            Long id = body.number("id");
            Label label = id == null ? null : store.labels.get(id);
            if (id != null && (label == null || label.holder != holder)) {
                throw Fault.detail(404, "Not found label with id #" + id + " to change");
            }
            requireAttributes(label, body);
            if (body.flag("deleted", false)) {
                names.remove(id);
            } else if (label == null) {
                requireUnique(body.objects("sublabels"));
                names.put(--fresh, key(null, body.text("name")));
            } else {
                names.put(id, key(label.parent, body.text("name", label.name)));
            }
        }
        if (new HashSet<>(names.values()).size() < names.size()) {
            throw unique();
        }
    }

    /** What is wrong with a description by itself; empty for nothing. */
    private static Map<String, Object> error(Body body) {
        if (body.number("id") != null) {
            return Map.of();
        }
        if (body.flag("deleted", false)) {
            return Map.of("non_field_errors", List.of("Deleted label must have an ID"));
        }
        return body.has("name") ? Map.of() : Map.of("name", List.of("This field is required."));
    }

    /** Labels with the same parent, or with none, differ in name. */
    private static String key(Label parent, String name) {
        return (parent == null ? "" : parent.id) + "/" + name;
    }

    /** Changes one label. */
    public void change(Label label, Body body) {
        String name = body.text("name", label.name);
        if (store.labelsOf.get(label.holder).stream().anyMatch(each -> each != label && each.parent == label.parent
                && each.name.equals(name))) {
            throw unique();
        }
        requireAttributes(label, body);
        fill(label, body);
    }

    /** Takes a label away, with its sublabels and whatever hangs on them. */
    public void remove(Call call, Label label) {
        List.copyOf(label.sublabels).forEach(each -> remove(call, each));
        instance.hooks.removing(call, label);
        store.labels.remove(label);
        if (label.parent != null) {
            label.parent.sublabels.remove(label);
        }
    }

    /** Takes away every label of a project or task. */
    public void removeAll(Call call, Labeled holder) {
        store.labelsOf.get(holder).stream().filter(each -> each.parent == null).forEach(each -> remove(call, each));
    }

    /** A new label. */
    Label add(Labeled holder, Label parent, Body body) {
        Label label = new Label();
        label.holder = holder;
        label.parent = parent;
        store.labels.add(label);
        if (parent != null) {
            parent.sublabels.add(label);
        }
        label.type = body.text("type", label.type);
        label.svg = body.text("svg", label.svg);
        body.objects("sublabels").forEach(each -> add(holder, label, each));
        for (Label sublabel : label.sublabels) {
            label.svg = label.svg.replace("data-label-name=\"" + sublabel.name + "\"",
                    "data-label-id=\"" + sublabel.id + "\"");
        }
        fill(label, body);
        return label;
    }

    /** What a change can give a label; drawing and sublabels stay as they were made, and a skeleton stays one. */
    private void fill(Label label, Body body) {
        label.name = body.text("name", label.name);
        String color = body.text("color", "");
        label.color = color.isEmpty() ? color(label) : color;
        String type = body.text("type", label.type);
        label.type = type.equals(SKELETON) || label.type.equals(SKELETON) ? label.type : type;
        body.objects("attributes").forEach(each -> attribute(label, each));
    }

    private void attribute(Label label, Body body) {
        Long id = body.number("id");
        Label.Attribute attribute = label.attributes.stream()
                .filter(each -> id != null ? each.id == id : each.name.equals(body.text("name")))
                .findFirst().orElse(null);
        if (attribute == null) {
            attribute = new Label.Attribute();
            attribute.id = store.nextAttributeId();
            label.attributes.add(attribute);
        }
        attribute.name = body.text("name", attribute.name);
        attribute.mutable = body.flag("mutable", attribute.mutable);
        attribute.inputType = body.text("input_type", attribute.inputType);
        attribute.defaultValue = body.text("default_value", attribute.defaultValue);
        attribute.values = body.has("values") ? List.copyOf(body.<String>list("values")) : attribute.values;
    }

    /** A color from the name, so that the same name looks the same everywhere. */
    private static String color(Label label) {
        return String.format(Locale.ROOT, "#%06x", (label.name.hashCode() * 0x9E3779B1 >>> 8) & 0xFFFFFF);
    }
}
