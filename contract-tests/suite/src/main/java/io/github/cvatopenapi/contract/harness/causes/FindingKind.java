package io.github.cvatopenapi.contract.harness.causes;

/** In what an answer is not as it should be; those that hurt most come first. */
public enum FindingKind {
    /** The suite itself failed. */
    ERROR,
    /** The operation is not there any more. */
    REMOVED,
    /** The status is another one. */
    STATUS,
    /** The body does not keep its schema. */
    SHAPE,
    /** The media type is another one. */
    MEDIA,
    /** A member has another value. */
    VALUE,
    /** Something else, which only a sentence tells. */
    OTHER,
    /** A status that never came. */
    UNSEEN,
    /** A deviation that is declared and does not show. */
    GONE,
    /** The server was asked too often, which says nothing about it. */
    THROTTLED,
    /** The answers are right by the corrected document and not by the one that was pinned. */
    CORRECTED
}
