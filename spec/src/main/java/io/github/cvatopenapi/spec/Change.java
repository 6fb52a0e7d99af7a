package io.github.cvatopenapi.spec;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a newer server does otherwise than an older one.
 *
 * @param id       its name in the ledger
 * @param sentence what is otherwise now, for somebody who calls the server
 * @param concerns whom it concerns, one at least
 * @param since    the version that brought it, where documents or release notes tell it
 * @param evidence the versions on which it was seen and on which it was looked for
 * @param shows    where checks of an older contract meet it; empty where none does
 * @param unmet    why no check meets it; empty where one does
 * @param reason   what shows it, in a sentence
 */
public record Change(String id, String sentence, Set<Concern> concerns, Optional<String> since, Evidence evidence,
                     List<Place> shows, String unmet, String reason) {

    /** Whom a change concerns. */
    public enum Concern {
        /** Those who send what an older server took, or call what it had. */
        SENDERS,
        /** Those who read what the server answers. */
        READERS,
        /** Those who use the jar that was generated for an older server. */
        JAR
    }

    /**
     * Where checks meet a change.
     *
     * @param operations ids of operations
     * @param rule       the id of the rule that it breaks
     * @param cases      the cases of the rule in which it shows, all where empty
     * @param shows      what is seen, in a few words
     */
    public record Place(Set<String> operations, String rule, List<String> cases, String shows) {
    }

    /** Whether that version has it: from the one that brought it on, or else from the lowest where it was seen. */
    public boolean inForce(String version) {
        return Versions.compare(version, since.orElseGet(evidence::first)) >= 0;
    }

    /** What a check of a contract without the change sees of it. */
    List<Deviation> deviations() {
        return shows.stream().map(place -> new Deviation(id, Deviation.Kind.CHANGE, place.operations(), place.rule(),
                place.cases(), place.shows(), evidence, false, "", sentence)).toList();
    }
}
