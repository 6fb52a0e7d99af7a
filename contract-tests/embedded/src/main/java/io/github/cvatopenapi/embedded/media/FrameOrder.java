package io.github.cvatopenapi.embedded.media;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The orders in which uploaded files become frames; names are the document's sorting methods in capitals. */
public enum FrameOrder {
    LEXICOGRAPHICAL, NATURAL, PREDEFINED, RANDOM;

    /** The order of that name in the document, or the default if it is null or unknown. */
    public static FrameOrder of(String method) {
        for (FrameOrder each : values()) {
            if (each.name().equalsIgnoreCase(method)) {
                return each;
            }
        }
        return LEXICOGRAPHICAL;
    }

    /**
     * A sorted copy; {@link #PREDEFINED} keeps the order given, {@link #RANDOM} depends on the source of chance only.
     */
    public List<String> sort(List<String> names, Random random) {
        List<String> sorted = new ArrayList<>(names);
        switch (this) {
            case LEXICOGRAPHICAL -> Collections.sort(sorted);
            case NATURAL -> sorted.sort(NATURALLY);
            case RANDOM -> {
                Collections.sort(sorted);
                Collections.shuffle(sorted, random);
            }
            case PREDEFINED -> {
            }
        }
        return sorted;
    }

    /** Compares names so that img_9 comes before img_10. */
    public static final Comparator<String> NATURALLY = FrameOrder::compareNaturally;

    private static int compareNaturally(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                int endA = endOfNumber(a, i);
                int endB = endOfNumber(b, j);
                String left = withoutZeros(a.substring(i, endA));
                String right = withoutZeros(b.substring(j, endB));
                int order = left.length() != right.length() ? left.length() - right.length() : left.compareTo(right);
                if (order != 0) {
                    return order;
                }
                i = endA;
                j = endB;
            } else {
                int order = Character.compare(a.charAt(i++), b.charAt(j++));
                if (order != 0) {
                    return order;
                }
            }
        }
        int order = (a.length() - i) - (b.length() - j);
        return order != 0 ? order : a.compareTo(b);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int endOfNumber(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String withoutZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }
}
