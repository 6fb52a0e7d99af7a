package io.github.cvatopenapi.spec;

import java.util.List;
import java.util.Set;

/**
 * A deviation of a server from the contract that is known.
 *
 * @param id         its name in the ledger; the places of one change share it
 * @param kind       whose it is
 * @param operations where it shows: ids of operations, or {@code METHOD /path} for what the document does not have
 * @param rule       the id of the rule that it breaks
 * @param cases      the cases of the rule in which it shows, all where empty
 * @param shows      what is seen, in a few words
 * @param evidence   the versions on which it was seen and on which it was looked for
 * @param sometimes  whether it shows now and then only, so that its absence tells nothing
 * @param condition  what must hold for it to show, such as {@code no-mail}; empty where it always does
 * @param reason     why it is so, or what shows it, in a sentence
 */
public record Deviation(String id, Kind kind, Set<String> operations, String rule, List<String> cases, String shows,
                        Evidence evidence, boolean sometimes, String condition, String reason) {

    /** Whose the deviation is. */
    public enum Kind {
        /** The server's own, such as a 5xx. */
        FAULT,
        /** Introduction or document say something else than the server does. */
        DOCUMENT,
        /** A newer server than the contract's does otherwise. */
        CHANGE
    }

    /** Whether it is about that case of the rule on that operation. */
    public boolean covers(String operation, String ruleId, String caseName) {
        return rule.equals(ruleId) && operations.contains(operation) && (cases.isEmpty() || cases.contains(caseName));
    }
}
