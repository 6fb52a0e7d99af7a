package io.github.cvatopenapi.contract.harness.cleanup;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Names of what a run makes; each holds the id of the run, by which it is found again. Safe for threads. */
public final class Names {

    private static final Pattern RUN_ID = Pattern.compile("ct[0-9a-hjkmnp-tv-z]{8}");
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int RANDOM = 8;

    private final String runId;
    private final AtomicInteger last = new AtomicInteger();

    public Names() {
        SecureRandom random = new SecureRandom();
        StringBuilder id = new StringBuilder("ct");
        for (int i = 0; i < RANDOM; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        runId = id.toString();
    }

    /** Whether the text can be the id of a run. */
    public static boolean isRunId(String text) {
        return RUN_ID.matcher(text).matches();
    }

    /** The id of the run: ten lower-case letters and digits. */
    public String runId() {
        return runId;
    }

    /** A name that nothing else has, such as {@code ct0k3m9x2a project 7}. */
    public String next(String what) {
        return runId + " " + what + " " + last.incrementAndGet();
    }

    /**
     * A name that nothing else has, of 16 letters, digits and hyphens, for slugs and user names. None is the beginning
     * of another, so that a search for one finds no other.
     */
    public String slug() {
        return runId + "-" + String.format(java.util.Locale.ROOT, "%05d", last.incrementAndGet());
    }
}
