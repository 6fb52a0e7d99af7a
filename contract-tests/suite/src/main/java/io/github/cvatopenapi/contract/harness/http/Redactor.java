package io.github.cvatopenapi.contract.harness.http;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes secrets out of everything that is kept. Safe for threads. */
public final class Redactor {

    /** So many characters fit in a long. */
    private static final int SHORTEST = 4;

    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "cookie", "set-cookie", "x-csrftoken", "proxy-authorization", "x-signature-256");

    /**
     * JSON properties and form fields whose values are secrets, whoever they belong to; up to the end where the text is
     * cut. Groups are repeated without backtracking, which would take stack for each character.
     */
    private static final Pattern PROPERTY = Pattern.compile(
            "(\"(?:password|password1|password2|old_password|new_password1|new_password2|key|token|value|secret"
                    + "|secret_key|session_token|account_name|key_file|connection_string|signature)\"\\s*:\\s*\")"
                    + "(?:[^\"\\\\]|\\\\.)++(\"|\\\\?$)", Pattern.DOTALL);

    /** Parameters of an address that are secrets. */
    private static final Pattern QUERY = Pattern.compile("([?&;](?:token|key|signature|sign)=)[^&\\s\"]+");

    /** How a header placeholder for a caller reads in a command line. */
    private static final Map<String, String> PLACEHOLDERS = Map.of("basic", "Basic <user:password>",
            "bearer", "Bearer <personal access token>", "token", "Token <key>");

    /** The same for a token that the run made of a password. */
    private static final String TOKEN_OF_THE_RUN = "Bearer <token of the run>";

    /** Longest first, so that one that holds another goes whole. */
    private final Set<String> secrets = new ConcurrentSkipListSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** How they begin, by which one look at a text tells that it holds none of them. */
    private final Set<Long> beginnings = ConcurrentHashMap.newKeySet();

    /** From now on {@code secret} is never shown. */
    public void hide(String secret) {
        if (secret != null && secret.length() >= SHORTEST) {
            long beginning = 0;
            for (int i = 0; i < SHORTEST; i++) {
                beginning = then(beginning, secret.charAt(i));
            }
            beginnings.add(beginning);
            secrets.add(secret);
        }
    }

    /** The last {@link #SHORTEST} characters with one more. */
    private static long then(long characters, long next) {
        return characters << Character.SIZE | next;
    }

    private boolean mayHoldSecrets(String text) {
        long last = 0;
        for (int i = 0; i < text.length(); i++) {
            last = then(last, text.charAt(i));
            if (i >= SHORTEST - 1 && beginnings.contains(last)) {
                return true;
            }
        }
        return false;
    }

    void hide(Credentials credentials) {
        credentials.secrets().forEach(this::hide);
    }

    /** The text without secrets. */
    public String text(String text) {
        if (text == null) {
            return null;
        }
        String clean = text;
        if (mayHoldSecrets(clean)) {
            for (String secret : secrets) {
                clean = clean.replace(secret, "<secret>");
            }
        }
        if (clean.indexOf('"') >= 0) {
            clean = PROPERTY.matcher(clean)
                    .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + "<secret>" + match.group(2)));
        }
        return clean.indexOf('=') < 0 ? clean : QUERY.matcher(clean).replaceAll("$1<secret>");
    }

    /** The headers by lower-case name, without secrets. */
    Map<String, String> headers(Map<String, String> headers, Credentials credentials) {
        Map<String, String> clean = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.equals("authorization")) {
                boolean own = credentials.kind().equals("bearer") && credentials.byPassword().isPresent();
                clean.put(lower, credentials.kind().startsWith("wrong") ? value : own ? TOKEN_OF_THE_RUN
                        : PLACEHOLDERS.getOrDefault(credentials.kind(), "<secret>"));
            } else {
                clean.put(lower, SECRET_HEADERS.contains(lower) ? "<secret>" : text(value));
            }
        });
        return clean;
    }
}
