package io.github.cvatopenapi.contract.webhooks;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures;
import io.github.cvatopenapi.contract.projects.ProjectFixtures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Webhooks that checks share. They all send to an address of the server's own on which nothing listens. */
final class WebhookFixtures {

    /** Whatever is sent there reaches nobody. */
    private static final String NOWHERE = "http://127.0.0.1:9/";

    /**
     * A webhook to which something was delivered.
     *
     * @param webhook    its id
     * @param deliveries the ids of the deliveries
     */
    record Delivered(long webhook, List<Long> deliveries) {
    }

    /** A project whose webhooks nothing sets off. */
    static final Fixture<Long> PROJECT = Fixture.of("a project with webhooks", run ->
            ProjectFixtures.make(run, run.name("project")));

    /** A webhook of that project. */
    static final Fixture<Long> WEBHOOK = Fixture.of("a webhook", run -> make(run, run.get(PROJECT)))
            .orExisting(Fixture.firstOf("webhooks_list"));

    /** A webhook that the checks of bounds change as they like. */
    static final Fixture<Long> TO_CHANGE = Fixture.of("a webhook to change", run -> make(run, run.get(PROJECT)));

    /** A webhook that the checks of bounds replace as they like. */
    static final Fixture<Long> TO_REPLACE = Fixture.of("a webhook to replace", run -> make(run, run.get(PROJECT)));

    /** A webhook that was pinged three times and to which nothing else was delivered. */
    static final Fixture<Delivered> DELIVERED = Fixture.of("a webhook with deliveries", run -> {
        long webhook = make(run, run.get(PROJECT));
        return new Delivered(webhook, Stream.of(1, 2, 3).map(number -> ping(run, webhook).id()).toList());
    });

    /** The same as what the list of its deliveries shows. */
    static final Fixture<Sample.Items> DELIVERIES = Fixture.of("several deliveries",
            run -> new Sample.Items(run.get(DELIVERED).deliveries(), Map.of()));

    /** Four webhooks of one project, found by a word that no other webhook has. */
    static final Fixture<Sample.Items> SEVERAL = Fixture.of("several webhooks", run -> {
        String word = run.names().slug() + "-several";
        long project = ProjectFixtures.make(run, run.name("project"));
        List<Long> ids = Stream.of("a", "b", "c", "d").map(suffix -> {
            Map<String, Object> body = body(run, project);
            body.put("target_url", NOWHERE + word + "/" + suffix);
            return run.main().call("webhooks_create").json(body).expect(201).id();
        }).toList();
        return new Sample.Items(ids, Map.of("search", word));
    });

    /** Two webhooks of an organization of their own, and one of a project beside it. */
    static final Fixture<Sample.InOrganization> IN_ORGANIZATION = Fixture.of("webhooks of an organization", run -> {
        OrganizationFixtures.Organization organization = OrganizationFixtures.make(run.main(), run);
        List<Long> inside = Stream.of(1, 2).map(number -> run.main().call("webhooks_create")
                .inOrganization(organization.slug())
                .json(ofOrganization(run)).expect(201).id()).toList();
        return new Sample.InOrganization(organization.slug(), organization.id(), inside, run.get(WEBHOOK));
    });

    private WebhookFixtures() {
    }

    /** A right webhook of a project. */
    static Map<String, Object> body(Run run, long project) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("target_url", target(run), "type", "project",
                "events", List.of("update:project"), "project_id", project, "content_type", "application/json",
                "enable_ssl", false, "is_active", true, "description", run.name("webhook")));
        body.put("secret", "signed");
        return body;
    }

    /** A right webhook of an organization, with as little as can be said. */
    static Map<String, Object> ofOrganization(Run run) {
        return Map.of("target_url", target(run), "type", "organization", "events", List.of("create:project"));
    }

    /** An address that no other webhook has. */
    static String target(Run run) {
        return NOWHERE + run.names().slug() + "/";
    }

    static long make(Run run, long project) {
        return run.main().call("webhooks_create").json(body(run, project)).expect(201).id();
    }

    static Answer ping(Run run, long webhook) {
        return run.main().call("webhooks_create_ping").path(webhook).expect(200);
    }
}
