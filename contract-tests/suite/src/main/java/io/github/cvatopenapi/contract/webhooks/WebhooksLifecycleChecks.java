package io.github.cvatopenapi.contract.webhooks;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures;
import io.github.cvatopenapi.contract.projects.ProjectFixtures;
import io.github.cvatopenapi.spec.Trees;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The life of a webhook of a project and of one of an organization. */
final class WebhooksLifecycleChecks {

    /** What was sent and what an answer shows of it: all but the secret, and the events in an order of their own. */
    private static void shows(Answer answer, Map<String, Object> sent) {
        sent.forEach((name, value) -> {
            if (!name.equals("secret") && !name.equals("events")) {
                answer.has(name, value);
            }
        });
        answer.hasInAnyOrder("events", Trees.list(sent.get("events")));
    }

    @Check(operation = "webhooks_create", rule = Rule.LIFECYCLE_CREATE, caseName = "project")
    void aWebhookOfAProjectIsReadBackAsItWasSentAndListed(Run run) {
        Map<String, Object> sent = WebhookFixtures.body(run, run.get(WebhookFixtures.PROJECT));
        sent.put("events", List.of("update:project", "create:task"));
        sent.put("is_active", false);
        Answer made = run.main().call("webhooks_create").json(sent).expect(201)
                .has("owner.username", run.main().username())
                .has("organization", null);
        shows(made, sent);
        shows(run.main().call("webhooks_retrieve").path(made.id()).expect(200).has("id", made.id()), sent);
        run.main().call("webhooks_list").query("target_url", sent.get("target_url")).expect(200).has("count", 1)
                .has("results.0.id", made.id());
    }

    @Check(operation = "webhooks_create", rule = Rule.LIFECYCLE_CREATE, caseName = "organization")
    void aWebhookOfAnOrganizationGetsTheDefaults(Run run) {
        OrganizationFixtures.Organization organization = OrganizationFixtures.make(run.main(), run);
        Map<String, Object> sent = WebhookFixtures.ofOrganization(run);
        Answer made = run.main().call("webhooks_create").inOrganization(organization.slug()).json(sent).expect(201)
                .has("organization", organization.id()).has("project_id", null).has("content_type", "application/json")
                .has("description", "").has("enable_ssl", true).has("is_active", true);
        shows(made, sent);
        shows(run.main().call("webhooks_retrieve").path(made.id()).inOrganization(organization.slug())
                .expect(200), sent);
    }

    @Check(operation = "webhooks_create", rule = Rule.AUTH_SECRETS)
    void theSecretOfAWebhookIsNeverTold(Run run) {
        String secret = "quiet " + run.names().slug();
        Map<String, Object> sent = WebhookFixtures.body(run, run.get(WebhookFixtures.PROJECT));
        sent.put("secret", secret);
        Answer made = run.main().call("webhooks_create").json(sent).expect(201);
        for (Answer answer : List.of(made, run.main().call("webhooks_retrieve").path(made.id()).expect(200))) {
            if (answer.object().containsKey("secret") || answer.text().contains(secret)) {
                throw answer.fail("the secret is told");
            }
        }
    }

    @Check(operation = "webhooks_retrieve", rule = Rule.LIFECYCLE_READ)
    void aWebhookSaysWhatItIs(Run run) {
        long webhook = run.get(WebhookFixtures.WEBHOOK);
        run.main().call("webhooks_retrieve").path(webhook).expect(200).has("id", webhook).has("type").has("target_url")
                .has("url");
    }

    @Check(operation = "webhooks_partial_update", rule = Rule.LIFECYCLE_CHANGE)
    void aChangedDescriptionIsReadBackAndNothingElseChanges(Run run) {
        Map<String, Object> sent = WebhookFixtures.body(run, run.get(WebhookFixtures.PROJECT));
        Answer before = run.main().call("webhooks_create").json(sent).expect(201);
        sent.put("description", run.name("changed webhook"));
        shows(run.main().call("webhooks_partial_update").path(before.id())
                .json(Map.of("description", sent.get("description"), "target_url", sent.get("target_url")))
                .expect(200), sent);
        Answer after = run.main().call("webhooks_retrieve").path(before.id()).expect(200)
                .has("created_date", before.at("created_date"))
                .has("owner.id", before.at("owner.id")).updatedSince(before);
        shows(after, sent);
    }

