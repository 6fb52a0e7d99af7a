package io.github.cvatopenapi.contract.webhooks;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code webhooks}. */
final class WebhooksGenericChecks extends GenericChecks {

    WebhooksGenericChecks() {
        super("webhooks");
    }

    @Override
    protected void samples(Samples samples) {
        // what can be called without a sample is checked already
    }
}
