package io.github.cvatopenapi.client;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.InvalidPathException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file name that the server gives a download, made fit for the disk: a name only, never a way to another directory.
 * What cannot be kept becomes an underscore.
 */
final class FileNames {

    private static final String OTHERWISE = "download";

    /** The longest name that the usual file systems take, in bytes. */
    private static final int LONGEST = 255;

    /** What is taken for the ending of a name, which tells its kind. */
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,16}$");

    /** Separators and what some system does not allow. */
    private static final Pattern UNFIT = Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f/\\\\:*?\"<>|]+");

    /** Hidden in one system, dropped in another. */
    private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");

    /** Names that are devices in Windows, whatever their ending. */
    private static final Pattern DEVICE =
            Pattern.compile("(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?", Pattern.CASE_INSENSITIVE);

    /** A parameter of the header. A quoted text is matched without backtracking, which would take stack. */
    private static final Pattern PARAMETER =
            Pattern.compile("(?:^|;)\\s*([^\\s=;\"]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^;\"]+))");

    private static final Pattern EXTENDED = Pattern.compile("([^']*)'[^']*'(.*)");

    private FileNames() {
    }

    /** The name in a header Content-Disposition, for a file in that file system; "download" where it has none. */
    static String of(String disposition, FileSystem files) {
        String name = disposition == null ? "" : stated(parameters(disposition));
        String clean = EDGES.matcher(UNFIT.matcher(encodable(name, files)).replaceAll("_")).replaceAll("");
        if (clean.isEmpty()) {
            return OTHERWISE;
        }
        return withSuffix(DEVICE.matcher(clean).matches() ? "_" + clean : clean, "");
    }

    /** The name with a suffix before its ending, cut as far as the disk takes it. */
    static String withSuffix(String name, String suffix) {
        Matcher matcher = ENDING.matcher(name);
        int stem = matcher.find() ? matcher.start() : name.length();
        String end = suffix + name.substring(stem);
        return cut(name.substring(0, stem), LONGEST - bytes(end)) + end;
    }

    private static String cut(String text, int bytes) {
        int left = bytes;
        int end = 0;
        while (end < text.length()) {
            String character = Character.toString(text.codePointAt(end));
            left -= bytes(character);
            if (left < 0) {
                break;
            }
            end += character.length();
        }
        return text.substring(0, end);
    }

    private static Map<String, String> parameters(String disposition) {
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(disposition);
        while (parameter.find()) {
            String value = parameter.group(3) == null ? parameter.group(2).replaceAll("\\\\(.)", "$1")
                    : parameter.group(3).strip();
            parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), value);
        }
        return parameters;
    }

    /** The extended form (RFC 6266) goes before the plain one, which has only what ASCII has. */
    private static String stated(Map<String, String> parameters) {
        String plain = parameters.getOrDefault("filename", "");
        Matcher extended = EXTENDED.matcher(parameters.getOrDefault("filename*", ""));
        if (!extended.matches()) {
            return plain;
        }
        try {
            String decoded = URLDecoder.decode(
                    extended.group(2).replace("+", "%2B"), Charset.forName(extended.group(1)));
            return decoded.isBlank() ? plain : decoded;
        } catch (IllegalArgumentException e) {
            // Badly encoded, or in an unknown charset: the plain form is the next best.
            return plain;
        }
    }

    /** The name with underscores for what the file system cannot write, which depends on the locale. */
    private static String encodable(String name, FileSystem files) {
        if (isPath(name, files)) {
            return name;
        }
        StringBuilder encodable = new StringBuilder();
        name.codePoints().mapToObj(Character::toString)
                .forEach(character -> encodable.append(isPath(character, files) ? character : "_"));
        return encodable.toString();
    }

    private static boolean isPath(String name, FileSystem files) {
        try {
            files.getPath(name);
            return true;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
