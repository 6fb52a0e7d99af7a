package io.github.cvatopenapi.client;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Takes secrets out of text that people will see. */
final class Redaction {

    static final Redaction PLAIN = new Redaction(List.of());

    private static final String MASK = "***";

    /**
     * Properties of CVAT's bodies that hold secrets, as in {@code "key": "..."}; up to the end where the text was cut.
     * Groups are repeated without backtracking, which would take stack for each character.
     */
    private static final Pattern PROPERTY = Pattern.compile(
            "(\"(?:\\w*password\\w*|\\w*token|\\w*key|\\w*secret\\w*|sessionid|value)\"\\s*:\\s*)"
                    + "\"(?:[^\"\\\\]|\\\\.)*+(?:\"|\\\\?$)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Headers and cookies that a server or a proxy may echo; shorter texts are words, as in "token missing". */
    private static final Pattern HEADER = Pattern.compile(
            "\\b((?:bearer|basic|token)\\s+|(?:sessionid|csrftoken)=)[A-Za-z0-9+/=._~-]{16,}",
            Pattern.CASE_INSENSITIVE);

    private final List<String> secrets;

    /** Texts of less than four characters are not looked for: they would mask half of every message. */
    Redaction(Collection<String> secrets) {
        this.secrets = secrets.stream().filter(secret -> secret.length() >= 4).toList();
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
