package io.github.cvatopenapi.spec;

import java.util.Set;

/**
 * What is known of the versions that have something.
 *
 * @param seen    the versions on which it was seen; none where CVAT's source says so and nobody has looked
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
        seen.stream().filter(notSeen::contains).findFirst().ifPresent(version -> {
            throw new SpecException(version + " stands under both \"seen\" and \"not-seen\"");
        });
        seen = Set.copyOf(seen);
        notSeen = Set.copyOf(notSeen);
    }

    /** Whether nobody has seen it, and it was inferred from the source of CVAT. */
    public boolean inferred() {
        return seen.isEmpty();
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

    /** As words: {@code seen on 2.58.1 and 2.73.0}, {@code inferred from the source}. */
    @Override
    public String toString() {
        return inferred() ? "inferred from the source"
                : "seen on " + String.join(" and ", seen.stream().sorted(Versions::compare).toList());
    }
}
