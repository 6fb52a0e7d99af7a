package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonArray;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;

/** Writes the points of a shape as attributes of its XML element, and reads them back. */
final class ShapePoints {

    private static final List<String> BOX = List.of("xtl", "ytl", "xbr", "ybr");
    private static final List<String> CUBOID = List.of("xtl1", "ytl1", "xbl1", "ybl1", "xtr1", "ytr1", "xbr1", "ybr1",
            "xtl2", "ytl2", "xbl2", "ybl2", "xtr2", "ytr2", "xbr2", "ybr2");

    private ShapePoints() {
    }

    /** Name of the element for a type of shape. */
    static String element(String type) {
        return type.equals("rectangle") ? "box" : type;
    }

    /** Type of shape of an element, or null if the element is none. */
    static String type(String element) {
        return switch (element) {
            case "box" -> "rectangle";
            case "ellipse", "polygon", "polyline", "points", "mask", "cuboid", "skeleton" -> element;
            default -> null;
        };
    }

    static Map<String, String> write(String type, double[] points) {
        Map<String, String> attributes = new LinkedHashMap<>();
        switch (type) {
            case "rectangle" -> put(attributes, BOX, points);
            case "cuboid" -> put(attributes, CUBOID, points);
            case "ellipse" -> put(attributes, List.of("cx", "cy", "rx", "ry"),
                    new double[] {points[0], points[1], points[2] - points[0], points[1] - points[3]});
            case "mask" -> mask(attributes, points);
            case "skeleton" -> {
            }
            default -> {
                StringJoiner all = new StringJoiner(";");
                for (int each = 0; each + 1 < points.length; each += 2) {
                    all.add(decimal(points[each]) + "," + decimal(points[each + 1]));
                }
                attributes.put("points", all.toString());
            }
        }
        return attributes;
    }

    static JsonArray read(String type, Function<String, String> attribute) {
        return switch (type) {
            case "rectangle" -> AnnotationJson.points(numbers(BOX, attribute));
            case "cuboid" -> AnnotationJson.points(numbers(CUBOID, attribute));
            case "ellipse" -> {
                double[] each = numbers(List.of("cx", "cy", "rx", "ry"), attribute);
                yield AnnotationJson.points(each[0], each[1], rounded(each[0] + each[2]), rounded(each[1] - each[3]));
            }
            case "mask" -> readMask(attribute);
            case "skeleton" -> new JsonArray();
            default -> readPairs(required(attribute, "points"));
        };
    }

    private static void mask(Map<String, String> attributes, double[] points) {
        int counts = points.length - 4;
        StringJoiner lengths = new StringJoiner(", ");
        Arrays.stream(points, 0, counts).forEach(each -> lengths.add(Long.toString((long) each)));
        attributes.put("rle", lengths.toString());
        long left = (long) points[counts];
        long top = (long) points[counts + 1];
        attributes.put("left", Long.toString(left));
        attributes.put("top", Long.toString(top));
        attributes.put("width", Long.toString((long) points[counts + 2] - left + 1));
        attributes.put("height", Long.toString((long) points[counts + 3] - top + 1));
    }

    private static JsonArray readMask(Function<String, String> attribute) {
        JsonArray points = new JsonArray();
        for (String length : required(attribute, "rle").split(",")) {
            points.add(number("rle", length));
        }
        double[] area = numbers(List.of("left", "top", "width", "height"), attribute);
        points.add(area[0]);
        points.add(area[1]);
        points.add(area[0] + area[2] - 1);
        points.add(area[1] + area[3] - 1);
        return points;
    }

    private static JsonArray readPairs(String pairs) {
        JsonArray points = new JsonArray();
        for (String pair : pairs.split(";")) {
            String[] both = pair.split(",");
            if (both.length != 2) {
                throw new FormatException("Points are not pairs like 1.00,2.00;3.00,4.00");
            }
            points.add(number("points", both[0]));
            points.add(number("points", both[1]));
        }
        return points;
    }

    private static void put(Map<String, String> attributes, List<String> names, double[] values) {
        for (int each = 0; each < names.size(); each++) {
            attributes.put(names.get(each), decimal(values[each]));
        }
    }

    private static double[] numbers(List<String> names, Function<String, String> attribute) {
        return names.stream().mapToDouble(name -> number(name, required(attribute, name))).toArray();
    }

    static String required(Function<String, String> attribute, String name) {
        String value = attribute.apply(name);
        if (value == null) {
            throw new FormatException("An element lacks its attribute '" + name + "'");
        }
        return value;
    }

    static double number(String name, String text) {
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException bad) {
            // Falls through to the one message.
        }
        throw new FormatException("'" + name + "' should be a number");
    }

    private static double rounded(double value) {
        return Double.parseDouble(decimal(value));
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
