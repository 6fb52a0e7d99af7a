package io.github.cvatopenapi.contract.webhooks;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Polling;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.projects.ProjectFixtures;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What webhooks send, and what the server remembers of it. Nobody gets it, and that is remembered as well. */
final class WebhooksDeliveriesChecks {

    private static final int NO_DELIVERY = 2_000_000_001;

    @Check(operation = "webhooks_create_ping", rule = Rule.LIFECYCLE_CREATE)
    void aPingIsADeliveryThatIsReadBackAndListed(Run run) {
        long webhook = WebhookFixtures.make(run, run.get(WebhookFixtures.PROJECT));
        Answer ping = WebhookFixtures.ping(run, webhook).has("event", "ping").has("redelivery", false)
                .has("webhook_id", webhook)
                .has("changed_fields", "").has("request.event", "ping").has("request.webhook.id", webhook)
                .has("request.sender.username", run.main().username()).has("status_code");
        run.main().call("webhooks_retrieve_deliveries").path(webhook, ping.id()).expect(200).has("id", ping.id())
                .has("event", "ping").has("webhook_id", webhook).has("status_code", ping.at("status_code"))
                .has("created_date", ping.at("created_date")).has("request.webhook.id", webhook);
        run.main().call("webhooks_list_deliveries").path(webhook).expect(200).has("count", 1)
                .has("results.0.id", ping.id());
        run.main().call("webhooks_retrieve").path(webhook).expect(200).has("last_status", ping.at("status_code"))
                .has("last_delivery_date");
    }

    @Check(operation = "webhooks_list_deliveries", rule = Rule.LIFECYCLE_READ)
    void aChangeOfAProjectIsDelivered(Run run) {
        String before = run.name("project");
        String after = run.name("renamed project");
        long project = ProjectFixtures.make(run, before);
        long webhook = WebhookFixtures.make(run, project);
        run.main().call("projects_partial_update").path(project).json(Map.of("name", after)).expect(200);
        Answer page = awaitDelivery(run, webhook, each -> "update:project".equals(each.get("event")),
                "no change of the project");
        page.has("count", 1).has("results.0.request.event", "update:project")
                .has("results.0.request.project.id", project)
                .has("results.0.request.project.name", after).has("results.0.request.before_update.name", before)
                .has("results.0.request.webhook_id", webhook)
                .has("results.0.request.sender.username", run.main().username())
                .has("results.0.redelivery", false);
        if (!List.of(String.valueOf(page.at("results.0.changed_fields")).split(",")).contains("name")) {
            throw page.fail("changed_fields is " + page.at("results.0.changed_fields")
                    + ", expected the name among them");
        }
    }

    @Check(operation = "webhooks_list_deliveries", rule = Rule.LIFECYCLE_READ, caseName = "another event")
    void whatWasNotAskedForIsNotDelivered(Run run) {
        long project = ProjectFixtures.make(run, run.name("project"));
        long webhook = WebhookFixtures.make(run, project);
        Map<String, Object> body = WebhookFixtures.body(run, project);
        body.put("events", List.of("delete:task"));
        long other = run.main().call("webhooks_create").json(body).expect(201).id();
        run.main().call("projects_partial_update").path(project).json(Map.of("name", run.name("renamed project")))
                .expect(200);
        awaitDelivery(run, webhook, each -> true, "no change of the project");
        run.main().call("webhooks_list_deliveries").path(other).expect(200).has("count", 0);
    }

    @Check(operation = "webhooks_create_deliveries_redelivery", rule = Rule.LIFECYCLE_CREATE)
    void aRedeliveryIsADeliveryOfTheSame(Run run) {
        long webhook = WebhookFixtures.make(run, run.get(WebhookFixtures.PROJECT));
        long delivery = WebhookFixtures.ping(run, webhook).id();
        run.main().call("webhooks_create_deliveries_redelivery").path(webhook, delivery).expect(200);
        Answer page = awaitDelivery(run, webhook, each -> Boolean.TRUE.equals(each.get("redelivery")), "no redelivery");
        page.has("count", 2).has("results.0.event", "ping").has("results.1.event", "ping")
                .has("results.0.request.event", "ping").has("results.0.request.webhook.id", webhook);
    }

    private static Answer awaitDelivery(Run run, long webhook, Predicate<Map<String, Object>> wanted,
            String otherwise) {
        return Polling.until(run.settings().timeout(),
                () -> run.main().call("webhooks_list_deliveries").path(webhook).expect(200),
                page -> page.results().stream().anyMatch(wanted), page -> page.fail(otherwise + " was delivered"));
    }

    @Check(operation = "webhooks_create_ping", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotPing(Run run) {
        run.second().call("webhooks_create_ping").path(run.get(WebhookFixtures.WEBHOOK)).expect(403).readableError();
    }

    @Check(operation = "webhooks_list_deliveries", rule = Rule.AUTH_FOREIGN)
    void somebodyElseDoesNotSeeTheDeliveries(Run run) {
        run.second().call("webhooks_list_deliveries").path(run.get(WebhookFixtures.DELIVERED).webhook()).expect(403)
                .readableError();
    }

    @Check(operation = "webhooks_retrieve_deliveries", rule = Rule.AUTH_FOREIGN)
    void somebodyElseDoesNotSeeADelivery(Run run) {
        WebhookFixtures.Delivered delivered = run.get(WebhookFixtures.DELIVERED);
        run.second().call("webhooks_retrieve_deliveries").path(delivered.webhook(), delivered.deliveries().get(0))
                .expect(403)
                .readableError();
    }

    @Check(operation = "webhooks_create_deliveries_redelivery", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotHaveItDeliveredAgain(Run run) {
        WebhookFixtures.Delivered delivered = run.get(WebhookFixtures.DELIVERED);
        run.second().call("webhooks_create_deliveries_redelivery")
                .path(delivered.webhook(), delivered.deliveries().get(0)).expect(403)
                .readableError();
    }

    @Check(operation = "webhooks_retrieve_deliveries", rule = Rule.ERROR_MISSING, caseName = "delivery")
    void aDeliveryThatDoesNotExistGets404(Run run) {
        run.main().call("webhooks_retrieve_deliveries").path(run.get(WebhookFixtures.WEBHOOK), NO_DELIVERY).expect(404)
                .readableError();
    }

    @Check(operation = "webhooks_create_deliveries_redelivery", rule = Rule.ERROR_MISSING, caseName = "delivery")
    void aDeliveryThatDoesNotExistCannotBeRepeated(Run run) {
        run.main().call("webhooks_create_deliveries_redelivery").path(run.get(WebhookFixtures.WEBHOOK), NO_DELIVERY)
                .expect(404)
                .readableError();
    }
}
