package io.github.cvatopenapi.client;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file name that the server gives a download, made safe: a name only, never a way to another directory. */
final class FileNames {

    private static final String OTHERWISE = "download";
    private static final Pattern EXTENDED =
            Pattern.compile("filename\\*\\s*=\\s*UTF-8''([^;]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED =
            Pattern.compile("filename\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOKEN = Pattern.compile("filename\\s*=\\s*([^;\"\\s]+)", Pattern.CASE_INSENSITIVE);

    private FileNames() {
    }

    /** The name in a header Content-Disposition; "download" where it has none. */
    static String of(String disposition) {
        String name = disposition == null ? "" : stated(disposition);
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\x00-\\x1f\\x7f:*?\"<>|]", "_").strip();
        return clean.isEmpty() || clean.equals(".") || clean.equals("..") ? OTHERWISE : clean;
    }

    private static String stated(String disposition) {
        Matcher extended = EXTENDED.matcher(disposition);
        if (extended.find()) {
            try {
                return URLDecoder.decode(extended.group(1).strip().replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                // Badly encoded: the plain form below is the next best.
            }
        }
        Matcher quoted = QUOTED.matcher(disposition);
        if (quoted.find()) {
            return quoted.group(1).replaceAll("\\\\(.)", "$1");
        }
        Matcher token = TOKEN.matcher(disposition);
        return token.find() ? token.group(1) : "";
    }
}
