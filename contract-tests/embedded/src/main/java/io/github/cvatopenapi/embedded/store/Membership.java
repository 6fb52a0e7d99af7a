package io.github.cvatopenapi.embedded.store;

import java.time.Instant;

/** That a user belongs to an organization, or will once the invitation is accepted. */
public final class Membership extends Entity {
    public Organization organization;
    public User user;
    public Role role;
    public boolean active;
    public Instant joined;
    /** How they came in; null for the owner. */
    public Invitation invitation;
}
