package io.github.cvatopenapi.contract.harness.verdicts;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What a check came to, the worst last. */
public enum Verdict {
    /** The family has no rule for the operation. */
    NOT_APPLICABLE("n/a"),
    PASS("pass"),
    SKIPPED("skipped"),
    KNOWN("known deviation"),
    GONE("gone deviation"),
    FAIL("fail"),
    ERROR("error");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** As reports write it. */
    public String words() {
        return words;
    }

    /** As data writes it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the server is not conformant because of it. */
    public boolean bad() {
        return this == GONE || this == FAIL || this == ERROR;
    }

    /** The worst of them; a pass outweighs a skip, since something was asserted. */
    public static Verdict worst(Collection<Verdict> verdicts) {
        Verdict worst = verdicts.stream().max(Comparator.naturalOrder()).orElse(NOT_APPLICABLE);
        return worst == SKIPPED && verdicts.contains(PASS) ? PASS : worst;
    }
}
