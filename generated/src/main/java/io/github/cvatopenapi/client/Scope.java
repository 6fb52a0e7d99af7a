package io.github.cvatopenapi.client;

import okhttp3.Request;

/**
 * Where a client or view works: on which server, in which organization. Its calls carry it, so that no other executes
 * them: in which organization they then worked would be anyone's guess.
 */
record Scope(Core core, OrganizationContext organization) {

    Request mark(Request request) {
        return request.newBuilder().tag(Scope.class, this).build();
    }

    /** Refuses a call that the APIs of another scope made. What was made elsewhere carries none, and passes. */
    void check(Request request) {
        Scope maker = request.tag(Scope.class);
        if (maker != null && !maker.equals(this)) {
            throw new IllegalArgumentException(Operations.name(request) + " was made by " + maker + ", but executed by "
                    + this + ": make a call with the APIs of the client or view that executes it");
        }
    }

    @Override
    public String toString() {
        return "a client of " + core.base + " in " + organization;
    }
}