    @Check(operation = "webhooks_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "many at once")
    void manyChangesOfAWebhookAreReadBack(Run run) {
        Map<String, Object> sent = WebhookFixtures.body(run, run.get(WebhookFixtures.PROJECT));
        long webhook = run.main().call("webhooks_create").json(sent).expect(201).id();
        Map<String, Object> change = Map.of("events", List.of("create:task", "delete:task"), "is_active", false,
                "enable_ssl", true, "target_url", WebhookFixtures.target(run));
        sent.putAll(change);
        shows(run.main().call("webhooks_partial_update").path(webhook).json(change).expect(200), sent);
        shows(run.main().call("webhooks_retrieve").path(webhook).expect(200), sent);
    }

    @Check(operation = "webhooks_update", rule = Rule.LIFECYCLE_CHANGE)
    void aReplacedWebhookIsReadBack(Run run) {
        Map<String, Object> sent = WebhookFixtures.body(run, run.get(WebhookFixtures.PROJECT));
        Answer before = run.main().call("webhooks_create").json(sent).expect(201);
        sent.put("description", run.name("replaced webhook"));
        sent.put("events", List.of("create:task", "delete:task"));
        sent.put("is_active", false);
        sent.put("enable_ssl", true);
        sent.put("target_url", WebhookFixtures.target(run));
        shows(run.main().call("webhooks_update").path(before.id()).json(sent).expect(200), sent);
        shows(run.main().call("webhooks_retrieve").path(before.id()).expect(200).updatedSince(before), sent);
    }

    @Check(operation = "webhooks_list", rule = Rule.FILTER_SEARCH)
    void aSearchFindsTheAddressesWithTheWordAndNothingElse(Run run) {
        String word = run.names().slug() + "-alone";
        Map<String, Object> sent = WebhookFixtures.body(run, run.get(WebhookFixtures.PROJECT));
        sent.put("target_url", sent.get("target_url") + word);
        long webhook = run.main().call("webhooks_create").json(sent).expect(201).id();
        run.main().call("webhooks_list").query("search", word).expect(200).has("count", 1)
                .has("results.0.id", webhook);
        run.main().call("webhooks_list").query("search", "zzz-nothing-" + run.names().slug()).expect(200)
                .has("count", 0);
    }

    @Check(operation = "webhooks_destroy", rule = Rule.LIFECYCLE_REMOVE)
    void aRemovedWebhookIsGoneFromItsList(Run run) {
        Map<String, Object> sent = WebhookFixtures.body(run, run.get(WebhookFixtures.PROJECT));
        long webhook = run.main().call("webhooks_create").json(sent).expect(201).id();
        run.main().call("webhooks_destroy").path(webhook).expect(204);
        run.main().call("webhooks_retrieve").path(webhook).expect(404).readableError();
        run.main().call("webhooks_list").query("target_url", sent.get("target_url")).expect(200).has("count", 0);
    }

    @Check(operation = "projects_destroy", rule = Rule.LIFECYCLE_CASCADE, caseName = "webhook")
    void theWebhooksOfARemovedProjectAreGone(Run run) {
        long project = ProjectFixtures.make(run, run.name("project"));
        long webhook = WebhookFixtures.make(run, project);
        run.main().call("projects_destroy").path(project).expect(204);
        run.main().call("webhooks_retrieve").path(webhook).expect(404).readableError();
    }

    @Check(operation = "organizations_destroy", rule = Rule.LIFECYCLE_CASCADE, caseName = "webhook")
    void theWebhooksOfARemovedOrganizationAreGone(Run run) {
        OrganizationFixtures.Organization organization = OrganizationFixtures.make(run.main(), run);
        long webhook = run.main().call("webhooks_create").inOrganization(organization.slug())
                .json(WebhookFixtures.ofOrganization(run)).expect(201).id();
        run.main().call("organizations_destroy").path(organization.id()).expect(204);
        run.main().call("webhooks_retrieve").path(webhook).expect(404).readableError();
    }

    @Check(operation = "webhooks_destroy", rule = Rule.LIFECYCLE_CASCADE)
    void theDeliveriesOfARemovedWebhookAreGone(Run run) {
        long webhook = WebhookFixtures.make(run, run.get(WebhookFixtures.PROJECT));
        WebhookFixtures.ping(run, webhook);
        run.main().call("webhooks_destroy").path(webhook).expect(204);
        run.main().call("webhooks_list_deliveries").path(webhook).expect(404).readableError();
    }

    @Check(operation = "webhooks_retrieve_events", rule = Rule.LIFECYCLE_READ, caseName = "project")
    void aProjectKnowsNoEventsOfOtherProjects(Run run) {
        events(run, "project", Set.of("update:project", "delete:project", "create:task", "create:issue"),
                Set.of("create:project", "create:membership", "update:organization"));
    }

    @Check(operation = "webhooks_retrieve_events", rule = Rule.LIFECYCLE_READ, caseName = "organization")
    void anOrganizationKnowsEventsOfItsMembersToo(Run run) {
        events(run, "organization", declared(run), Set.of());
    }

    @Check(operation = "webhooks_retrieve_events", rule = Rule.LIFECYCLE_READ, caseName = "all")
    void withoutATypeThereAreAllEvents(Run run) {
        Answer all = events(run, "all", declared(run), Set.of());
        run.main().call("webhooks_retrieve_events").expect(200).has("webhook_type", "all")
                .hasInAnyOrder("events", Trees.list(all.at("events")));
    }

    /** Every event that the document knows. */
    private static Set<String> declared(Run run) {
        Set<String> declared = new TreeSet<>();
        Trees.list(run.contract().schema("EventsEnum").get("enum"))
                .forEach(event -> declared.add(String.valueOf(event)));
        return declared;
    }

    private static Answer events(Run run, String type, Set<String> there, Set<String> notThere) {
        Answer answer = run.main().call("webhooks_retrieve_events").query("type", type).expect(200)
                .has("webhook_type", type);
        List<Object> events = Trees.list(answer.at("events")).stream()
                .map(event -> event instanceof Map<?, ?> grouped ? grouped.get("key") : event).toList();
        if (!events.containsAll(there) || notThere.stream().anyMatch(events::contains)) {
            throw answer.fail("events is " + answer.at("events") + ", expected all of " + new TreeSet<>(there)
                    + " and none of " + new TreeSet<>(notThere));
        }
        return answer;
    }
}
