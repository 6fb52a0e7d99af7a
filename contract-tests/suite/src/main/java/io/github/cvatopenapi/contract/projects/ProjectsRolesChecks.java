package io.github.cvatopenapi.contract.projects;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures.Staffed;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures;
import java.util.Map;

/** What the members of an organization may do with its projects, role by role. */
final class ProjectsRolesChecks {

    /** A project that the owner of the organization made in it. */
    private static final Fixture<Long> PROJECT = Fixture.of("a project in an organization with members", run ->
            make(run, "owner", run.get(OrganizationFixtures.STAFFED)).expect(201).id());

    private static Call make(Run run, String role, Staffed staffed) {
        return (role.equals("owner") ? run.main() : staffed.of(role).caller()).call("projects_create")
                .inOrganization(staffed.organization().slug()).json(Map.of("name", run.name("project")));
    }

    private static Call read(Run run, String role) {
        return run.get(OrganizationFixtures.STAFFED).of(role).caller().call("projects_retrieve").path(run.get(PROJECT));
    }

    @Check(operation = "projects_create", rule = Rule.ORG_ROLES, caseName = "worker")
    void aWorkerMakesNoProjects(Run run) {
        make(run, "worker", run.get(OrganizationFixtures.STAFFED)).expect(403).readableError();
    }

    @Check(operation = "projects_create", rule = Rule.ORG_ROLES, caseName = "supervisor")
    void aSupervisorMakesProjects(Run run) {
        Staffed staffed = run.get(OrganizationFixtures.STAFFED);
        make(run, "supervisor", staffed).expect(201).has("organization_id", staffed.organization().id())
                .has("owner.id", staffed.of("supervisor").caller().id());
    }

    @Check(operation = "projects_create", rule = Rule.ORG_ROLES, caseName = "maintainer")
    void aMaintainerMakesProjects(Run run) {
        Staffed staffed = run.get(OrganizationFixtures.STAFFED);
        make(run, "maintainer", staffed).expect(201).has("organization_id", staffed.organization().id());
    }

    @Check(operation = "projects_retrieve", rule = Rule.ORG_ROLES, caseName = "worker")
    void aWorkerDoesNotReadTheProjectsOfOthers(Run run) {
        read(run, "worker").expect(403).readableError();
    }

    @Check(operation = "projects_retrieve", rule = Rule.ORG_ROLES, caseName = "supervisor")
    void aSupervisorDoesNotReadTheProjectsOfOthers(Run run) {
        read(run, "supervisor").expect(403).readableError();
    }

    @Check(operation = "projects_retrieve", rule = Rule.ORG_ROLES, caseName = "maintainer")
    void aMaintainerReadsTheProjectsOfOthers(Run run) {
        read(run, "maintainer").expect(200).has("id", run.get(PROJECT));
    }

    @Check(operation = "projects_list", rule = Rule.ORG_ROLES, caseName = "worker")
    void aWorkerDoesNotSeeTheProjectsOfOthersListed(Run run) {
        run.get(PROJECT);
        Staffed staffed = run.get(OrganizationFixtures.STAFFED);
        staffed.of("worker").caller().call("projects_list").query("org", staffed.organization().slug()).expect(200)
                .has("count", 0);
    }
}
