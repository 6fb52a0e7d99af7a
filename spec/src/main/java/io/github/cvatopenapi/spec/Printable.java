package io.github.cvatopenapi.spec;

import java.util.Locale;

/**
 * Text of a server for a terminal. Characters that a terminal would obey, or that turn the order of others around, are
 * shown by their numbers, as JSON writes them.
 */
public final class Printable {

    private Printable() {
    }

    /** The text in one or more lines; line ends and tabs stay. */
    public static String of(String text) {
        if (text.codePoints().noneMatch(Printable::obeyed)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (obeyed(point)) {
                for (char each : Character.toChars(point)) {
                    shown.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
                }
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    private static boolean obeyed(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL && point != '\n' && point != '\t' || type == Character.FORMAT
                || type == Character.SURROGATE || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
