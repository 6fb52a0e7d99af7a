package io.github.cvatopenapi.contract.organizations;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures.Organization;
import java.util.Map;

/** The life of an organization. */
final class OrganizationsLifecycleChecks {

    @Check(operation = "organizations_create", rule = Rule.LIFECYCLE_CREATE)
    void anOrganizationIsReadBackAsItWasSentAndListed(Run run) {
        Map<String, Object> sent = Map.of("slug", run.names()
                .slug(), "name", run.name("organization"), "description", "made to be read",
                "contact", Map.of("email", "contact@contract.example"));
        long id = run.main().call("organizations_create").json(sent).expect(201).hasAll(sent).id();
        run.main().call("organizations_retrieve").path(id).expect(200).hasAll(sent).has("owner.id", run.main().id());
        run.main().call("organizations_list").query("slug", sent.get("slug")).expect(200).has("count", 1)
                .has("results.0.id", id);
    }

    @Check(operation = "organizations_create", rule = Rule.LIFECYCLE_CREATE, caseName = "defaults")
    void anOrganizationWithoutANameIsCalledByItsSlug(Run run) {
        String slug = run.names().slug();
        run.main().call("organizations_create").json(Map.of("slug", slug)).expect(201).has("slug", slug)
                .has("name", slug)
                .has("description", "");
    }

    @Check(operation = "organizations_create", rule = Rule.LIFECYCLE_CASCADE)
    void whoMakesAnOrganizationIsItsOwner(Run run) {
        Organization organization = OrganizationFixtures.make(run.main(), run);
        run.main().call("memberships_list").inOrganization(organization.slug()).expect(200).has("count", 1)
                .has("results.0.role", "owner").has("results.0.user.id", run.main().id())
                .has("results.0.is_active", true)
                .has("results.0.organization", organization.id());
    }

    @Check(operation = "organizations_partial_update", rule = Rule.LIFECYCLE_CHANGE)
    void aChangedNameIsReadBackAndNothingElseChanges(Run run) {
        Organization organization = OrganizationFixtures.make(run.main(), run);
        Answer before = run.main().call("organizations_retrieve").path(organization.id()).expect(200);
        String name = run.name("renamed organization");
        Map<String, Object> contact = Map.of("email", "contact@contract.example");
        run.main().call("organizations_partial_update").path(organization.id())
                .json(Map.of("name", name, "contact", contact)).expect(200).has("name", name).has("contact", contact);
        run.main().call("organizations_retrieve").path(organization.id()).expect(200).has("name", name)
                .has("contact", contact)
                .has("slug", organization.slug()).has("description", before.at("description"))
                .has("owner.id", before.at("owner.id")).has("created_date", before.at("created_date"))
                .updatedSince(before);
    }

