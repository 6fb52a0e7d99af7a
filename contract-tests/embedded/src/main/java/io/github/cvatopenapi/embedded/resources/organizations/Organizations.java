package io.github.cvatopenapi.embedded.resources.organizations;

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
import io.github.cvatopenapi.embedded.store.Membership;
import io.github.cvatopenapi.embedded.store.Organization;
import io.github.cvatopenapi.embedded.store.Role;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.User;
import java.util.Map;

/** Organizations. Only members know of one. */
public final class Organizations {

    private static final Listing<Organization> LIST = new Listing<>(
            Field.number("id", each -> each.id),
            Field.<Organization>text("name", each -> each.name).search(),
            Field.<Organization>text("owner", each -> SharedViews.username(each.owner)).search(),
            Field.<Organization>text("slug", each -> each.slug).search());

    private final Instance instance;
    private final Store store;
    private final Permissions permissions;

    public Organizations(Instance instance) {
        this.instance = instance;
        this.store = instance.store;
        this.permissions = instance.permissions;
        instance.operations.on("organizations_list", call -> LIST.page(call, store.organizations.newestFirst(),
                each -> sees(call.user(), each), each -> view(call, each)));
        instance.operations.on("organizations_create", this::create);
        instance.operations.on("organizations_retrieve", call -> Answer.ok(view(call, find(call))));
        instance.operations.on("organizations_partial_update", this::update);
        instance.operations.on("organizations_destroy", this::destroy);
        // the server takes any JSON for it
        instance.rules.anything("organizations_create", "contact").anything("organizations_partial_update", "contact");
        instance.hooks.onRemoval(User.class, (call, user) -> store.organizations.all().stream()
                .filter(each -> each.owner == user).forEach(each -> each.owner = null));
    }

    private boolean sees(User user, Organization organization) {
        return user.admin() || permissions.role(organization, user) != null;
    }

    private Organization find(Call call) {
        Organization organization = store.organizations.get(call.id());
        if (organization == null) {
            throw Fault.noSuch("Organization");
        }
        if (!sees(call.user(), organization)) {
            throw instance.foreign("Organization");
        }
        return organization;
    }

    private Answer create(Call call) {
        Body body = call.body();
        requireContact(body);
        requireFree(body.text("slug"), null);
        Organization organization = new Organization();
        organization.owner = call.user();
        organization.slug = body.text("slug");
        organization.name = body.text("name", organization.slug);
        organization.description = body.text("description", "");
        organization.contact = body.has("contact") ? body.value("contact") : Map.of();
        store.organizations.add(organization);
        Membership membership = new Membership();
        membership.organization = organization;
        membership.user = call.user();
        membership.role = Role.OWNER;
        membership.active = true;
        membership.joined = organization.created;
        store.memberships.add(membership);
        return Answer.created(view(call, organization));
    }

    private static void requireContact(Body body) {
        if (body.has("contact") && body.value("contact") == null) {
            throw Fault.field("contact", "This field may not be null.");
        }
        if (body.has("contact") && body.value("contact") instanceof String text && text.indexOf('\0') >= 0) {
            throw Fault.field("contact", "Null characters are not allowed.");
        }
    }

    private void requireFree(String slug, Organization own) {
        Organization same = slug == null ? null : store.organizationOf(slug);
        if (same != null && same != own) {
            throw Fault.field("slug", "organization with this slug already exists.");
        }
    }

    private Answer update(Call call) {
        Organization organization = find(call);
        Permissions.require(call.user().admin() || permissions.atLeast(Role.MAINTAINER, organization, call.user()));
        Body body = call.body();
        requireContact(body);
        requireFree(body.text("slug"), organization);
        Map<String, Object> before = view(call, organization);
        organization.slug = body.text("slug", organization.slug);
        organization.name = body.text("name", organization.name);
        organization.description = body.text("description", organization.description);
        organization.contact = body.has("contact") ? body.value("contact") : organization.contact;
        organization.updated = Instants.now();
        instance.publish(call, Hooks.Event.UPDATE, "organization", organization, view(call, organization), before);
        return Answer.ok(view(call, organization));
    }

    private Answer destroy(Call call) {
        Organization organization = find(call);
        Permissions.require(call.user().admin() || permissions.atLeast(Role.OWNER, organization, call.user()));
        instance.publish(call, Hooks.Event.DELETE, "organization", organization, view(call, organization), null);
        instance.hooks.removing(call, organization);
        store.organizations.remove(organization);
        return Answer.noContent();
    }

    private static Map<String, Object> view(Call call, Organization organization) {
        return Json.object("id", organization.id, "slug", organization.slug, "name", organization.name,
                "description", organization.description,
                "created_date", organization.created, "updated_date", organization.updated,
                "contact", organization.contact, "owner", SharedViews.user(call, organization.owner));
    }
}
