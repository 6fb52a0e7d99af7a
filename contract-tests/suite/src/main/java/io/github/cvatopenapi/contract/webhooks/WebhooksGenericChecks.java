package io.github.cvatopenapi.contract.webhooks;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.List;
import java.util.Map;

/** What the document brings for the operations of the tag {@code webhooks}. */
final class WebhooksGenericChecks extends GenericChecks {

    WebhooksGenericChecks() {
        super("webhooks");
    }

    @Override
    protected void samples(Samples samples) {
        list(samples.of("webhooks_list"));
        samples.of("webhooks_create").json(run -> WebhookFixtures.body(run, run.get(WebhookFixtures.PROJECT))).bounds();
        samples.of("webhooks_retrieve").path(WebhookFixtures.WEBHOOK);
        samples.of("webhooks_partial_update").path(WebhookFixtures.TO_CHANGE)
                .json(run -> Map.of("description", run.name("webhook"))).bounds();
        samples.of("webhooks_update").path(WebhookFixtures.TO_REPLACE)
                .json(run -> WebhookFixtures.body(run, run.get(WebhookFixtures.PROJECT))).bounds();
        samples.of("webhooks_create_ping").path(WebhookFixtures.WEBHOOK);
        samples.of("webhooks_list_deliveries").path(WebhooksGenericChecks::delivered).items(WebhookFixtures.DELIVERIES);
        samples.of("webhooks_retrieve_deliveries").path(WebhooksGenericChecks::delivered)
                .path(WebhooksGenericChecks::delivery);
        samples.of("webhooks_create_deliveries_redelivery").path(WebhooksGenericChecks::delivered)
                .path(WebhooksGenericChecks::delivery);
    }

    private static void list(Sample list) {
        list.items(WebhookFixtures.SEVERAL).inOrganization(WebhookFixtures.IN_ORGANIZATION)
                .differs("target_url").differs("description").differs("updated_date")
                .alike("owner").alike("type").alike("project_id");
    }

    private static List<?> items(Run run) {
        return run.get(WebhookFixtures.SEVERAL).ids();
    }

    private static long delivered(Run run) {
        return run.get(WebhookFixtures.DELIVERED).webhook();
    }

    private static long delivery(Run run) {
        return run.get(WebhookFixtures.DELIVERED).deliveries().get(0);
    }
}
