package io.github.cvatopenapi.embedded.quality;

import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;

/** Areas of rectangles, polygons, ellipses and masks, in pixels. */
final class Outlines {

    private static final double FLATNESS = 0.1;
    /**
     * A mask of more runs, or rows of runs, than this is taken for its box: exact areas of such would take too long.
     */
    private static final int MOST_RUNS = 5_000;
    /** So is one that is larger than a picture may be. */
    private static final int MOST_ROWS = 65_500;

    private Outlines() {
    }

    static Area of(AnnotatedObject drawn) {
        double[] points = drawn.points();
        return switch (drawn.type()) {
            case "rectangle" -> points.length < 4 ? new Area() : turned(new Rectangle2D.Double(Math.min(points[0],
                    points[2]),
                    Math.min(points[1], points[3]), Math.abs(points[2] - points[0]), Math.abs(points[3] - points[1])),
                            drawn.rotation());
            case "ellipse" -> points.length < 4 ? new Area() : turned(ellipse(points), drawn.rotation());
            case "mask" -> mask(points);
            default -> polygon(points);
        };
    }

    /** Given as center, right end and upper end. */
    private static Ellipse2D ellipse(double[] points) {
        double width = Math.abs(points[2] - points[0]);
        double height = Math.abs(points[1] - points[3]);
        return new Ellipse2D.Double(points[0] - width, points[1] - height, 2 * width, 2 * height);
    }

    private static Area turned(RectangularShape shape, double degrees) {
        Area area = new Area(shape);
        if (degrees != 0) {
            area.transform(AffineTransform.getRotateInstance(Math.toRadians(degrees), shape.getCenterX(),
                    shape.getCenterY()));
        }
        return area;
    }

    private static Area polygon(double[] points) {
        if (points.length < 6) {
            return new Area();
        }
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        path.moveTo(points[0], points[1]);
        for (int i = 2; i + 1 < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return new Area(path);
    }

    /**
     * Runs of background and object in turn, row by row, then the box: left, top, right, bottom, all of them inside.
     */
    private static Area mask(double[] points) {
        if (points.length < 5) {
            return new Area();
        }
        int runs = points.length - 4;
        double left = points[runs];
        double top = points[runs + 1];
        double wide = Math.max(0, points[runs + 2] - left + 1);
        double high = Math.max(0, points[runs + 3] - top + 1);
        if (runs > MOST_RUNS || wide < 1 || wide > MOST_ROWS || high > MOST_ROWS) {
            return new Area(new Rectangle2D.Double(left, top, wide, high));
        }
        long width = (long) wide;
        long size = width * (long) high;
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        long at = 0;
        int rows = 0;
        for (int run = 0; run < runs && at < size; run++) {
            long end = Math.min(size, at + (long) Math.max(0, points[run]));
            while (run % 2 == 1 && at < end) {
                long stop = Math.min(end, (at / width + 1) * width);
                path.append(new Rectangle2D.Double(left + at % width, top + at / width, stop - at, 1), false);
                at = stop;
                if (++rows > MOST_RUNS) {
                    return new Area(new Rectangle2D.Double(left, top, wide, high));
                }
            }
            at = end;
        }
        return new Area(path);
    }

    /** In square pixels. */
    static double size(Area area) {
        double twice = 0;
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        double startX = 0;
        double startY = 0;
        for (PathIterator path = area.getPathIterator(null, FLATNESS); !path.isDone(); path.next()) {
            int segment = path.currentSegment(at);
            if (segment == PathIterator.SEG_MOVETO) {
                startX = at[0];
                startY = at[1];
            } else {
                double toX = segment == PathIterator.SEG_CLOSE ? startX : at[0];
                double toY = segment == PathIterator.SEG_CLOSE ? startY : at[1];
                twice += x * toY - toX * y;
                x = toX;
                y = toY;
                continue;
            }
            x = startX;
            y = startY;
        }
        return Math.abs(twice) / 2;
    }

    /** Intersection over union. */
    static double iou(Area a, Area b) {
        if (!a.getBounds2D().intersects(b.getBounds2D())) {
            return 0;
        }
        Area both = new Area(a);
        both.intersect(b);
        double common = size(both);
        double all = size(a) + size(b) - common;
        return all <= 0 ? 0 : common / all;
    }

    /** The share of an area that is left when others lie on it. */
    static double visible(Area area, Area above) {
        double whole = size(area);
        Area rest = new Area(area);
        rest.subtract(above);
        return whole <= 0 ? 1 : size(rest) / whole;
    }
}