    @Check(operation = "organizations_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "many at once")
    void theSlugTheDescriptionAndTheContactAreReadBack(Run run) {
        long id = OrganizationFixtures.make(run.main(), run).id();
        Map<String, Object> change = Map.of("slug", run.names().slug(), "description", "changed",
                "contact", Map.of("email", "contract@example.com"));
        run.main().call("organizations_partial_update").path(id).json(change).expect(200).hasAll(change);
        run.main().call("organizations_retrieve").path(id).expect(200).hasAll(change);
    }

    @Check(operation = "organizations_destroy", rule = Rule.LIFECYCLE_REMOVE)
    void aRemovedOrganizationIsGoneFromItsList(Run run) {
        Organization organization = OrganizationFixtures.make(run.main(), run);
        run.main().call("organizations_destroy").path(organization.id()).expect(204);
        run.main().call("organizations_retrieve").path(organization.id()).expect(404).readableError();
        run.main().call("organizations_list").query("slug", organization.slug()).expect(200).has("count", 0);
    }

    @Check(operation = "organizations_destroy", rule = Rule.LIFECYCLE_CASCADE)
    void theMembershipsOfARemovedOrganizationAreGone(Run run) {
        Organization organization = OrganizationFixtures.make(run.main(), run);
        Object membership = OrganizationFixtures.membership(organization, run.main()).get("id");
        run.main().call("organizations_destroy").path(organization.id()).expect(204);
        run.main().call("memberships_retrieve").path(membership).expect(404).readableError();
    }

    @Check(operation = "organizations_destroy", rule = Rule.ORG_UNKNOWN)
    void nothingCanBeAskedOfARemovedOrganization(Run run) {
        Organization organization = OrganizationFixtures.make(run.main(), run);
        run.main().call("projects_list").query("org", organization.slug()).expect(200).has("count", 0);
        run.main().call("organizations_destroy").path(organization.id()).expect(204);
        run.main().call("projects_list").query("org", organization.slug()).expect(404).readableError();
    }

    @Check(operation = "organizations_create", rule = Rule.ERROR_INPUT, caseName = "slug taken")
    void aSlugThatIsTakenGets400(Run run) {
        run.main().call("organizations_create").json(Map.of("slug", run.get(OrganizationFixtures.ORGANIZATION).slug()))
                .expect(400)
                .readableError();
    }

    @Check(operation = "organizations_partial_update", rule = Rule.ERROR_INPUT, caseName = "slug taken")
    void aChangeToASlugThatIsTakenGets400(Run run) {
        run.main().call("organizations_partial_update").path(run.get(OrganizationFixtures.TO_CHANGE).id())
                .json(Map.of("slug", run.get(OrganizationFixtures.ORGANIZATION).slug())).expect(400).readableError();
    }

    @Check(operation = "organizations_create", rule = Rule.ERROR_INPUT, caseName = "bad slug")
    void whatIsNoSlugGets400(Run run) {
        run.main().call("organizations_create").json(Map.of("slug", "bad slug!")).expect(400).readableError();
    }

    @Check(operation = "organizations_create", rule = Rule.ERROR_INPUT, caseName = "long slug")
    void aSlugOfMoreThanSixteenCharactersGets400(Run run) {
        run.main().call("organizations_create")
                .json(Map.of("slug", (run.names().slug() + "x".repeat(17)).substring(0, 17))).expect(400)
                .readableError();
    }

    @Check(operation = "organizations_retrieve", rule = Rule.AUTH_FOREIGN)
    void whoIsNoMemberDoesNotFindAnOrganization(Run run) {
        run.second().call("organizations_retrieve").path(run.get(OrganizationFixtures.ORGANIZATION).id())
                .expect(OrganizationFixtures.foreign(run)).readableError();
    }

    @Check(operation = "organizations_partial_update", rule = Rule.AUTH_FOREIGN)
    void whoIsNoMemberDoesNotChangeAnOrganization(Run run) {
        Organization organization = run.get(OrganizationFixtures.TO_CHANGE);
        run.second().call("organizations_partial_update").path(organization.id()).json(Map.of("name", "hacked"))
                .expect(OrganizationFixtures.foreign(run)).readableError();
    }

    @Check(operation = "organizations_destroy", rule = Rule.AUTH_FOREIGN)
    void whoIsNoMemberDoesNotRemoveAnOrganization(Run run) {
        Organization organization = run.get(OrganizationFixtures.TO_CHANGE);
        run.second().call("organizations_destroy").path(organization.id()).expect(OrganizationFixtures.foreign(run))
                .readableError();
        run.main().call("organizations_retrieve").path(organization.id()).expect(200);
    }

    @Check(operation = "organizations_list", rule = Rule.ORG_ISOLATION)
    void whoIsNoMemberDoesNotSeeAnOrganizationListed(Run run) {
        Organization organization = run.get(OrganizationFixtures.ORGANIZATION);
        run.second().call("organizations_list").query("slug", organization.slug()).expect(200).has("count", 0);
        run.main().call("organizations_list").query("slug", organization.slug()).expect(200).has("count", 1);
    }

    /** The document has no such parameter here, and the server looks at it all the same. */
    @Check(operation = "organizations_list", rule = Rule.ERROR_QUERY_BOUNDS, caseName = "org_id: abc")
    void anOrganizationThatIsNoNumberIsRefused(Run run) {
        run.main().call("organizations_list").query("org_id", "abc").send().readableError();
    }

    @Check(operation = "organizations_list", rule = Rule.ORG_UNKNOWN, caseName = "X-Organization")
    void nothingIsListedInAnUnknownOrganization(Run run) {
        run.main().call("organizations_list").inOrganization(run.names().slug()).expect(404).readableError();
    }

    @Check(operation = "organizations_retrieve", rule = Rule.ORG_ROLES, caseName = "administrator")
    void anAdministratorReadsEveryOrganization(Run run) {
        Organization organization = run.get(OrganizationFixtures.ORGANIZATION);
        Caller administrator = run.administrator();
        administrator.call("organizations_retrieve").path(organization.id()).expect(200)
                .has("slug", organization.slug());
        administrator.call("organizations_list").query("slug", organization.slug()).expect(200).has("count", 1);
    }
}
