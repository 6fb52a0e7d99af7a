package io.github.cvatopenapi.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions of a server: one, as {@code 2.58.1}, or bounds that must all hold, as {@code >=2.58 <2.59}. A missing last
 * part counts as zero.
 */
public final class VersionRange {

    private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<|)(\\d+(?:\\.\\d+)*+)");

    private record Bound(String sign, String version) {
        boolean holds(String other) {
            int order = compare(other, version);
            return switch (sign) {
                case ">=" -> order >= 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case "<" -> order < 0;
                default -> order == 0;
            };
        }
    }

    private final String text;
    private final List<Bound> bounds;

    private VersionRange(String text, List<Bound> bounds) {
        this.text = text;
        this.bounds = bounds;
    }

    /** Reads a range; a {@link SpecException} where it is none. */
    public static VersionRange parse(String text) {
        List<Bound> bounds = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            Matcher bound = BOUND.matcher(word);
            if (!bound.matches()) {
                throw new SpecException("\"" + text + "\" is not a range of versions; 2.58.1 and >=2.58 <2.59 are.");
            }
            bounds.add(new Bound(bound.group(1), bound.group(2)));
        }
        return new VersionRange(text.strip(), List.copyOf(bounds));
    }

    /**
     * Whether that version is one of them; what follows its numbers, as in {@code 2.58.1-rc1}, is left out of account.
     */
    public boolean contains(String version) {
        return bounds.stream().allMatch(bound -> bound.holds(version));
    }

    private static int compare(String one, String other) {
        return Arrays.compare(numbers(one), numbers(other));
    }

    private static int[] numbers(String version) {
        int[] numbers = new int[4];
        Matcher part = Pattern.compile("\\G\\.?(\\d+)").matcher(version);
        for (int i = 0; i < numbers.length && part.find(); i++) {
            numbers[i] = Integer.parseInt(part.group(1));
        }
        return numbers;
    }

    @Override
    public String toString() {
        return text;
    }
}
