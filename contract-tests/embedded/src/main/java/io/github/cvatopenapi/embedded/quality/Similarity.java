package io.github.cvatopenapi.embedded.quality;

import java.awt.geom.Area;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * How alike two objects of a frame are: 0 for not at all, 1 for the same place. Labels do not count. For one thread.
 */
final class Similarity {

    private static final int LINE_SAMPLES = 16;

    private final Thresholds thresholds;
    private final double width;
    private final double height;
    private final Map<AnnotatedObject, Area> areas = new IdentityHashMap<>();

    /** @param width of the frame, in pixels, as is height */
    Similarity(Thresholds thresholds, int width, int height) {
        this.thresholds = thresholds;
        this.width = width;
        this.height = height;
    }

    double of(AnnotatedObject a, AnnotatedObject b) {
        if (!a.comparable(b)) {
            return 0;
        }
        return switch (a.kindOfShape()) {
            case TAG -> a.label().equals(b.label()) ? 1 : 0;
            case OUTLINE -> Outlines.iou(area(a), area(b));
            case POINTS -> points(a.points(), b.points());
            case LINE -> Math.max(lines(a, b, false), lines(a, b, true));
            case SKELETON -> skeletons(a.elements(), b.elements());
            case OTHER -> 0;
        };
    }

    private Area area(AnnotatedObject drawn) {
        return areas.computeIfAbsent(drawn, Outlines::of);
    }

    /** How well lines fit, one of them drawn from its other end when {@code backwards}. */
    double lines(AnnotatedObject a, AnnotatedObject b, boolean backwards) {
        double[] p = samples(a.points());
        double[] q = samples(b.points());
        if (p.length == 0 || q.length == 0) {
            return 0;
        }
        double scale = thresholds.lineThickness() * Math.hypot(width, height);
        double sum = 0;
        for (int i = 0; i < LINE_SAMPLES; i++) {
            int j = backwards ? LINE_SAMPLES - 1 - i : i;
            sum += near(Math.hypot(p[2 * i] - q[2 * j], p[2 * i + 1] - q[2 * j + 1]), scale);
        }
        return sum / LINE_SAMPLES;
    }

    /** Points at equal distances along a line. */
    private static double[] samples(double[] line) {
        if (line.length < 4) {
            return new double[0];
        }
        double[] lengths = new double[line.length / 2];
        for (int i = 1; i < lengths.length; i++) {
            lengths[i] = lengths[i - 1] + Math.hypot(line[2 * i] - line[2 * i - 2], line[2 * i + 1] - line[2 * i - 1]);
        }
        double[] samples = new double[2 * LINE_SAMPLES];
        int at = 1;
        for (int i = 0; i < LINE_SAMPLES; i++) {
            double wanted = lengths[lengths.length - 1] * i / (LINE_SAMPLES - 1);
            while (at < lengths.length - 1 && lengths[at] < wanted) {
                at++;
            }
            double part = lengths[at] == lengths[at - 1] ? 0
                    : (wanted - lengths[at - 1]) / (lengths[at] - lengths[at - 1]);
            samples[2 * i] = line[2 * at - 2] + (line[2 * at] - line[2 * at - 2]) * part;
            samples[2 * i + 1] = line[2 * at - 1] + (line[2 * at + 1] - line[2 * at - 1]) * part;
        }
        return samples;
    }

    private static double near(double distance, double scale) {
        return scale <= 0 ? distance == 0 ? 1 : 0 : Math.exp(-distance * distance / (2 * scale * scale));
    }

    private double points(double[] a, double[] b) {
        if (a.length != b.length || a.length < 2) {
            return 0;
        }
        double scale = 2 * thresholds.oksSigma() * Math.sqrt(size(a, b));
        double sum = 0;
        for (int i = 0; i + 1 < a.length; i += 2) {
            sum += near(Math.hypot(a[i] - b[i], a[i + 1] - b[i + 1]), scale);
        }
        return sum / (a.length / 2);
    }

    /**
     * Of the box around the points of both, in square pixels; of the image where that is asked for, or the box is none.
     */
    private double size(double[] a, double[] b) {
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (double[] points : List.of(a, b)) {
            for (int i = 0; i + 1 < points.length; i += 2) {
                box[0] = Math.min(box[0], points[i]);
                box[1] = Math.min(box[1], points[i + 1]);
                box[2] = Math.max(box[2], points[i]);
                box[3] = Math.max(box[3], points[i + 1]);
            }
        }
        double size = (box[2] - box[0]) * (box[3] - box[1]);
        return thresholds.pointSizeOfImage() || size <= 0 || a.length == 2 ? width * height : size;
    }

    /** The parts of the same label are compared; a part that only one has is no match. */
    private double skeletons(List<AnnotatedObject> a, List<AnnotatedObject> b) {
        Map<String, AnnotatedObject> others = new HashMap<>();
        b.forEach(each -> others.put(each.label(), each));
        double[] p = new double[2 * a.size()];
        double[] q = new double[2 * a.size()];
        int common = 0;
        for (AnnotatedObject part : a) {
            AnnotatedObject other = others.get(part.label());
            if (other != null && part.points().length >= 2 && other.points().length >= 2) {
                System.arraycopy(part.points(), 0, p, 2 * common, 2);
                System.arraycopy(other.points(), 0, q, 2 * common, 2);
                common++;
            }
        }
        int all = a.size() + b.size() - common;
        return common == 0 ? 0 : points(Arrays.copyOf(p, 2 * common), Arrays.copyOf(q, 2 * common)) * common / all;
    }
}
