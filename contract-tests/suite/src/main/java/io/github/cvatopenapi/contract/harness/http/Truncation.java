package io.github.cvatopenapi.contract.harness.http;

/** Keeps evidence and sentences short. */
public final class Truncation {

    private static final int LONGEST = 4000;

    private Truncation() {
    }

    static String of(String text) {
        return text == null || text.length() <= LONGEST ? text
                : text.substring(0, LONGEST) + "... (" + text.length() + " characters)";
    }

    /** No more than {@code longest} characters of a text, and dots where there are more. */
    public static String of(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "...";
    }

    /** The same of a text that is brought into one line. */
    public static String line(String text, int longest) {
        return of(text.strip().replaceAll("\\s+", " "), longest);
    }
}
