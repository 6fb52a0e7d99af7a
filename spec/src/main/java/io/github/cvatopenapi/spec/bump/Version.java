package io.github.cvatopenapi.spec.bump;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API version.
 *
 * @param text   as the document states it, such as {@code 2.58.1} or {@code 2.59.0-alpha.1}
 * @param major  the first number
 * @param minor  the second
 * @param patch  the third
 * @param suffix what follows, empty for a release; a version with a suffix comes before the release
 */
record Version(String text, int major, int minor, int patch, String suffix) implements Comparable<Version> {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,5})\\.(\\d{1,5})\\.(\\d{1,5})([-.+]?[A-Za-z][\\w.+-]*)?");

    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor).thenComparingInt(Version::patch)
            .thenComparing(version -> version.suffix().isEmpty()).thenComparing(Version::suffix);

    static Optional<Version> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Version(text, Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)), matcher.group(4) == null ? "" : matcher.group(4)));
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }
}
