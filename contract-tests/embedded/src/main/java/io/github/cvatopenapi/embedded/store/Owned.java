package io.github.cvatopenapi.embedded.store;

/** What belongs to a user, and possibly to an organization: the facts that permissions depend on. */
public interface Owned {

    /** Null when the owner was removed. */
    User owner();

    /** Null for nobody. */
    User assignee();

    /** Null for the personal space of the owner. */
    Organization organization();
}
