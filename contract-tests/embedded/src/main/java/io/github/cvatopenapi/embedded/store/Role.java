package io.github.cvatopenapi.embedded.store;

import java.util.Locale;

/** Roles in an organization, the least first. */
public enum Role {
    WORKER, SUPERVISOR, MAINTAINER, OWNER;

    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }

    /** As it goes over the wire. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
