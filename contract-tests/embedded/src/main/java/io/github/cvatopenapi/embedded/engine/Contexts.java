package io.github.cvatopenapi.embedded.engine;

import io.github.cvatopenapi.embedded.store.Membership;
import io.github.cvatopenapi.embedded.store.Organization;
import io.github.cvatopenapi.embedded.store.Store;

/** Finds the organization that a call is made in. */
public final class Contexts {

    private final Store store;

    public Contexts(Store store) {
        this.store = store;
    }

    /**
     * From {@code org}, {@code org_id} or the header X-Organization; a 404 for an unknown organization, a 400 for two
     * of them.
     */
    public Context of(Incoming incoming, Caller caller) {
        String header = incoming.header("x-organization");
        String slug = incoming.query().has("org") ? incoming.query().get("org") : header;
        if (header != null && !slug.equals(header)) {
            throw Fault.list("You cannot specify \"org\" query parameter and \"X-Organization\" HTTP header with "
                    + "different values.");
        }
        String id = incoming.query().get("org_id");
        if (id != null && !id.isEmpty() && slug != null && !slug.isEmpty()) {
            throw Fault.list("You cannot specify \"org_id\" query parameter with \"org\" query parameter or "
                    + "\"X-Organization\" HTTP header at the same time.");
        }
        if (slug == null && id == null) {
            return Context.NONE;
        }
        if (id == null ? slug.isEmpty() : id.isEmpty() && (slug == null || slug.isEmpty())) {
            return new Context(null, null, true);
        }
        id = id == null || id.isEmpty() ? null : id;
        Organization organization = id == null ? store.organizationOf(slug) : store.organizations.get(number(id));
        if (organization == null) {
            throw Fault.detail(404, (id == null ? slug : id.strip()) + " organization does not exist.");
        }
        Membership membership = store.membership(organization, caller.user());
        return new Context(organization, membership == null ? null : membership.role, false);
    }

    private static long number(String id) {
        if (!id.strip().matches("[+-]?\\d+")) {
            throw Fault.field("org_id", "Enter a number.");
        }
        return id.strip().length() > 18 ? -1 : Long.parseLong(id.strip());
    }
}
