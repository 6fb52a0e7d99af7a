package io.github.cvatopenapi.contract.organizations;

import io.github.cvatopenapi.contract.harness.Check;
import io.github.cvatopenapi.contract.harness.Rule;
import io.github.cvatopenapi.contract.harness.Run;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures.Staffed;
import java.util.Map;

/** What a member may do with an organization, role by role; what its owner may do is its life. */
final class OrganizationsRolesChecks {

    private static void reads(Run run, String role) {
        Staffed staffed = run.get(OrganizationFixtures.STAFFED);
        staffed.of(role).caller().call("organizations_retrieve").path(staffed.organization().id()).expect(200)
                .has("slug", staffed.organization().slug());
        staffed.of(role).caller().call("organizations_list").query("slug", staffed.organization().slug()).expect(200)
                .has("count", 1);
    }

    @Check(operation = "organizations_retrieve", rule = Rule.ORG_ROLES, caseName = "worker")
    void aWorkerReadsTheOrganization(Run run) {
        reads(run, "worker");
    }

    @Check(operation = "organizations_retrieve", rule = Rule.ORG_ROLES, caseName = "supervisor")
    void aSupervisorReadsTheOrganization(Run run) {
        reads(run, "supervisor");
    }

    @Check(operation = "organizations_retrieve", rule = Rule.ORG_ROLES, caseName = "maintainer")
    void aMaintainerReadsTheOrganization(Run run) {
        reads(run, "maintainer");
    }

    private static void doesNotChange(Run run, String role) {
        Staffed staffed = run.get(OrganizationFixtures.STAFFED);
        staffed.of(role).caller().call("organizations_partial_update").path(staffed.organization().id())
                .json(Map.of("description", "changed by a " + role)).expect(403).readableError();
    }

    @Check(operation = "organizations_partial_update", rule = Rule.ORG_ROLES, caseName = "worker")
    void aWorkerDoesNotChangeTheOrganization(Run run) {
        doesNotChange(run, "worker");
    }

    @Check(operation = "organizations_partial_update", rule = Rule.ORG_ROLES, caseName = "supervisor")
    void aSupervisorDoesNotChangeTheOrganization(Run run) {
        doesNotChange(run, "supervisor");
    }

    @Check(operation = "organizations_partial_update", rule = Rule.ORG_ROLES, caseName = "maintainer")
    void aMaintainerChangesTheOrganization(Run run) {
        Staffed staffed = run.get(OrganizationFixtures.STAFFED);
        staffed.of("maintainer").caller().call("organizations_partial_update").path(staffed.organization().id())
                .json(Map.of("description", "changed by a maintainer")).expect(200)
                .has("description", "changed by a maintainer");
    }

    private static void doesNotRemove(Run run, String role) {
        Staffed staffed = run.get(OrganizationFixtures.STAFFED);
        staffed.of(role).caller().call("organizations_destroy").path(staffed.organization().id()).expect(403)
                .readableError();
    }

    @Check(operation = "organizations_destroy", rule = Rule.ORG_ROLES, caseName = "worker")
    void aWorkerDoesNotRemoveTheOrganization(Run run) {
        doesNotRemove(run, "worker");
    }

    @Check(operation = "organizations_destroy", rule = Rule.ORG_ROLES, caseName = "supervisor")
    void aSupervisorDoesNotRemoveTheOrganization(Run run) {
        doesNotRemove(run, "supervisor");
    }

    @Check(operation = "organizations_destroy", rule = Rule.ORG_ROLES, caseName = "maintainer")
    void aMaintainerDoesNotRemoveTheOrganization(Run run) {
        doesNotRemove(run, "maintainer");
    }
}
