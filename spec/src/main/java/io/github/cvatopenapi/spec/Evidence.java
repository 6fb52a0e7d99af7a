package io.github.cvatopenapi.spec;

import java.util.Set;

/**
 * What is known of the versions that have something.
 *
 * @param seen    the versions on which it was seen, one at least
 * @param notSeen the versions on which it was looked for and not seen
 */
public record Evidence(Set<String> seen, Set<String> notSeen) {

    /** How it stands on one version. */
    public enum Stand {
        /** It was seen, so that it must show. */
        SEEN,
        /** It was looked for and not seen, so that it must not show. */
        NOT_SEEN,
        /** Nobody has looked. */
        UNKNOWN
    }

    public Evidence {
        if (seen.isEmpty()) {
            throw new SpecException("\"seen\" names no version");
        }
        seen.stream().filter(notSeen::contains).findFirst().ifPresent(version -> {
            throw new SpecException(version + " stands under both \"seen\" and \"not-seen\"");
        });
        seen = Set.copyOf(seen);
        notSeen = Set.copyOf(notSeen);
    }

    /** How it stands on that version of the server. */
    public Stand on(String version) {
        return names(seen, version) ? Stand.SEEN : names(notSeen, version) ? Stand.NOT_SEEN : Stand.UNKNOWN;
    }

    /** The lowest version on which it was seen. */
    public String first() {
        return seen.stream().min(Versions::compare).orElseThrow();
    }

    private static boolean names(Set<String> versions, String version) {
        return versions.stream().anyMatch(each -> Versions.compare(each, version) == 0);
    }

    /** As words: {@code seen on 2.58.1 and 2.73.0}. */
    @Override
    public String toString() {
        return "seen on " + String.join(" and ", seen.stream().sorted(Versions::compare).toList());
    }
}
