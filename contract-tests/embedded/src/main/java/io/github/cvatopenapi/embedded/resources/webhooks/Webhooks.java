package io.github.cvatopenapi.embedded.resources.webhooks;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Field;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Listing;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.EntityLookup;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.resources.views.SharedViews;
import io.github.cvatopenapi.embedded.store.Delivery;
import io.github.cvatopenapi.embedded.store.Organization;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.Role;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.User;
import io.github.cvatopenapi.embedded.store.Webhook;
import io.github.cvatopenapi.spec.Trees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Webhooks of projects and organizations. What they send is the work of {@link WebhookEvents} and {@link Deliveries}.
 */
public final class Webhooks {

    private static final Listing<Webhook> LIST = new Listing<>(
            Field.number("id", each -> each.id),
            Field.<Webhook>text("target_url", each -> each.targetUrl).search(),
            Field.<Webhook>text("owner", each -> SharedViews.username(each.owner)).search(),
            Field.<Webhook>text("type", Webhook::type).search(),
            Field.<Webhook>text("description", each -> each.description).search(),
            Field.number("project_id", each -> each.project == null ? null : each.project.id),
            Field.date("updated_date", each -> each.updated));

    private final Store store;
    private final Permissions permissions;
    private final WebhookEvents events;

    public Webhooks(Instance instance) {
        this.store = instance.store;
        this.permissions = instance.permissions;
        this.events = new WebhookEvents(instance.operations.contract());
        instance.operations.on("webhooks_list", call -> LIST.page(call, store.webhooks.newestFirst(),
                permissions.listed(call, each -> each.organization, each -> manages(call.user(), each)),
                        each -> view(call, each)));
        instance.operations.on("webhooks_create", this::create);
        instance.operations.on("webhooks_retrieve", call -> Answer.ok(view(call, managed(call))));
        instance.operations.on("webhooks_partial_update", this::update);
        instance.operations.on("webhooks_update", this::update);
        instance.operations.on("webhooks_destroy", this::destroy);
        instance.operations.open("webhooks_retrieve_events", events::list);
        Deliveries deliveries = new Deliveries(instance, this);
        new ChangeEvents(instance, deliveries);
        instance.hooks.onRemoval(Project.class, (call, gone) -> removeAll(each -> each.project == gone));
        instance.hooks.onRemoval(Organization.class, (call, gone) -> removeAll(each -> each.organization == gone));
        instance.hooks.onRemoval(User.class, (call, user) -> store.webhooks.all().stream()
                .filter(each -> each.owner == user).forEach(each -> each.owner = null));
    }

    private void removeAll(Predicate<Webhook> gone) {
        store.webhooks.all().stream().filter(gone).toList().forEach(this::remove);
    }

    private void remove(Webhook webhook) {
        store.deliveriesOf.get(webhook).forEach(store.deliveries::remove);
        store.webhooks.remove(webhook);
    }

    private boolean manages(User user, Webhook webhook) {
        return user.admin() || webhook.owner == user && (webhook.organization == null
                || permissions.role(webhook.organization, user) != null)
                || webhook.project != null && webhook.project.owner == user
                || permissions.atLeast(Role.MAINTAINER, webhook.organization, user);
    }

    /** The webhook of the path, for those who may manage it. */
    Webhook managed(Call call) {
        Webhook webhook = EntityLookup.ofPath(call, store.webhooks, "Webhook");
        Permissions.require(manages(call.user(), webhook));
        return webhook;
    }

