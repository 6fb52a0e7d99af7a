package io.github.cvatopenapi.contract.harness.http;

/** Keeps evidence short. */
final class Truncation {

    private static final int LONGEST = 4000;

    private Truncation() {
    }

    static String of(String text) {
        return text == null || text.length() <= LONGEST ? text
                : text.substring(0, LONGEST) + "... (" + text.length() + " characters)";
    }
}
