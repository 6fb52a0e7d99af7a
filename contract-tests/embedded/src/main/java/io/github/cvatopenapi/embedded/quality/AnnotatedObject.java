package io.github.cvatopenapi.embedded.quality;

import java.util.List;
import java.util.Map;

/**
 * One object on one frame.
 *
 * @param kind       {@code shape}, {@code track} or {@code tag}
 * @param id         of the annotation
 * @param job        whose annotation it is
 * @param type       of the shape, null for a tag
 * @param label      name of its label
 * @param points     in pixels, in the form of the interface; empty for tags and skeletons
 * @param rotation   in degrees, clockwise
 * @param zOrder     what is higher covers what is lower
 * @param group      0 for none
 * @param attributes values by id of the attribute
 * @param elements   the parts of a skeleton
 */
public record AnnotatedObject(String kind, long id, long job, String type, String label, double[] points,
        double rotation,
        long zOrder,
                    long group, Map<Long, String> attributes, List<AnnotatedObject> elements) {

    /** Objects of different classes are never compared: outlines, points, lines, skeletons and tags. */
    enum Kind { OUTLINE, POINTS, LINE, SKELETON, TAG, OTHER }

    Kind kindOfShape() {
        return type == null ? Kind.TAG : switch (type) {
            case "rectangle", "polygon", "ellipse", "mask" -> Kind.OUTLINE;
            case "points" -> Kind.POINTS;
            case "polyline" -> Kind.LINE;
            case "skeleton" -> Kind.SKELETON;
            default -> Kind.OTHER;
        };
    }

    /** Outlines are compared with outlines of the same type; polygons and masks also with each other. */
    boolean comparable(AnnotatedObject other) {
        return kindOfShape() == other.kindOfShape() && kindOfShape() != Kind.OTHER
                && (kindOfShape() != Kind.OUTLINE || family().equals(other.family()));
    }

    private String family() {
        return type.equals("mask") ? "polygon" : type;
    }
}
