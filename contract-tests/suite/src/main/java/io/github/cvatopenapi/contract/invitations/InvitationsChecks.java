package io.github.cvatopenapi.contract.invitations;

import static io.github.cvatopenapi.contract.organizations.OrganizationFixtures.STAFFED;

import io.github.cvatopenapi.contract.auth.AuthFixtures;
import io.github.cvatopenapi.contract.harness.accounts.ThrowawayAccount;
import io.github.cvatopenapi.contract.harness.fixtures.Keys;
import io.github.cvatopenapi.contract.harness.fixtures.Meanwhile;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Conditions;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures.Member;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures.Organization;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures.Staffed;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures;
import java.util.List;
import java.util.Map;

/** Inviting, and what invitations say. */
final class InvitationsChecks {

    /** How often somebody comes and goes while the list is asked for. */
    private static final int SEVERAL = 3;

    private static Call invite(Caller by, Organization organization, String email, String role) {
        return by.call("invitations_create").inOrganization(organization.slug())
                .json(Map.of("email", email, "role", role));
    }

    @Check(operation = "invitations_create", rule = Rule.LIFECYCLE_CREATE)
    void anInvitationIsReadBackAndListedAndBringsAMembership(Run run) {
        Organization organization = OrganizationFixtures.make(run.main(), run);
        ThrowawayAccount invited = InvitationFixtures.invited(run);
        Object key = OrganizationFixtures.invited(
                        invite(run.main(), organization, invited.email(), "supervisor").send())
                .has("role", "supervisor")
                .has("organization", organization.id()).has("organization_info.slug", organization.slug())
                .has("user.id", invited.caller().id()).has("owner.id", run.main().id()).at("key");
        run.main().call("invitations_retrieve").path(key).expect(200).has("key", key).has("role", "supervisor")
                .has("user.id", invited.caller().id());
        run.main().call("invitations_list").inOrganization(organization.slug()).expect(200).has("count", 1)
                .has("results.0.key", key);
        Map<String, Object> membership = OrganizationFixtures.membership(organization, invited.caller());
        run.main().call("memberships_retrieve").path(membership.get("id")).expect(200).has("role", "supervisor")
                .has("invitation", key).has("organization", organization.id());
    }

    @Check(operation = "invitations_create", rule = Rule.AUTH_KEYS)
    void theKeysOfInvitationsAreLongAndDifferent(Run run) {
        Keys.check("invitations", run.get(InvitationFixtures.SEVERAL).ids(), "[A-Za-z0-9]{64}");
    }

    @Check(operation = "invitations_list", rule = Rule.FILTER_BROKEN, caseName = "id")
    void whatInvitationsDoNotHaveIsNotFilteredBy(Run run) {
        run.main().call("invitations_list")
                .query("filter", JsonTrees.write(Map.of("==", List.of(Map.of("var", "id"), 1)))).expect(400)
                .readableError();
    }

    @Check(operation = "invitations_create", rule = Rule.ERROR_INPUT, caseName = "twice")
    void whoIsInvitedAlreadyIsNotInvitedAgain(Run run) {
        Staffed staffed = run.get(STAFFED);
        String email = InvitationFixtures.invited(run).email();
        invite(run.main(), staffed.organization(), email, "worker").expect(400).readableError();
    }

    @Check(operation = "invitations_create", rule = Rule.ERROR_INPUT, caseName = "unknown role")
    void anUnknownRoleGets400(Run run) {
        invite(run.main(), run.get(OrganizationFixtures.ORGANIZATION), "nobody@contract.example", "no-such-role")
                .expect(400).readableError();
    }

    @Check(operation = "invitations_create", rule = Rule.ERROR_INPUT, caseName = "bad address")
    void whatIsNoAddressGets400(Run run) {
        invite(run.main(), run.get(OrganizationFixtures.ORGANIZATION), "bad", "worker").expect(400).readableError();
    }

