package io.github.cvatopenapi.contract.harness.causes;

/**
 * A member of a body that is not as its schema asks.
 *
 * @param name the path of it within its schema; empty for the body itself
 * @param how  in what it is wrong
 * @param seen what was there instead, for a type that is another one; else empty
 * @param due  what should be there, for a type that is another one; else empty
 */
public record WrongMember(String name, How how, String seen, String due) {

    /** In what a member is wrong. */
    public enum How { NULL, MISSING, TYPE, OTHERWISE }
}
