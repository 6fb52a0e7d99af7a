package io.github.cvatopenapi.embedded.engine;

import io.github.cvatopenapi.embedded.store.AccessToken;
import io.github.cvatopenapi.embedded.store.User;

/**
 * Who calls.
 *
 * @param user    null for nobody
 * @param way     how they said who they are
 * @param token   the personal access token, or null
 * @param session the session id, or null
 */
public record Caller(User user, Way way, AccessToken token, String session) {

    /** The ways of authentication. */
    public enum Way { NONE, BASIC, TOKEN, SESSION, BEARER }

    public static final Caller NOBODY = new Caller(null, Way.NONE, null, null);

    public boolean anonymous() {
        return user == null;
    }
}
