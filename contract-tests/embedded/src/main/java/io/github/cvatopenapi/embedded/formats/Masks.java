package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Turns masks from the form of the interface (run lengths row by row within a box, then the box) to that of COCO (run
 * lengths column by column of the whole picture), and back. Both begin with a run of background.
 */
final class Masks {

    private Masks() {
    }

    /** A mask within its box. */
    private record Box(int left, int top, int right, int bottom, BitSet rows) {
        int width() {
            return right - left + 1;
        }

        boolean at(int x, int y) {
            return rows.get((y - top) * width() + x - left);
        }
    }

    /** Run lengths of the whole picture; parts of the mask outside of it are left out. */
    static JsonArray toCoco(double[] points, int width, int height) {
        Box box = box(points);
        Runs runs = new Runs();
        for (int x = 0; x < width; x++) {
            if (x < box.left() || x > box.right()) {
                runs.add(false, height);
                continue;
            }
            runs.add(false, Math.min(height, box.top()));
            for (int y = box.top(); y <= box.bottom() && y < height; y++) {
                runs.add(box.at(x, y), 1);
            }
            runs.add(false, Math.max(0, height - 1 - box.bottom()));
        }
        return runs.counts();
    }

    /** Number of pixels in the mask. */
    static int area(double[] points) {
        return box(points).rows().cardinality();
    }

    /**
     * Reads run lengths of COCO, as a list of numbers or packed into text.
     *
     * @return points of a mask, or null if nothing is set
     */
    static JsonArray fromCoco(JsonElement counts, int width, int height) {
        List<Integer> lengths = counts.isJsonArray() ? list(counts.getAsJsonArray()) : unpack(counts.getAsString());
        BitSet columns = new BitSet();
        long place = 0;
        boolean set = false;
        for (int length : lengths) {
            if (length < 0 || place + length > (long) width * height) {
                throw new FormatException("A mask has more pixels than its picture");
            }
            if (set) {
                columns.set((int) place, (int) place + length);
            }
            place += length;
            set = !set;
        }
        return columns.isEmpty() ? null : within(columns, height);
    }

    private static JsonArray within(BitSet columns, int height) {
        int left = columns.nextSetBit(0) / height;
        int right = (columns.length() - 1) / height;
        int top = height;
        int bottom = 0;
        for (int each = columns.nextSetBit(0); each >= 0; each = columns.nextSetBit(each + 1)) {
            top = Math.min(top, each % height);
            bottom = Math.max(bottom, each % height);
        }
        Runs runs = new Runs();
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                runs.add(columns.get(x * height + y), 1);
            }
        }
        JsonArray points = runs.counts();
        points.add(left);
        points.add(top);
        points.add(right);
        points.add(bottom);
        return points;
    }

    private static Box box(double[] points) {
        int counts = points.length - 4;
        if (counts < 0) {
            throw new FormatException("A mask has no box");
        }
        int left = (int) points[counts];
        int top = (int) points[counts + 1];
        int right = (int) points[counts + 2];
        int bottom = (int) points[counts + 3];
        long area = ((long) right - left + 1) * ((long) bottom - top + 1);
        if (left < 0 || top < 0 || right < left || bottom < top || area > 64_000_000) {
            throw new FormatException("The box of a mask is not within a picture");
        }
        BitSet rows = new BitSet((int) area);
        int place = 0;
        for (int each = 0; each < counts; each++) {
            int length = (int) Math.max(0, Math.min(points[each], area - place));
            if (each % 2 == 1) {
                rows.set(place, place + length);
            }
            place += length;
        }
        return new Box(left, top, right, bottom, rows);
    }

    private static List<Integer> list(JsonArray counts) {
        List<Integer> lengths = new ArrayList<>();
        counts.forEach(each -> lengths.add(each.getAsInt()));
        return lengths;
    }

    /**
     * Undoes the packing of COCO: six bits a character from '0', five of the number and one for "more", differences
     * from the length two before.
     */
    private static List<Integer> unpack(String packed) {
        List<Integer> lengths = new ArrayList<>();
        int place = 0;
        while (place < packed.length()) {
            long value = 0;
            int shift = 0;
            int bits;
            do {
                if (place >= packed.length() || shift > 30) {
                    throw new FormatException("The packed run lengths of a mask are broken");
                }
                bits = packed.charAt(place++) - '0';
                value |= (long) (bits & 0x1f) << shift;
                shift += 5;
            } while ((bits & 0x20) != 0);
            if ((bits & 0x10) != 0) {
                value |= -1L << shift;
            }
            if (lengths.size() > 2) {
                value += lengths.get(lengths.size() - 2);
            }
            lengths.add((int) value);
        }
        return lengths;
    }

    /** Collects runs, background first. */
    private static final class Runs {
        private final JsonArray counts = new JsonArray();
        private boolean current;
        private int length;

        void add(boolean value, int more) {
            if (more > 0 && value != current) {
                counts.add(length);
                length = 0;
                current = value;
            }
            length += more;
        }

        JsonArray counts() {
            counts.add(length);
            return counts;
        }
    }
}
