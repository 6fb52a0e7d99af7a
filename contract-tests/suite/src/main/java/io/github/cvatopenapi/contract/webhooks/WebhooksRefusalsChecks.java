package io.github.cvatopenapi.contract.webhooks;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures.Staffed;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures;
import java.util.List;
import java.util.Map;

/** Webhooks that make no sense, and whoever may not have one. */
final class WebhooksRefusalsChecks {

    private static Answer create(Run run, String name, Object value) {
        Map<String, Object> body = WebhookFixtures.body(run, run.get(WebhookFixtures.PROJECT));
        body.put(name, value);
        return run.main().call("webhooks_create").json(body).send();
    }

    @Check(operation = "webhooks_create", rule = Rule.ERROR_INPUT, caseName = "unknown event")
    void aWebhookForAnUnknownEventGets400(Run run) {
        create(run, "events", List.of("no-such:event")).status(400).readableError().has("events");
    }

    @Check(operation = "webhooks_create", rule = Rule.ERROR_INPUT, caseName = "no address")
    void aWebhookToWhatIsNoAddressGets400(Run run) {
        create(run, "target_url", "not an address").status(400).readableError().has("target_url");
    }

    @Check(operation = "webhooks_create", rule = Rule.ERROR_INPUT, caseName = "unknown type")
    void aWebhookOfAnUnknownTypeIsForbidden(Run run) {
        run.ordinary(); // to an administrator nothing is forbidden
        create(run, "type", "no-such-type").status(403).readableError();
    }

    @Check(operation = "webhooks_create", rule = Rule.ERROR_INPUT, caseName = "missing project")
    void aWebhookOfAProjectThatDoesNotExistGets400(Run run) {
        create(run, "project_id", 2_000_000_001).status(400).readableError();
    }

    @Check(operation = "webhooks_create", rule = Rule.ERROR_INPUT, caseName = "nothing")
    void aWebhookOfNothingIsForbidden(Run run) {
        run.ordinary().call("webhooks_create").json(Map.of()).expect(403).readableError();
    }

    @Check(operation = "webhooks_partial_update", rule = Rule.ERROR_INPUT, caseName = "no address")
    void aWebhookIsNotTurnedToWhatIsNoAddress(Run run) {
        run.main().call("webhooks_partial_update").path(run.get(WebhookFixtures.WEBHOOK))
                .json(Map.of("target_url", "bad"))
                .expect(400).readableError().has("target_url");
    }

    @Check(operation = "webhooks_update", rule = Rule.ERROR_INPUT, caseName = "nothing")
    void aWebhookIsNotReplacedByNothing(Run run) {
        run.main().call("webhooks_update").path(run.get(WebhookFixtures.WEBHOOK)).json(Map.of()).expect(400)
                .readableError()
                .has("events").has("target_url");
    }

    @Check(operation = "webhooks_retrieve_events", rule = Rule.ERROR_INPUT, caseName = "unknown type")
    void theEventsOfAnUnknownTypeGet400(Run run) {
        run.main().call("webhooks_retrieve_events").query("type", "no-such-type").expect(400).readableError();
    }

    @Check(operation = "webhooks_create", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotListenToAProject(Run run) {
        run.second().call("webhooks_create").json(WebhookFixtures.body(run, run.get(WebhookFixtures.PROJECT)))
                .expect(403).readableError();
    }

    @Check(operation = "webhooks_retrieve", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotReadAWebhook(Run run) {
        run.second().call("webhooks_retrieve").path(run.get(WebhookFixtures.WEBHOOK)).expect(403).readableError();
    }

    @Check(operation = "webhooks_partial_update", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotChangeAWebhook(Run run) {
        run.second().call("webhooks_partial_update").path(run.get(WebhookFixtures.WEBHOOK)).json(Map.of()).expect(403)
                .readableError();
    }

    @Check(operation = "webhooks_update", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotReplaceAWebhook(Run run) {
        run.second().call("webhooks_update").path(run.get(WebhookFixtures.WEBHOOK))
                .json(WebhookFixtures.body(run, run.get(WebhookFixtures.PROJECT))).expect(403).readableError();
    }

    @Check(operation = "webhooks_destroy", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotRemoveAWebhook(Run run) {
        long webhook = run.get(WebhookFixtures.WEBHOOK);
        run.second().call("webhooks_destroy").path(webhook).expect(403).readableError();
        run.main().call("webhooks_retrieve").path(webhook).expect(200);
    }

    @Check(operation = "webhooks_create", rule = Rule.ORG_ROLES, caseName = "worker")
    void aWorkerDoesNotListenToAnOrganization(Run run) {
        asMember(run, "worker").status(403).readableError();
    }

    @Check(operation = "webhooks_create", rule = Rule.ORG_ROLES, caseName = "supervisor")
    void aSupervisorDoesNotListenToAnOrganization(Run run) {
        asMember(run, "supervisor").status(403).readableError();
    }

    @Check(operation = "webhooks_create", rule = Rule.ORG_ROLES, caseName = "maintainer")
    void aMaintainerListensToAnOrganization(Run run) {
        asMember(run, "maintainer").status(201).has("organization", run.get(OrganizationFixtures.STAFFED)
                .organization().id());
    }

    private static Answer asMember(Run run, String role) {
        Staffed staffed = run.get(OrganizationFixtures.STAFFED);
        return staffed.of(role).caller().call("webhooks_create").inOrganization(staffed.organization().slug())
                .json(WebhookFixtures.ofOrganization(run)).send();
    }
}
