package io.github.cvatopenapi.embedded.resources;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.store.Label;
import io.github.cvatopenapi.embedded.store.Labeled;
import io.github.cvatopenapi.embedded.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes, changes and removes labels from their descriptions in requests. What does not fit is refused before anything changes. */
final class LabelEditor {

    private final Store store;
    private final Instance instance;

    LabelEditor(Instance instance) {
        this.instance = instance;
        this.store = instance.store;
    }

    /** Holds descriptions of new labels against the rules: each needs a name that no other has. */
    void requireNew(List<Body> labels) {
        Set<String> names = new HashSet<>();
        List<Object> errors = new ArrayList<>();
        for (Body label : labels) {
            errors.add(label.has("name") ? Map.of() : Map.of("name", List.of("This field is required.")));
        }
        if (errors.stream().anyMatch(each -> !Map.of().equals(each))) {
            throw new Fault(Answer.json(400, Map.of("labels", errors)));
        }
        for (Body label : labels) {
            if (!names.add(label.text("name"))) {
                throw unique();
            }
        }
    }

    private static Fault unique() {
        return Fault.list("All label names must be unique");
    }

    /** Carries out descriptions of labels on what they hang on: without an id a new one, with an id a change or removal. */
    void apply(Call call, Labeled holder, List<Body> labels) {
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
        Map<Long, String> names = new HashMap<>();
        store.labelsOf.get(holder).stream().filter(each -> each.parent == null).forEach(each -> names.put(each.id, each.name));
        long fresh = 0;
        for (Body body : labels) {
            Long id = body.number("id");
            Label label = id == null ? null : store.labels.get(id);
            if (id != null && (label == null || label.holder != holder || label.parent != null)) {
                throw Fault.detail(404, "Not found label with id #" + id + " to change");
            }
            if (id == null && !body.has("name")) {
                throw new Fault(Answer.json(400, Map.of("labels", List.of(Map.of("name", List.of("This field is required."))))));
            }
            if (body.flag("deleted", false)) {
                names.remove(id);
            } else {
                names.put(id == null ? --fresh : id, body.text("name", names.get(id)));
            }
        }
        if (new HashSet<>(names.values()).size() < names.size()) {
            throw unique();
        }
    }

    /** Changes one label. */
    void change(Label label, Body body) {
        String name = body.text("name", label.name);
        if (store.labelsOf.get(label.holder).stream().anyMatch(each -> each != label && each.parent == label.parent && each.name.equals(name))) {
            throw unique();
        }
        fill(label, body);
    }

    /** Takes a label away, with its sublabels and whatever hangs on them. */
    void remove(Call call, Label label) {
        List.copyOf(label.sublabels).forEach(each -> remove(call, each));
        instance.hooks.removing(call, label);
        store.labels.remove(label);
        if (label.parent != null) {
            label.parent.sublabels.remove(label);
        }
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
        fill(label, body);
        return label;
    }

    private void fill(Label label, Body body) {
        label.name = body.text("name", label.name);
        String color = body.text("color", "");
        label.color = color.isEmpty() ? color(label) : color;
        label.type = body.text("type", label.type);
        label.svg = body.text("svg", label.svg);
        body.objects("attributes").forEach(each -> attribute(label, each));
        for (Body sublabel : body.objects("sublabels")) {
            Label own = label.sublabels.stream().filter(each -> sublabel.number("id") != null && each.id == sublabel.number("id")
                    || each.name.equals(sublabel.text("name"))).findFirst().orElse(null);
            if (own == null) {
                add(label.holder, label, sublabel);
            } else {
                fill(own, sublabel);
            }
        }
        for (Label sublabel : label.sublabels) {
            label.svg = label.svg.replace("data-label-name=\"" + sublabel.name + "\"", "data-label-id=\"" + sublabel.id + "\"");
        }
    }

    private void attribute(Label label, Body body) {
        Label.Attribute attribute = label.attributes.stream().filter(each -> body.number("id") != null ? each.id == body.number("id")
                : each.name.equals(body.text("name"))).findFirst().orElse(null);
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
        return String.format("#%06x", (label.name.hashCode() * 0x9E3779B1 >>> 8) & 0xFFFFFF);
    }
}
