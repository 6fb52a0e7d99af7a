package io.github.cvatopenapi.client;

/** What to do when the server's version (major and minor) is not that of the document this client was made from. */
public enum ServerVersionCheck {

    /**
     * Log one warning for each client, and go on. The default. A server that does not tell its version is not asked
     * again.
     */
    WARN,

    /** Fail every call with a {@link CvatException} that names both versions. */
    FAIL,

    /** Do not ask the server for its version. */
    OFF
}
