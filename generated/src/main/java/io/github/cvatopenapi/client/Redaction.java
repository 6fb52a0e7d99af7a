package io.github.cvatopenapi.client;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes secrets out of text that people will see. */
final class Redaction {

    static final Redaction PLAIN = new Redaction(List.of());

    private static final String MASK = "***";

    private static final String NAME = "(?:\\w*password\\w*|\\w*token|\\w*key|\\w*secret\\w*|sessionid|value)";
    private static final Pattern SECRET = Pattern.compile(NAME, Pattern.CASE_INSENSITIVE);

    /**
     * Properties of CVAT's bodies that hold secrets, as in {@code "key": "..."}; up to the end where the text was cut.
     * Groups are repeated without backtracking, which would take stack for each character.
     */
    private static final Pattern PROPERTY = Pattern.compile(
            "(\"" + NAME + "\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*+(?:\"|\\\\?$)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Headers and cookies that a server or a proxy may echo; shorter texts are words, as in "token missing". */
    private static final Pattern HEADER = Pattern.compile(
            "\\b((?:bearer|basic|token)\\s+|(?:sessionid|csrftoken)=)[A-Za-z0-9+/=._~-]{16,}",
            Pattern.CASE_INSENSITIVE);

    private final List<String> secrets;

    /** Texts of less than four characters are not looked for: they would mask half of every message. */
    Redaction(Collection<String> secrets) {
        this.secrets = secrets.stream().filter(secret -> secret.length() >= 4)
                .flatMap(secret -> Stream.of(secret, escaped(secret))).distinct().toList();
    }

    /** As it stands in JSON. */
    private static String escaped(String secret) {
        String quoted = Json.gson().toJson(secret);
        return quoted.substring(1, quoted.length() - 1);
    }

    /** The value of a property of that name. */
    String cleanValue(String property, String value) {
        return SECRET.matcher(property).matches() ? MASK : clean(value);
    }

    String clean(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, MASK);
        }
        clean = PROPERTY.matcher(clean).replaceAll("$1\"" + MASK + "\"");
        return HEADER.matcher(clean).replaceAll("$1" + MASK);
    }
}
