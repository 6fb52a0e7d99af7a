package io.github.cvatopenapi.embedded.resources.permissions;

import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Caller;
import io.github.cvatopenapi.embedded.engine.Context;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.store.Membership;
import io.github.cvatopenapi.embedded.store.Organization;
import io.github.cvatopenapi.embedded.store.Owned;
import io.github.cvatopenapi.embedded.store.Role;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.User;
import java.util.function.Function;
import java.util.function.Predicate;

/** The rules of permission that resources share. Administrators may do everything. */
public final class Permissions {

    private final Store store;

    public Permissions(Store store) {
        this.store = store;
    }

    /** The role that the user has in the organization, or null. */
    public Role role(Organization organization, User user) {
        Membership membership = organization == null ? null : store.membership(organization, user);
        return membership == null ? null : membership.role;
    }

    public boolean atLeast(Role least, Organization organization, User user) {
        Role role = role(organization, user);
        return role != null && role.atLeast(least);
    }

    /**
     * Whether the user is owner or assignee of it or of what it is part of, and still in the organization if there is
     * one.
     */
    public boolean staff(User user, Owned owned) {
        return (owned.owner() == user || owned.assignee() == user) && member(user, owned.organization())
                || owned.within() != null && staff(user, owned.within());
    }

    private boolean member(User user, Organization organization) {
        return organization == null || role(organization, user) != null;
    }

    /** Who may look at it: administrator, owner, assignee, and maintainers of its organization. */
    public boolean sees(User user, Owned owned) {
        return user.admin() || staff(user, owned) || atLeast(Role.MAINTAINER, owned.organization(), user);
    }

    /** Who may remove it or give it away: administrator, owner, and maintainers of its organization. */
    public boolean owns(User user, Owned owned) {
        return user.admin() || owner(user, owned) || atLeast(Role.MAINTAINER, owned.organization(), user);
    }

    private boolean owner(User user, Owned owned) {
        return owned.owner() == user && member(user, owned.organization())
                || owned.within() != null && owner(user, owned.within());
    }

    /** The organization that a body moves it to, null for personal space, or the one it is in; 403 for who may not. */
    public Organization organization(User user, Body body, Owned owned) {
        if (!body.has("organization_id")) {
            return owned.organization();
        }
        Long id = body.number("organization_id");
        Organization organization = id == null ? null : store.organizations.get(id);
        if (id != null && organization == null) {
            throw Fault.list("Invalid org id");
        }
        require(organization == owned.organization() || owns(user, owned));
        return organization;
    }

    /**
     * The user that a property names by id, null for null. 403 for one that does not exist: the server cannot judge
     * whether it may be named.
     */
    public User named(Body body, String property) {
        Object id = body.value(property);
        if (id == null) {
            return null;
        }
        if (!(id instanceof Number number)) {
            throw Fault.field(property, "A valid integer is required.");
        }
        User user = id instanceof Long ? store.users.get(number.longValue()) : null;
        require(user != null);
        return user;
    }

    /** 403 where the caller came with a personal access token, which cannot manage users or tokens. */
    public static void requireNoToken(Call call) {
        require(call.caller().way() != Caller.Way.BEARER);
    }

    /** 403 unless {@code allowed}. */
    public static void require(boolean allowed) {
        if (!allowed) {
            throw Fault.forbidden();
        }
    }

    /**
     * 403 unless the caller may create things where the call is made: a supervisor of the organization, or anyone at
     * home.
     */
    public void requireCreator(Call call) {
        Context context = call.context();
        require(call.user().admin() || context.organization() == null
                || context.role() != null && context.role().atLeast(Role.SUPERVISOR));
    }

    /** 403 unless the caller may give work to that user: to oneself, or within an organization to its members. */
    public void requireAssignable(Call call, User user, Organization organization) {
        require(user == null || user == call.user() || call.user().admin()
                || role(organization, call.user()) != null && role(organization, user) != null);
    }

    /** What a list shows: within the context of the call, what {@code visible} says of the caller. */
    public <T> Predicate<T> listed(Call call, Function<? super T, Organization> organization,
            Predicate<? super T> visible) {
        Context context = call.context();
        User user = call.user();
        if (context.organization() != null) {
            require(user.admin() || context.role() != null);
            boolean all = user.admin() || context.role().atLeast(Role.MAINTAINER);
            return each -> organization.apply(each) == context.organization() && (all || visible.test(each));
        }
        if (context.personal()) {
            return each -> organization.apply(each) == null && (user.admin() || visible.test(each));
        }
        return each -> user.admin() || visible.test(each);
    }
}
