package io.github.cvatopenapi.embedded.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads point clouds in the PCD format 0.7: their heading, and points enough for a picture of them from above. */
final class PointClouds {

    /** The format of their frames. */
    static final String FORMAT = "pcd";
    private static final int MAX_HEADING = 1 << 16;
    private static final int MAX_DRAWN = 200_000;

    /**
     * What the heading says.
     *
     * @param points  their number
     * @param stride  bytes of one in the binary form
     * @param data    {@code ascii}, {@code binary} or {@code binary_compressed}
     * @param start   where the points begin, in bytes
     * @param x       place of the first coordinate among the fields and, in bytes, within a point
     * @param y       the same of the second
     */
    private record Heading(int width, int height, long points, int stride, String data, int start, int[] x, int[] y) {
    }

    private PointClouds() {
    }

    /**
     * Reads the heading and holds it against what follows.
     *
     * @param name of the file in messages
     * @throws MediaException if it is no point cloud, or claims more points than there are
     */
    static ImageInfo probe(Path file, String name) {
        try {
            Heading heading = heading(file, name);
            long there = switch (heading.data()) {
                case "ascii" -> lines(file, heading);
                case "binary" -> (Files.size(file) - heading.start()) / Math.max(1, heading.stride());
                default -> heading.points();
            };
            if (there < heading.points() || heading.points() != (long) heading.width() * heading.height()) {
                throw new MediaException("The point cloud '" + name + "' claims " + heading.points() + " points in "
                        + heading.width() + "x" + heading.height() + ", but has " + there);
            }
            return new ImageInfo(heading.width(), heading.height(), FORMAT);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Heading heading(Path file, String name) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_HEADING);
        }
        Map<String, List<String>> lines = new HashMap<>();
        int start = 0;
        while (start < bytes.length && !lines.containsKey("DATA")) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            List<String> words = List.of(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1).strip()
                    .split("\\s+"));
            lines.put(words.get(0), words.subList(1, words.size()));
            start = Math.min(bytes.length, end + 1);
        }
        try {
            List<String> fields = lines.get("FIELDS");
            List<Integer> places = new ArrayList<>();
            int stride = 0;
            for (int each = 0; each < fields.size(); each++) {
                places.add(stride);
                int count = lines.containsKey("COUNT") ? small(lines.get("COUNT").get(each)) : 1;
                stride = Math.addExact(stride, Math.multiplyExact(small(lines.get("SIZE").get(each)), count));
            }
            int width = small(lines.get("WIDTH").get(0));
            int height = small(lines.get("HEIGHT").get(0));
            long points = lines.containsKey("POINTS") ? small(lines.get("POINTS").get(0)) : (long) width * height;
            return new Heading(width, height, points, stride, lines.get("DATA").get(0), start,
                    place(fields.indexOf("x"), places), place(fields.indexOf("y"), places));
        } catch (NullPointerException | IndexOutOfBoundsException | IllegalArgumentException
                | ArithmeticException broken) {
            throw new MediaException("The file '" + name + "' is not a point cloud in the PCD format", broken);
        }
    }

    private static int small(String text) {
        int number = Integer.parseInt(text);
        if (number < 0) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static int[] place(int field, List<Integer> places) {
        return new int[] {field, places.get(field)};
    }

    /** Points in the text form, no more than are claimed. */
    private static long lines(Path file, Heading heading) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.skipNBytes(heading.start());
            long count = 0;
            boolean filled = false;
            for (int each = in.read(); each >= 0 && count < heading.points(); each = in.read()) {
                if (each == '\n' && filled) {
                    count++;
                    filled = false;
                } else if (each > ' ') {
                    filled = true;
                }
            }
            return filled ? count + 1 : count;
        }
    }

    /** A picture of the cloud from above: a square, white points on black. Compressed ones show none. */
    static BufferedImage draw(Path file, String name, int side) {
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        try {
            List<double[]> points = points(file, heading(file, name));
            double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
            double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE};
            for (double[] point : points) {
                for (int axis = 0; axis < 2; axis++) {
                    low[axis] = Math.min(low[axis], point[axis]);
                    high[axis] = Math.max(high[axis], point[axis]);
                }
            }
            double size = Math.max(Math.max(high[0] - low[0], high[1] - low[1]), Double.MIN_NORMAL);
            for (double[] point : points) {
                int x = (int) ((point[0] - low[0]) / size * (side - 1));
                int y = (int) ((point[1] - low[1]) / size * (side - 1));
                picture.setRGB(x, side - 1 - y, Color.WHITE.getRGB());
            }
            return picture;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<double[]> points(Path file, Heading heading) throws IOException {
        List<double[]> points = new ArrayList<>();
        long wanted = Math.min(MAX_DRAWN, heading.points());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.skipNBytes(heading.start());
            if (heading.data().equals("ascii")) {
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    if (points.size() >= wanted) {
                        break;
                    }
                    String[] words = line.strip().split("\\s+");
                    if (words.length > Math.max(heading.x()[0], heading.y()[0])) {
                        keep(points, number(words[heading.x()[0]]), number(words[heading.y()[0]]));
                    }
                }
            } else if (heading.data().equals("binary") && heading.stride() >= 8) {
                byte[] point = new byte[heading.stride()];
                while (points.size() < wanted && in.readNBytes(point, 0, point.length) == point.length) {
                    ByteBuffer each = ByteBuffer.wrap(point).order(ByteOrder.LITTLE_ENDIAN);
                    keep(points, each.getFloat(heading.x()[1]), each.getFloat(heading.y()[1]));
                }
            }
        }
        return points;
    }

    private static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    private static void keep(List<double[]> points, double x, double y) {
        if (Double.isFinite(x) && Double.isFinite(y)) {
            points.add(new double[] {x, y});
        }
    }
}
