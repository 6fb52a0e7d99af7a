package io.github.cvatopenapi.contract.users;

import static io.github.cvatopenapi.contract.organizations.OrganizationFixtures.STAFFED;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures.Staffed;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who is listed in an organization, and to whom. */
final class UsersOrganizationChecks {

    private static void members(Run run, Call call) {
        Staffed staffed = run.get(STAFFED);
        Set<String> expected = OrganizationFixtures.ROLES.stream().map(role -> staffed.of(role).caller().username())
                .collect(Collectors.toCollection(TreeSet::new));
        expected.add(run.main().username());
        Answer page = call.query("page_size", "all").expect(200);
        Set<String> there = page.results().stream().map(each -> String.valueOf(each.get("username")))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!there.equals(expected)) {
            throw page.fail("the results are " + there + ", expected " + expected);
        }
    }

    @Check(operation = "users_list", rule = Rule.ORG_CONTEXT, caseName = "X-Organization")
    void theMembersOfAnOrganizationAreListedByItsHeader(Run run) {
        members(run, run.main().call("users_list").inOrganization(run.get(STAFFED).organization().slug()));
    }

    @Check(operation = "users_list", rule = Rule.ORG_CONTEXT, caseName = "org")
    void theMembersOfAnOrganizationAreListedByItsSlug(Run run) {
        members(run, run.main().call("users_list").query("org", run.get(STAFFED).organization().slug()));
    }

    @Check(operation = "users_list", rule = Rule.ORG_CONTEXT, caseName = "org_id")
    void theMembersOfAnOrganizationAreListedByItsId(Run run) {
        members(run, run.main().call("users_list").query("org_id", run.get(STAFFED).organization().id()));
    }

    @Check(operation = "users_list", rule = Rule.ORG_FOREIGN)
    void whoIsNoMemberDoesNotSeeTheMembersOfAnOrganization(Run run) {
        run.second().call("users_list").inOrganization(run.get(OrganizationFixtures.ORGANIZATION).slug()).expect(403)
                .readableError();
    }
}
