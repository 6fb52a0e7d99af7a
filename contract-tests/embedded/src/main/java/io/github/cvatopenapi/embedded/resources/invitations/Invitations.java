package io.github.cvatopenapi.embedded.resources.invitations;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Field;
import io.github.cvatopenapi.embedded.engine.Hooks;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Listing;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.resources.views.SharedViews;
import io.github.cvatopenapi.embedded.store.Invitation;
import io.github.cvatopenapi.embedded.store.Membership;
import io.github.cvatopenapi.embedded.store.Organization;
import io.github.cvatopenapi.embedded.store.Role;
import io.github.cvatopenapi.embedded.store.Secrets;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Invitations to organizations. The one who invited, the invited and maintainers know of one. */
public final class Invitations {

    private static final int RESENDS_AN_HOUR = 5;

    private static final Listing<Invitation> LIST = new Listing<>(
            Field.<Invitation>text("owner", each -> SharedViews.username(each.owner)).search(),
            Field.<Invitation>date("created_date", each -> each.created).unfiltered(),
            Field.<Invitation>number("user_id", each -> each.membership.user.id).unsorted(),
            Field.<Invitation>flag("accepted", each -> each.membership.active).unsorted());

    private final Instance instance;
    private final Store store;
    private final Permissions permissions;
    private final Map<User, Deque<Instant>> resends = new HashMap<>();

    public Invitations(Instance instance) {
        this.instance = instance;
        this.store = instance.store;
        this.permissions = instance.permissions;
        instance.operations.on("invitations_list", call -> LIST.page(call, store.invitations.newestFirst(),
                permissions.listed(call, each -> each.membership.organization, each -> sees(call.user(), each)),
                each -> view(call, each)));
        instance.operations.on("invitations_create", this::create);
        instance.operations.on("invitations_retrieve", call -> Answer.ok(view(call, find(call))));
        instance.operations.on("invitations_partial_update", this::update);
        instance.operations.on("invitations_destroy", this::destroy);
        instance.operations.on("invitations_accept", this::accept);
        instance.operations.on("invitations_decline", this::decline);
        instance.operations.on("invitations_resend", this::resend);
    }

    private boolean sees(User user, Invitation invitation) {
        return user.admin() || invitation.owner == user || invitation.membership.user == user;
    }

    private boolean manages(User user, Invitation invitation) {
        return user.admin() || invitation.owner == user
                || permissions.atLeast(Role.MAINTAINER, invitation.membership.organization, user);
    }

    private Invitation find(Call call) {
        Invitation invitation = store.invitationByKey.get(call.path("key")).stream().findFirst().orElse(null);
        if (call.path("key").contains(".")) {
            throw Fault.notFound();
        }
        if (invitation == null) {
            throw Fault.noSuch("Invitation");
        }
        if (!sees(call.user(), invitation) && !manages(call.user(), invitation)) {
            throw instance.foreign("Invitation");
        }
        return invitation;
    }

    private Answer create(Call call) {
        Organization organization = call.context().organization();
        Role own = call.context().role();
        Permissions.require(organization != null
                && (call.user().admin() || own != null && own.atLeast(Role.MAINTAINER)));
        Body body = call.body();
        Role role = Role.of(body.text("role"));
        Permissions.require(role != Role.OWNER && (call.user().admin() || role.compareTo(own) < 0));
        String email = body.text("email");
        User user = store.users.all().stream()
                .filter(each -> each.email.equalsIgnoreCase(email))
                .findFirst().orElse(null);
        boolean member = user != null
                && store.membershipsOfUser.get(user).stream().anyMatch(each -> each.organization == organization);
        if (member) {
            throw Fault.list("The user is a member of the organization already.");
        }
        if (user == null) {
            if (!instance.mail.configured()) {
                throw new Fault(Answer.json(400, "Email backend is not configured."));
            }
            user = stranger(email);
        }
        boolean waits = !user.active || instance.settings.confirmInvitations();
        Membership membership = new Membership();
        membership.organization = organization;
        membership.user = user;
        membership.role = role;
        membership.active = !waits;
        membership.joined = waits ? null : Instants.now();
        Invitation invitation = new Invitation();
        invitation.key = Secrets.letters(64);
        invitation.owner = call.user();
        invitation.membership = membership;
        membership.invitation = invitation;
        store.memberships.add(membership);
        store.invitations.add(invitation);
        mail(call, invitation);
        instance.publish(call, Hooks.Event.CREATE, "invitation", invitation, view(call, invitation), null);
        instance.publish(call, Hooks.Event.CREATE, "membership", membership, SharedViews.membership(call, membership),
                null);
        return Answer.created(view(call, invitation));
    }

