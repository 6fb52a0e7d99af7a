package io.github.cvatopenapi.embedded.resources.webhooks;

import io.github.cvatopenapi.embedded.engine.Hooks;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.views.SharedViews;
import io.github.cvatopenapi.embedded.store.Entity;
import io.github.cvatopenapi.embedded.store.Invitation;
import io.github.cvatopenapi.embedded.store.Membership;
import io.github.cvatopenapi.embedded.store.Organization;
import io.github.cvatopenapi.embedded.store.Owned;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Webhook;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Tells webhooks what changes. */
final class ChangeEvents {

    private final Store store;
    private final Deliveries deliveries;

    ChangeEvents(Instance instance, Deliveries deliveries) {
        this.store = instance.store;
        this.deliveries = deliveries;
        instance.hooks.listen(this::tell);
    }

    private void tell(Hooks.Change change) {
        if (change.call() == null) {
            return; // asynchronous work: there is no sender, and no address to make URLs of
        }
        String event = change.event().name().toLowerCase(Locale.ROOT) + ":" + change.kind();
        Map<String, Object> before = change.before() == null ? Map.of() : changed(change.before(), change.view());
        if (change.event() == Hooks.Event.UPDATE && before.isEmpty()) {
            return;
        }
        for (Webhook webhook : store.webhooks.all()) {
            if (webhook.active && webhook.events.contains(event) && hears(webhook, change.entity())) {
                Map<String, Object> payload = Json.object("event", event, change.kind(), change.view(),
                        "sender", SharedViews.user(change.call(), change.call().user()), "webhook_id", webhook.id);
                if (!before.isEmpty()) {
                    payload.put("before_update", before);
                }
                deliveries.send(webhook, false, () -> new Deliveries.Payload(event, String.join(",", before.keySet()),
                        payload));
            }
        }
    }

    /** The old values of the members that changed. */
    private static Map<String, Object> changed(Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> changed = new TreeMap<>(before);
        changed.entrySet().removeIf(each -> Objects.equals(each.getValue(), after.get(each.getKey())));
        return changed;
    }

    private static boolean hears(Webhook webhook, Entity entity) {
        return webhook.project != null ? webhook.project == project(entity)
                : webhook.organization != null && webhook.organization == organization(entity);
    }

    private static Project project(Object entity) {
        return entity instanceof Project project ? project : entity instanceof Owned owned ? project(owned.within())
                : null;
    }

    private static Organization organization(Entity entity) {
        return entity instanceof Organization organization ? organization
                : entity instanceof Membership membership ? membership.organization
                : entity instanceof Invitation invitation ? invitation.membership.organization
                : entity instanceof Owned owned ? owned.organization() : null;
    }
}
