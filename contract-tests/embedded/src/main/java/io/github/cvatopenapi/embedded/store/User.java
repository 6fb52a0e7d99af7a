package io.github.cvatopenapi.embedded.store;

import java.time.Instant;
import java.util.List;

/** Someone who may sign in. */
public final class User extends Entity {
    public String username = "";
    public String email = "";
    public String firstName = "";
    public String lastName = "";
    /** Salted hash, see {@link Secrets}; never the password. */
    public String passwordHash = "";
    public List<String> groups = List.of("user");
    public boolean staff;
    public boolean superuser;
    public boolean active = true;
    public Instant lastLogin;
    /** The one key for {@code Authorization: Token}, or null. */
    public String key;

    /** Whether every permission is theirs. */
    public boolean admin() {
        return superuser || groups.contains("admin");
    }
}
