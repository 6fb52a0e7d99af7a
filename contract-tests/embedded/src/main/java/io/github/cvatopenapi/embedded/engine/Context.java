package io.github.cvatopenapi.embedded.engine;

import io.github.cvatopenapi.embedded.store.Organization;
import io.github.cvatopenapi.embedded.store.Role;

/**
 * The organization that a call is made in.
 *
 * @param organization null for none
 * @param role         the caller's, null for no member
 * @param personal     whether the caller asked for the personal space only
 */
public record Context(Organization organization, Role role, boolean personal) {

    /** Nothing was said: everything visible is meant. */
    public static final Context NONE = new Context(null, null, false);
}