    /**
     * A user for an address that nobody registered, to be completed by whoever reads mail there; called by that
     * address.
     */
    private User stranger(String email) {
        String free = email;
        for (int i = 1; store.userNamed(free) != null; i++) {
            free = email + i;
        }
        User user = instance.accounts.add(free, email, Secrets.letters(32));
        user.active = false;
        return user;
    }

    private void mail(Call call, Invitation invitation) {
        instance.mail.send(invitation.membership.user.email,
                "Invitation to " + invitation.membership.organization.slug,
                "You are invited to an organization:\r\n"
                        + call.url("/auth/register/invitation?key=" + invitation.key));
    }

    private Answer update(Call call) {
        Invitation invitation = find(call);
        Permissions.require(manages(call.user(), invitation));
        String role = call.body().text("role");
        if (role != null) {
            Role own = permissions.role(invitation.membership.organization, call.user());
            Permissions.require(Role.of(role) != Role.OWNER
                    && (call.user().admin() || own != null && Role.of(role).compareTo(own) < 0));
            invitation.membership.role = Role.of(role);
        }
        return Answer.ok(view(call, invitation));
    }

    private Answer destroy(Call call) {
        Invitation invitation = find(call);
        Permissions.require(manages(call.user(), invitation));
        remove(call, invitation, !invitation.membership.active);
        return Answer.noContent();
    }

    private void remove(Call call, Invitation invitation, boolean withMembership) {
        instance.publish(call, Hooks.Event.DELETE, "invitation", invitation, view(call, invitation), null);
        store.invitations.remove(invitation);
        invitation.membership.invitation = null;
        if (withMembership) {
            store.memberships.remove(invitation.membership);
        }
    }

    private Invitation received(Call call) {
        Invitation invitation = find(call);
        if (invitation.membership.user != call.user()) {
            throw instance.foreign("Invitation");
        }
        return invitation;
    }

    private Answer accept(Call call) {
        Membership membership = received(call).membership;
        if (membership.active) {
            throw new Fault(Answer.json(400, "Your invitation is already accepted."));
        }
        membership.active = true;
        membership.joined = Instants.now();
        return Answer.ok(Map.of("organization_slug", membership.organization.slug));
    }

    private Answer decline(Call call) {
        remove(call, received(call), true);
        return Answer.noContent();
    }

    private Answer resend(Call call) {
        Invitation invitation = find(call);
        Permissions.require(manages(call.user(), invitation));
        if (invitation.membership.active) {
            throw new Fault(Answer.json(400, "This invitation is already accepted."));
        }
        if (!instance.mail.configured()) {
            throw new Fault(Answer.json(400, "Email backend is not configured."));
        }
        if (instance.settings.throttled()) {
            count(call.user());
        }
        mail(call, invitation);
        return Answer.noContent();
    }

    private void count(User user) {
        Deque<Instant> times = resends.computeIfAbsent(user, any -> new ArrayDeque<>());
        Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
        while (!times.isEmpty() && times.peekFirst().isBefore(hourAgo)) {
            times.removeFirst();
        }
        if (times.size() >= RESENDS_AN_HOUR) {
            long seconds = Duration.between(hourAgo, times.peekFirst()).toSeconds() + 1;
            throw Fault.throttled(seconds);
        }
        times.addLast(Instant.now());
    }

    private Map<String, Object> view(Call call, Invitation invitation) {
        Organization organization = invitation.membership.organization;
        return Json.object("key", invitation.key, "created_date", invitation.created,
                "owner", SharedViews.user(call, invitation.owner), "role", invitation.membership.role.text(),
                "user", SharedViews.user(call, invitation.membership.user), "organization", organization.id,
                "expired", instance.mail.configured() ? false : null,
                "organization_info", Json.object("id", organization.id, "slug", organization.slug));
    }
}
