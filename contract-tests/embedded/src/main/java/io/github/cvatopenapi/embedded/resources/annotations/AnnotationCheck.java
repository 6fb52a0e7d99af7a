package io.github.cvatopenapi.embedded.resources.annotations;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.store.Label;
import io.github.cvatopenapi.embedded.store.Labeled;
import io.github.cvatopenapi.embedded.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds annotations against the rules that the document does not have, and fills in what was left out. */
public final class AnnotationCheck {

    private static final Map<String, Object> FINE = Map.of();
    private static final String TRACKED = "shapes";

    private final Map<Long, Label> labels = new HashMap<>();

    public AnnotationCheck(Store store, Labeled holder) {
        store.labelsOf.get(holder).forEach(each -> labels.put(each.id, each));
    }

    /**
     * Reads a body that fits the document.
     *
     * @param ids whether each annotation must have an id, or must not
     * @throws Fault 400 for a wrong id, label, attribute or number of points
     */
    public AnnotationSet read(Body body, boolean ids) {
        Map<String, Object> errors = new LinkedHashMap<>();
        AnnotationSet set = new AnnotationSet();
        for (String kind : AnnotationSet.KINDS) {
            List<Object> wrong = new ArrayList<>();
            for (Body each : body.objects(kind)) {
                wrong.add(errors(kind, each, ids));
            }
            if (wrong.stream().anyMatch(each -> each != FINE)) {
                errors.put(kind, wrong);
            }
        }
        if (!errors.isEmpty()) {
            throw new Fault(Answer.json(400, errors));
        }
        body.objects("tags").forEach(each -> set.tags().add(annotation(each, label(each, null))));
        body.objects("shapes").forEach(each -> set.shapes().add(shape(each, null)));
        body.objects("tracks").forEach(each -> set.tracks().add(track(each, null)));
        return set;
    }

    private static Map<String, Object> errors(String kind, Body annotation, boolean ids) {
        if (annotation.number("id") == null == ids) {
            return Map.of("id", List.of(ids ? "must be present" : "must be absent"));
        }
        return switch (kind) {
            case "shapes" -> shapeErrors(annotation);
            case "tracks" -> trackErrors(annotation);
            default -> FINE;
        };
    }

    private static Map<String, Object> shapeErrors(Body shape) {
        String wrong = pointsError(shape);
        if (wrong != null) {
            return Map.of("points", List.of(wrong));
        }
        return within("elements", shape.objects("elements").stream().map(AnnotationCheck::shapeErrors).toList());
    }

    private static Map<String, Object> trackErrors(Body track) {
        return track.objects(TRACKED).isEmpty() ? Map.of(TRACKED, List.of("a track must have a shape"))
                : partErrors(track);
    }

    private static Map<String, Object> partErrors(Body track) {
        Map<String, Object> errors = within(TRACKED, track.objects(TRACKED).stream().map(AnnotationCheck::shapeErrors)
                .toList());
        return errors != FINE ? errors
                : within("elements", track.objects("elements").stream().map(AnnotationCheck::partErrors).toList());
    }

    private static Map<String, Object> within(String name, List<Map<String, Object>> errors) {
        return errors.stream().allMatch(each -> each == FINE) ? FINE : Map.of(name, errors);
    }

    private static String pointsError(Body shape) {
        String type = shape.text("type");
        List<Number> points = shape.list("points");
        int count = points.size();
        boolean fits = switch (type) {
            case "rectangle", "ellipse" -> count == 4;
            case "cuboid" -> count == 16;
            case "polygon" -> count >= 6 && count % 2 == 0;
            case "polyline" -> count >= 4 && count % 2 == 0;
            case "points" -> count >= 2 && count % 2 == 0;
            case "mask" -> count >= 5;
            default -> count == 0;
        };
        if (!fits) {
            return "invalid length for shape type '" + type + "'";
        }
        if (type.equals("mask")) {
            List<Double> box = points.subList(count - 4, count).stream().map(Number::doubleValue).toList();
            double area = (box.get(2) - box.get(0) + 1) * (box.get(3) - box.get(1) + 1);
            if (box.get(2) < box.get(0) || box.get(3) < box.get(1) || area > 1e9) {
                return "the box of the mask is empty or too large";
            }
        }
        return null;
    }

    private Label label(Body annotation, Label parent) {
        Object id = annotation.value("label_id");
        Label label = id instanceof Long number ? labels.get(number) : null;
        if (label == null || label.parent != parent) {
            throw Fault.list("label_id `" + id + "` is invalid");
        }
        return label;
    }

    /** What tags, shapes and tracks have in common. */
    private static Map<String, Object> annotation(Body body, Label label) {
        return Json.object("id", body.number("id"), "frame", body.value("frame"), "label_id", label.id,
                "group", small(body, "group"), "source", body.text("source", "manual"), "attributes",
                        attributes(body, label));
    }

    private static Long small(Body body, String property) {
        Long number = body.number(property);
        if (number != null && Math.abs(number) > Integer.MAX_VALUE) {
            throw Fault.list("'" + property + "' is out of range");
        }
        return number;
    }

    private static List<Object> attributes(Body body, Label label) {
        List<Object> values = new ArrayList<>();
        for (Body each : body.objects("attributes")) {
            Long spec = each.number("spec_id");
            if (label.attributes.stream().noneMatch(attribute -> spec != null && attribute.id == spec)) {
                throw Fault.list("spec_id `" + spec + "` is invalid");
            }
            values.add(Json.object("spec_id", spec, "value", each.text("value", "")));
        }
        return values;
    }

    private Map<String, Object> shape(Body body, Label parent) {
        Label label = label(body, parent);
        Map<String, Object> shape = look(body);
        shape.putAll(annotation(body, label));
        shape.put("score", body.decimal("score") == null ? 1.0 : body.decimal("score"));
        if (parent == null) {
            shape.put("elements", body.objects("elements").stream().<Object>map(each -> shape(each, label)).toList());
        }
        return shape;
    }

    private static Map<String, Object> look(Body body) {
        Long order = small(body, "z_order");
        return Json.object("type", body.text("type"), "occluded", body.flag("occluded", false),
                "outside", body.flag("outside", false), "z_order", order == null ? 0 : order,
                "rotation", body.decimal("rotation") == null ? 0.0 : body.decimal("rotation"),
                "points", body.<Number>list("points").stream().<Object>map(Number::doubleValue).toList());
    }

    private Map<String, Object> track(Body body, Label parent) {
        Label label = label(body, parent);
        Map<String, Object> track = annotation(body, label);
        List<Object> keys = new ArrayList<>();
        for (Body each : body.objects(TRACKED)) {
            Map<String, Object> key = look(each);
            key.putAll(Json.object("id", each.number("id"), "frame", each.value("frame"), "attributes",
                    attributes(each, label)));
            keys.add(key);
        }
        track.put(TRACKED, keys);
        if (parent == null) {
            track.put("elements", body.objects("elements").stream().<Object>map(each -> track(each, label)).toList());
        }
        return track;
    }
}