    @Check(operation = "invitations_create", rule = Rule.ERROR_TYPE, caseName = "array")
    void aListIsNoInvitation(Run run) {
        run.main().call("invitations_create").inOrganization(run.get(OrganizationFixtures.ORGANIZATION).slug())
                .body("application/json", "[]").send().readableError();
    }

    @Check(operation = "invitations_create", rule = Rule.ERROR_INPUT, caseName = "null and empty address")
    void nobodyIsInvitedByANullOrAnEmptyAddress(Run run) {
        for (Map<String, Object> wrong : InvitationFixtures.WRONG) {
            run.main().call("invitations_create").inOrganization(run.get(OrganizationFixtures.ORGANIZATION).slug())
                    .json(wrong).send().readableError();
        }
    }

    @Check(operation = "invitations_create", rule = Rule.ORG_ROLES, caseName = "owner invites owner")
    void nobodyIsInvitedToOwn(Run run) {
        invite(run.ordinary(), run.get(OrganizationFixtures.ORGANIZATION), "nobody@contract.example",
                "owner").expect(403).readableError();
    }

    @Check(operation = "invitations_create", rule = Rule.ORG_ROLES, caseName = "maintainer invites worker")
    void aMaintainerInvitesAWorker(Run run) {
        Organization organization = OrganizationFixtures.make(run.main(), run);
        ThrowawayAccount maintainer = InvitationFixtures.invited(run);
        OrganizationFixtures.join(organization, maintainer.caller(), maintainer.email(), "maintainer");
        ThrowawayAccount worker = run.get(AuthFixtures.THREE_ACCOUNTS).accounts().get(1);
        OrganizationFixtures.invited(invite(maintainer.caller(), organization, worker.email(), "worker").send())
                .has("role", "worker")
                .has("owner.id", maintainer.caller().id()).has("user.id", worker.caller().id());
    }

    @Check(operation = "invitations_create", rule = Rule.ORG_CONTEXT, caseName = "none")
    void withoutAnOrganizationNobodyIsInvited(Run run) {
        run.ordinary().call("invitations_create")
                .json(Map.of("email", InvitationFixtures.invited(run).email(), "role", "worker")).expect(403)
                .readableError();
    }

    @Check(operation = "invitations_create", rule = Rule.ORG_CONTEXT, caseName = "org_id")
    void theOrganizationCanBeNamedByItsId(Run run) {
        Organization organization = OrganizationFixtures.make(run.main(), run);
        OrganizationFixtures.invited(run.main().call("invitations_create").query("org_id", organization.id())
                .json(Map.of("email", InvitationFixtures.invited(run).email(), "role", "worker")).send())
                .has("organization", organization.id());
    }

    /** With mail whoever has no account yet is invited too; without it this must be refused as what it is. */
    @Check(operation = "invitations_create", rule = Rule.ERROR_INPUT, caseName = "unknown address")
    void whoHasNoAccountIsInvitedByMailOrRefused(Run run) {
        Organization organization = OrganizationFixtures.make(run.main(), run);
        run.administrator(); // who alone can remove the account that the server makes of the address
        String email = run.names().slug() + "@contract.example";
        run.resources().add("users", email, () -> run.removeAccount(email));
        Answer answer = invite(run.main(), organization, email, "worker").send();
        if (answer.status() == 201 || answer.status() >= 500) { // a refusal can be for the address as well
            run.conditions().learn(Conditions.NO_MAIL, answer.status() != 201);
        }
        if (answer.status() == 201) {
            answer.has("user.username").has("role", "worker");
        } else {
            answer.readableError();
        }
    }

    @Check(operation = "invitations_list", rule = Rule.ORG_CONTEXT, caseName = "X-Organization")
    void theInvitationsOfAnOrganizationAreListedByItsHeader(Run run) {
        listed(run, run.main().call("invitations_list").inOrganization(run.get(STAFFED).organization().slug()));
    }

    @Check(operation = "invitations_list", rule = Rule.ORG_CONTEXT, caseName = "org_id")
    void theInvitationsOfAnOrganizationAreListedByItsId(Run run) {
        listed(run, run.main().call("invitations_list").query("org_id", run.get(STAFFED).organization().id()));
    }

