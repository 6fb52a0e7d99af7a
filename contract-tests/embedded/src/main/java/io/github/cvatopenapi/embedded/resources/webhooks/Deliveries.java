package io.github.cvatopenapi.embedded.resources.webhooks;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Listing;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.views.SharedViews;
import io.github.cvatopenapi.embedded.store.Delivery;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Webhook;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Deliveries of webhooks: those of one webhook go out one after the other, in the order of their events. */
final class Deliveries {

    private static final int THREADS = 4;

    /**
     * What is to be sent.
     *
     * @param changedFields names with commas, empty for none
     */
    record Payload(String event, String changedFields, Map<String, Object> tree) {
    }

    private final Store store;
    private final Webhooks webhooks;
    private final ExecutorService threads;
    /** By webhook, the delivery that was asked for last. */
    private final Map<Webhook, CompletableFuture<Delivery>> last = new HashMap<>();

    Deliveries(Instance instance, Webhooks webhooks) {
        this.store = instance.store;
        this.webhooks = webhooks;
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "cvat-webhook");
            thread.setDaemon(true);
            return thread;
        });
        instance.atEnd(threads::shutdownNow);
        instance.operations.on("webhooks_list_deliveries", this::list);
        instance.operations.on("webhooks_retrieve_deliveries", call -> Answer.ok(view(find(call))));
        instance.operations.on("webhooks_create_deliveries_redelivery", this::redeliver);
        instance.operations.on("webhooks_create_ping", this::ping);
        instance.operations.unlocked("webhooks_create_ping");
    }

    /** Sends soon, in another thread. The payload is made right before, with the right to read the store. */
    CompletableFuture<Delivery> send(Webhook webhook, boolean redelivery, Supplier<Payload> payload) {
        synchronized (last) {
            CompletableFuture<Delivery> next = last.getOrDefault(webhook, CompletableFuture.completedFuture(null))
                    .handleAsync((done, failure) -> deliver(webhook, redelivery, payload), threads);
            last.put(webhook, next);
            next.whenComplete((delivery, failure) -> forget(webhook, next));
            return next;
        }
    }

    private void forget(Webhook webhook, CompletableFuture<Delivery> done) {
        synchronized (last) {
            last.remove(webhook, done);
        }
    }

    private Delivery deliver(Webhook webhook, boolean redelivery, Supplier<Payload> payload) {
        Payload made = store.read(payload);
        Delivery delivery = new Delivery();
        delivery.webhook = webhook;
        delivery.event = made.event();
        delivery.changedFields = made.changedFields();
        delivery.redelivery = redelivery;
        delivery.request = made.tree();
        WebhookSender.Reply reply = WebhookSender.post(webhook.targetUrl, webhook.contentType, webhook.secret,
                webhook.checkCertificate,
                Json.write(made.tree()));
        delivery.status = reply.status();
        delivery.response = reply.text();
        return store.write(() -> store.webhooks.contains(webhook) ? store.deliveries.add(delivery) : delivery);
    }

    private Answer list(Call call) {
        List<Delivery> all = store.deliveriesOf.get(webhooks.managed(call));
        Collections.reverse(all);
        return Listing.page(call, all, Deliveries::view);
    }

    /** The server answered 500 for a missing one: here it is a 404. */
    private Delivery find(Call call) {
        Webhook webhook = webhooks.managed(call);
        Delivery delivery = store.deliveries.get(call.id("delivery_id"));
        if (delivery == null || delivery.webhook != webhook) {
            throw Fault.noSuch("WebhookDelivery");
        }
        return delivery;
    }

    private Answer redeliver(Call call) {
        Delivery delivery = find(call);
        send(delivery.webhook, true, () -> new Payload(delivery.event, delivery.changedFields, delivery.request));
        return Answer.ok(Map.of());
    }

    private Answer ping(Call call) {
        Webhook webhook = store.read(() -> webhooks.managed(call));
        Delivery delivery = send(webhook, false, () -> new Payload("ping", "", Json.object("event", "ping",
                "webhook", webhooks.viewWithoutStatus(call, webhook), "sender", SharedViews.user(call, call.user()))))
                .join();
        return Answer.ok(view(delivery));
    }

    private static Map<String, Object> view(Delivery delivery) {
        return Json.object("id", delivery.id, "webhook_id", delivery.webhook.id, "event", delivery.event,
                "status_code", delivery.status, "redelivery", delivery.redelivery, "created_date", delivery.created,
                "updated_date", delivery.updated, "changed_fields", delivery.changedFields, "request", delivery.request,
                "response", delivery.response);
    }
}
