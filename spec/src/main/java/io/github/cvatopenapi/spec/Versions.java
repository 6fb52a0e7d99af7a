package io.github.cvatopenapi.spec;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of a server, such as {@code 2.58.1}, and their order. */
public final class Versions {

    private static final Pattern PART = Pattern.compile("\\G\\.?(\\d{1,9})");
    private static final Pattern FORM = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9}){1,3}");

    private Versions() {
    }

    /** Whether the text is numbers with points between them, two at least. */
    static boolean valid(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * Below zero where the one comes before the other, above where it comes after it. A missing last part counts as
     * zero; what follows the numbers, as in {@code 2.58.1-rc1}, is left out of account.
     */
    public static int compare(String one, String other) {
        return Arrays.compare(numbers(one), numbers(other));
    }

    private static int[] numbers(String version) {
        int[] numbers = new int[4];
        Matcher part = PART.matcher(version);
        for (int i = 0; i < numbers.length && part.find(); i++) {
            numbers[i] = Integer.parseInt(part.group(1));
        }
        return numbers;
    }
}
