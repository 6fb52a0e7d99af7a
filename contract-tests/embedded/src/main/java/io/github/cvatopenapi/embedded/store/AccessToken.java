package io.github.cvatopenapi.embedded.store;

import java.time.Instant;

/** A personal access token. */
public final class AccessToken extends Entity {
    public User owner;
    public String name;
    public boolean readOnly = true;
    public Instant expires;
    /** Written by readers too, hence volatile. */
    public volatile Instant lastUsed;
    /** Hash of the value that only its owner knows. */
    public String valueHash;
}
