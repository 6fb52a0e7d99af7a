package io.github.cvatopenapi.embedded.resources.memberships;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Field;
import io.github.cvatopenapi.embedded.engine.Hooks;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.engine.Listing;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.EntityLookup;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.resources.views.SharedViews;
import io.github.cvatopenapi.embedded.store.Membership;
import io.github.cvatopenapi.embedded.store.Organization;
import io.github.cvatopenapi.embedded.store.Role;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.User;
import java.util.Map;
import java.util.function.Predicate;

/** Memberships of organizations. */
public final class Memberships {

    private final Listing<Membership> list;
    private final Instance instance;
    private final Store store;
    private final Permissions permissions;

    public Memberships(Instance instance) {
        this.instance = instance;
        this.store = instance.store;
        this.permissions = instance.permissions;
        Field<Membership> role = Field.text("role", each -> each.role.text());
        this.list = new Listing<>(Field.number("id", each -> each.id),
                instance.changes.inForce("memberships-role-not-searched") ? role : role.search(),
                Field.<Membership>text("user", each -> each.user.username).search());
        instance.operations.on("memberships_list", call ->
                list.page(call, store.memberships.newestFirst(), listed(call),
                        each -> SharedViews.membership(call, each)));
        instance.operations.on("memberships_retrieve", call -> Answer.ok(SharedViews.membership(call, seen(call))));
        instance.operations.on("memberships_partial_update", this::update);
        instance.operations.on("memberships_destroy", this::destroy);
        instance.hooks.onRemoval(User.class, (call, user) -> store.membershipsOfUser.get(user).forEach(this::remove));
        instance.hooks.onRemoval(Organization.class,
                (call, gone) -> store.membershipsOfOrganization.get(gone).forEach(this::remove));
    }

    private Predicate<Membership> listed(Call call) {
        User user = call.user();
        Organization organization = call.context().organization();
        if (organization != null) {
            Permissions.require(user.admin() || call.context().role() != null);
            boolean staff = user.admin() || call.context().role().atLeast(Role.MAINTAINER);
            return each -> each.organization == organization && (staff || each.active);
        }
        return each -> !call.context().personal() && (user.admin() || each.user == user && each.active);
    }

    private Membership find(Call call) {
        return EntityLookup.ofPath(call, store.memberships, "Membership");
    }

    private Membership seen(Call call) {
        Membership membership = find(call);
        Role role = permissions.role(membership.organization, call.user());
        Permissions.require(call.user().admin() || role != null
                && (membership.active || role.atLeast(Role.MAINTAINER)));
        return membership;
    }

    /** Whether the caller, by their role, stands above the member. */
    private boolean above(Call call, Membership membership) {
        Role role = permissions.role(membership.organization, call.user());
        return call.user().admin()
                || role != null && role.atLeast(Role.MAINTAINER) && membership.role.compareTo(role) < 0
                        && membership.user != call.user();
    }

    private Answer update(Call call) {
        Membership membership = find(call);
        Permissions.require(above(call, membership));
        String role = call.body().text("role");
        if (role != null && Role.of(role) == Role.OWNER) {
            throw Fault.forbidden();
        }
        Map<String, Object> before = SharedViews.membership(call, membership);
        membership.role = role == null ? membership.role : Role.of(role);
        membership.updated = Instants.now();
        instance.publish(call, Hooks.Event.UPDATE, "membership", membership, SharedViews.membership(call, membership),
                before);
        return Answer.ok(SharedViews.membership(call, membership));
    }

    private Answer destroy(Call call) {
        Membership membership = find(call);
        boolean leaves = membership.user == call.user() && membership.active && membership.role != Role.OWNER;
        Permissions.require(leaves || above(call, membership));
        instance.publish(call, Hooks.Event.DELETE, "membership", membership, SharedViews.membership(call, membership),
                null);
        remove(membership);
        return Answer.noContent();
    }

    private void remove(Membership membership) {
        if (membership.invitation != null) {
            store.invitations.remove(membership.invitation);
        }
        store.memberships.remove(membership);
    }
}
