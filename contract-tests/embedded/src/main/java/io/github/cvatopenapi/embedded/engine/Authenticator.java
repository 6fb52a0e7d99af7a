package io.github.cvatopenapi.embedded.engine;

import java.util.Map;

/** Finds out who calls. */
public interface Authenticator {

    /**
     * Who the credentials belong to, {@link Caller#NOBODY} for none; a 401 for bad ones.
     *
     * @param authorization the header, or null
     * @param cookies       by name
     */
    Caller authenticate(String authorization, Map<String, String> cookies);
}
