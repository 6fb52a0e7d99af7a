package io.github.cvatopenapi.contract.organizations;

import io.github.cvatopenapi.contract.harness.generic.CheckPlan;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures.Staffed;
import java.util.Map;

/** What a member may do with an organization, role by role; what its owner may do is its life. */
final class OrganizationsRolesChecks {

    private OrganizationsRolesChecks() {
    }

    static void add(CheckPlan plan, Run run) {
        for (String role : OrganizationFixtures.ROLES) {
            boolean changes = role.equals("maintainer");
            plan.add("organizations_retrieve", Rule.ORG_ROLES, role, "a " + role + " reads the organization",
                    () -> reads(run, role));
            plan.add("organizations_partial_update", Rule.ORG_ROLES, role,
                    "a " + role + (changes ? " changes" : " does not change") + " the organization",
                    () -> changes(run, role, changes));
            plan.add("organizations_destroy", Rule.ORG_ROLES, role, "a " + role + " does not remove the organization",
                    () -> call(run, role, "organizations_destroy").expect(403).readableError());
        }
    }

    private static Call call(Run run, String role, String operation) {
        Staffed staffed = run.get(OrganizationFixtures.STAFFED);
        return staffed.of(role).caller().call(operation).path(staffed.organization().id());
    }

    private static void reads(Run run, String role) {
        Staffed staffed = run.get(OrganizationFixtures.STAFFED);
        String slug = staffed.organization().slug();
        call(run, role, "organizations_retrieve").expect(200).has("slug", slug);
        staffed.of(role).caller().call("organizations_list").query("slug", slug).expect(200).has("count", 1);
    }

    private static void changes(Run run, String role, boolean allowed) {
        String description = "changed by a " + role;
        Call change = call(run, role, "organizations_partial_update").json(Map.of("description", description));
        if (allowed) {
            change.expect(200).has("description", description);
        } else {
            change.expect(403).readableError();
        }
    }
}