    private static void listed(Run run, Call call) {
        call.expect(200).has("count", run.get(InvitationFixtures.SEVERAL).ids().size())
                .has("results.0.organization", run.get(STAFFED).organization().id());
    }

    @Check(operation = "invitations_list", rule = Rule.ORG_ISOLATION, caseName = "invited")
    void whoWasInvitedSeesOnlyTheirOwnInvitation(Run run) {
        Staffed staffed = run.get(STAFFED);
        staffed.of("worker").caller().call("invitations_list").inOrganization(staffed.organization().slug()).expect(200)
                .has("count", 1).has("results.0.key", staffed.of("worker").invitation());
    }

    @Check(operation = "invitations_list", rule = Rule.ORG_ISOLATION, caseName = "personal")
    void noInvitationIsInThePersonalSpace(Run run) {
        run.get(STAFFED);
        run.main().call("invitations_list").rawQuery("org=").expect(200).has("count", 0);
    }

    @Check(operation = "invitations_retrieve", rule = Rule.LIFECYCLE_READ)
    void whoWasInvitedReadsTheInvitation(Run run) {
        Staffed staffed = run.get(STAFFED);
        staffed.of("worker").caller().call("invitations_retrieve").path(staffed.of("worker").invitation()).expect(200)
                .has("role", "worker").has("organization_info.slug", staffed.organization().slug());
    }

    @Check(operation = "invitations_retrieve", rule = Rule.AUTH_FOREIGN)
    void somebodyElseDoesNotFindAnInvitation(Run run) {
        run.second().call("invitations_retrieve").path(run.get(STAFFED).of("worker").invitation())
                .expect(OrganizationFixtures.foreign(run)).readableError();
    }

    @Check(operation = "invitations_partial_update", rule = Rule.AUTH_FOREIGN)
    void somebodyElseDoesNotChangeAnInvitation(Run run) {
        run.second().call("invitations_partial_update").path(run.get(STAFFED).of("worker").invitation()).json(Map.of())
                .expect(404)
                .readableError();
    }

    @Check(operation = "invitations_destroy", rule = Rule.AUTH_FOREIGN)
    void somebodyElseDoesNotRemoveAnInvitation(Run run) {
        String key = run.get(STAFFED).of("worker").invitation();
        run.second().call("invitations_destroy").path(key).expect(OrganizationFixtures.foreign(run)).readableError();
        run.main().call("invitations_retrieve").path(key).expect(200);
    }

    @Check(operation = "invitations_accept", rule = Rule.AUTH_FOREIGN)
    void somebodyElseDoesNotAcceptAnInvitation(Run run) {
        run.second().call("invitations_accept").path(run.get(STAFFED).of("worker").invitation())
                .expect(OrganizationFixtures.foreign(run)).readableError();
    }

    @Check(operation = "invitations_decline", rule = Rule.AUTH_FOREIGN)
    void somebodyElseDoesNotDeclineAnInvitation(Run run) {
        String key = run.get(STAFFED).of("worker").invitation();
        run.second().call("invitations_decline").path(key).expect(OrganizationFixtures.foreign(run)).readableError();
        run.main().call("invitations_retrieve").path(key).expect(200);
    }

    @Check(operation = "invitations_list", rule = Rule.PAGE_MEANWHILE)
    void theListIsAnsweredWhileWhoWasInvitedIsRemoved(Run run) {
        Organization organization = OrganizationFixtures.make(run.main(), run);
        ThrowawayAccount invited = InvitationFixtures.invited(run);
        Meanwhile.list(() -> {
            for (int i = 0; i < SEVERAL; i++) {
                Member member = OrganizationFixtures.join(organization, invited.caller(), invited.email(), "worker");
                run.main().call("memberships_destroy").path(member.membership()).expect(204);
            }
        }, () -> run.main().call("invitations_list").query("page_size", 50), "role");
    }
}
