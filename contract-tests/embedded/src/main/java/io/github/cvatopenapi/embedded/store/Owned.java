package io.github.cvatopenapi.embedded.store;

/** What belongs to a user, and possibly to an organization: the facts that permissions depend on. */
public interface Owned {

    /** Null when the owner was removed. */
    User owner();

    /** Null for nobody. */
    User assignee();

    /** Null for the personal space of the owner. */
    Organization organization();

    /**
     * What it is part of, whose owner and assignee count too: the project of a task, the task of a job. Null for
     * nothing.
     */
    default Owned within() {
        return null;
    }
}