    /** Permission depends on the body and is judged before the rest of it, as the server does. */
    private Answer create(Call call) {
        Object content = call.content();
        Map<String, Object> sent = Trees.object(content instanceof Map ? content : Map.of());
        boolean wrongKind = !(content instanceof Map) && content != Answer.NONE;
        Project project = null;
        if ("project".equals(sent.get("type")) && sent.get("project_id") != null) {
            project = project(sent.get("project_id"));
            Permissions.require(permissions.owns(call.user(), project));
        } else if ("organization".equals(sent.get("type")) && call.context().organization() != null) {
            Permissions.require(call.user().admin() || call.context().role() != null && call.context().role()
                    .atLeast(Role.MAINTAINER));
        } else {
            Permissions.require(call.user().admin() || wrongKind);
        }
        Body body = body(call, content);
        Webhook webhook = new Webhook();
        webhook.owner = call.user();
        webhook.project = project;
        webhook.organization = project != null ? project.organization : call.context().organization();
        if (project == null && webhook.organization == null) {
            throw Fault.nonField("A webhook needs a project_id, or an organization that the call is made in.");
        }
        fill(webhook, body);
        store.webhooks.add(webhook);
        return Answer.created(view(call, webhook));
    }

    private Project project(Object id) {
        return EntityLookup.find(store.projects, "Project", "project_id", id);
    }

    /** Type and project stay what they are, whatever is sent. */
    private Answer update(Call call) {
        Webhook webhook = managed(call);
        Object content = call.content();
        if (content instanceof Map) {
            Map<String, Object> sent = new LinkedHashMap<>(Trees.object(content));
            if (call.incoming().method().equals("PUT") && sent.get("project_id") != null) {
                project(sent.get("project_id"));
            }
            sent.put("type", webhook.type());
            content = sent;
        } else if (content == Answer.NONE) {
            content = Map.of("type", webhook.type());
        }
        fill(webhook, body(call, content));
        webhook.updated = Instants.now();
        return Answer.ok(view(call, webhook));
    }

    /** The server names a wrong event without its place in the list. */
    private static Body body(Call call, Object content) {
        try {
            return call.body(content);
        } catch (Fault fault) {
            Map<String, Object> errors = new LinkedHashMap<>(Trees.object(fault.answer().body()));
            errors.computeIfPresent("events", (name, error) -> error instanceof Map<?, ?> map ? map.values().iterator()
                    .next() : error);
            throw new Fault(Answer.json(fault.answer().status(), errors));
        }
    }

    private void fill(Webhook webhook, Body body) {
        if (body.has("events")) {
            webhook.events = new TreeSet<>(events.checked(webhook.type(), body.list("events")));
        }
        webhook.targetUrl = body.text("target_url", webhook.targetUrl);
        webhook.description = body.text("description", webhook.description);
        webhook.secret = body.text("secret", webhook.secret);
        webhook.contentType = body.text("content_type", webhook.contentType);
        webhook.active = body.flag("is_active", webhook.active);
        webhook.checkCertificate = body.flag("enable_ssl", webhook.checkCertificate);
    }

    private Answer destroy(Call call) {
        remove(managed(call));
        return Answer.noContent();
    }

    private static String url(Call call, Webhook webhook) {
        return call.url("/api/webhooks/" + webhook.id);
    }

    Map<String, Object> view(Call call, Webhook webhook) {
        Map<String, Object> view = viewWithoutStatus(call, webhook);
        Delivery last = last(webhook);
        if (last != null) {
            view.put("last_status", last.status);
        }
        return view;
    }

    /** As a ping has it: without the status of the last delivery. */
    Map<String, Object> viewWithoutStatus(Call call, Webhook webhook) {
        Map<String, Object> view = Json.object("id", webhook.id, "url", url(call, webhook), "target_url",
                webhook.targetUrl,
                "description", webhook.description, "type", webhook.type(), "content_type", webhook.contentType,
                "is_active", webhook.active, "enable_ssl", webhook.checkCertificate, "created_date", webhook.created,
                "updated_date", webhook.updated, "owner", SharedViews.user(call, webhook.owner),
                "project_id", webhook.project == null ? null : webhook.project.id,
                "organization", webhook.organization == null ? null : webhook.organization.id, "events",
                        List.copyOf(webhook.events));
        Delivery last = last(webhook);
        if (last != null) {
            view.put("last_delivery_date", last.updated);
        }
        return view;
    }

    private Delivery last(Webhook webhook) {
        List<Delivery> all = store.deliveriesOf.get(webhook);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }
}
