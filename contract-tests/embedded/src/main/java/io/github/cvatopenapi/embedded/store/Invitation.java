package io.github.cvatopenapi.embedded.store;

/** Asks a user to join an organization; known by its key. */
public final class Invitation extends Entity {
    public String key;
    public User owner;
    public Membership membership;
}
