package io.github.cvatopenapi.contract.memberships;

import static io.github.cvatopenapi.contract.organizations.OrganizationFixtures.STAFFED;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures.Member;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures.Staffed;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures;
import java.util.Map;

/** The life of a membership. Each check changes members of an organization of its own. */
final class MembershipsChecks {

    @Check(operation = "memberships_partial_update", rule = Rule.LIFECYCLE_CHANGE)
    void aChangedRoleIsReadBackAndNothingElseChanges(Run run) {
        Staffed staffed = OrganizationFixtures.staffed(run);
        long id = staffed.of("worker").membership();
        Answer before = run.main().call("memberships_retrieve").path(id).expect(200).has("role", "worker")
                .has("is_active", true);
        run.main().call("memberships_partial_update").path(id).json(Map.of("role", "supervisor")).expect(200)
                .has("role", "supervisor");
        run.main().call("memberships_retrieve").path(id).expect(200).has("role", "supervisor").has("is_active", true)
                .has("user.id", before.at("user.id")).has("joined_date", before.at("joined_date"));
    }

    @Check(operation = "memberships_destroy", rule = Rule.LIFECYCLE_REMOVE)
    void whoWasRemovedKnowsNothingOfTheOrganization(Run run) {
        Staffed staffed = OrganizationFixtures.staffed(run);
        Member member = staffed.of("worker");
        member.caller().call("organizations_retrieve").path(staffed.organization().id()).expect(200);
        run.main().call("memberships_destroy").path(member.membership()).expect(204);
        run.main().call("memberships_retrieve").path(member.membership()).expect(404).readableError();
        run.main().call("memberships_list").inOrganization(staffed.organization().slug()).expect(200).has("count", 3);
        member.caller().call("organizations_retrieve").path(staffed.organization().id())
                .expect(OrganizationFixtures.foreign(run)).readableError();
    }

    @Check(operation = "memberships_destroy", rule = Rule.ORG_ROLES, caseName = "a member leaves")
    void aMemberLeaves(Run run) {
        Staffed staffed = OrganizationFixtures.staffed(run);
        Member member = staffed.of("supervisor");
        member.caller().call("memberships_destroy").path(member.membership()).expect(204);
        member.caller().call("organizations_retrieve").path(staffed.organization().id())
                .expect(OrganizationFixtures.foreign(run)).readableError();
    }

    @Check(operation = "memberships_partial_update", rule = Rule.ORG_ROLES, caseName = "maintainer changes worker")
    void aMaintainerChangesTheRoleOfAWorker(Run run) {
        Staffed staffed = OrganizationFixtures.staffed(run);
        staffed.of("maintainer").caller().call("memberships_partial_update").path(staffed.of("worker").membership())
                .json(Map.of("role", "supervisor")).expect(200).has("role", "supervisor");
        staffed.of("maintainer").caller().call("memberships_destroy").path(staffed.of("worker").membership())
                .expect(204);
    }

    private static void foreign(Run run, String operation, boolean body) {
        Call call = run.second().call(operation).path(run.get(STAFFED).of("worker").membership());
        (body ? call.json(Map.of()) : call).expect(403).readableError();
    }

    @Check(operation = "memberships_retrieve", rule = Rule.AUTH_FOREIGN)
    void whoIsNoMemberDoesNotReadAMembership(Run run) {
        foreign(run, "memberships_retrieve", false);
    }

    @Check(operation = "memberships_partial_update", rule = Rule.AUTH_FOREIGN)
    void whoIsNoMemberDoesNotChangeAMembership(Run run) {
        foreign(run, "memberships_partial_update", true);
    }

    @Check(operation = "memberships_destroy", rule = Rule.AUTH_FOREIGN)
    void whoIsNoMemberDoesNotRemoveAMembership(Run run) {
        foreign(run, "memberships_destroy", false);
        run.main().call("memberships_retrieve").path(run.get(STAFFED).of("worker").membership()).expect(200);
    }

    private static void members(Run run, Call call) {
        call.expect(200).has("count", OrganizationFixtures.ROLES.size() + 1)
                .has("results.0.organization", run.get(STAFFED).organization().id());
    }

    @Check(operation = "memberships_list", rule = Rule.ORG_CONTEXT, caseName = "X-Organization")
    void theMembersOfAnOrganizationAreListedByItsHeader(Run run) {
        members(run, run.main().call("memberships_list").inOrganization(run.get(STAFFED).organization().slug()));
    }

    @Check(operation = "memberships_list", rule = Rule.ORG_CONTEXT, caseName = "org_id")
    void theMembersOfAnOrganizationAreListedByItsId(Run run) {
        members(run, run.main().call("memberships_list").query("org_id", run.get(STAFFED).organization().id()));
    }

    @Check(operation = "memberships_list", rule = Rule.ORG_CONTEXT, caseName = "none")
    void withoutAnOrganizationOnesOwnMembershipsAreListed(Run run) {
        Staffed staffed = run.get(STAFFED);
        Caller worker = staffed.of("worker").caller();
        Answer page = worker.call("memberships_list").query("page_size", "all").expect(200);
        if (page.results().stream().anyMatch(each -> !(each.get("user") instanceof Map<?, ?> user)
                || !worker.username().equals(user.get("username")))) {
            throw page.fail("memberships of others are listed");
        }
        if (page.resultIds().stream().noneMatch(id -> JsonTrees.same(id, staffed.of("worker").membership()))) {
            throw page.fail("the membership " + staffed.of("worker").membership() + " is not listed");
        }
    }

    @Check(operation = "memberships_list", rule = Rule.ORG_ISOLATION, caseName = "personal")
    void noMembershipIsInThePersonalSpace(Run run) {
        run.get(STAFFED);
        run.main().call("memberships_list").rawQuery("org=").expect(200).has("count", 0);
    }

    @Check(operation = "memberships_list", rule = Rule.ORG_ROLES, caseName = "worker")
    void aWorkerSeesTheActiveMembers(Run run) {
        Staffed staffed = run.get(STAFFED);
        members(run, staffed.of("worker").caller().call("memberships_list")
                .inOrganization(staffed.organization().slug()));
    }
}
