package io.github.cvatopenapi.spec.bump;

import java.util.List;

/**
 * One difference between two documents, as seen on the wire.
 *
 * @param kind       what differs
 * @param turn       whether it came, went or became another
 * @param where      the operation and its part, or the schema and its property
 * @param detail     what was and what is, or an empty text where {@code where} says it all
 * @param senders    what it means for those who send
 * @param readers    what it means for those who read answers
 * @param operations the ids of the operations concerned, in document order
 */
public record Change(Kind kind, Turn turn, String where, String detail, Verdict senders, Verdict readers,
                     List<String> operations) {

    /** What differs. */
    public enum Kind { OPERATION, PARAMETER, BODY, STATUS, MEDIA_TYPE, PROPERTY, ENUM_VALUE, SCHEMA, SECURITY }

    /** What became of it. */
    public enum Turn { ADDED, REMOVED, CHANGED }

    /** What a change does to a side. */
    public enum Effect { BREAKING, SAFE, NOT_CONCERNED }

    /**
     * What the change means for one side.
     *
     * @param effect whether callers that were right before can now go wrong
     * @param reason why, as a clause without a full stop; empty for a side that is not concerned
     */
    public record Verdict(Effect effect, String reason) {

        static final Verdict NOT_CONCERNED = new Verdict(Effect.NOT_CONCERNED, "");

        static Verdict breaking(String reason) {
            return new Verdict(Effect.BREAKING, reason);
        }

        static Verdict safe(String reason) {
            return new Verdict(Effect.SAFE, reason);
        }

        boolean isBreaking() {
            return effect == Effect.BREAKING;
        }
    }

    /** Whether it breaks those who send or those who read. */
    public boolean breaking() {
        return senders.isBreaking() || readers.isBreaking();
    }
}
