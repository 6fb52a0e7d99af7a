package io.github.cvatopenapi.contract.invitations;

import static io.github.cvatopenapi.contract.organizations.OrganizationFixtures.STAFFED;

import io.github.cvatopenapi.contract.harness.accounts.ThrowawayAccount;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Launch;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures.Organization;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.opentest4j.TestAbortedException;

/** What becomes of invitations: accepted, declined, changed, sent again, removed. */
final class InvitationsAnswersChecks {

    private static final int RESENDS_AN_HOUR = 5;

    /** Each of them counts for itself. */
    private static final int MOST_PROCESSES = 6;

    @Check(operation = "invitations_accept", rule = Rule.LIFECYCLE_CHANGE, caseName = "waiting")
    void whoAcceptsIsAMemberFromThenOn(Run run) {
        Organization organization = OrganizationFixtures.make(run.main(), run);
        ThrowawayAccount invited = InvitationFixtures.invited(run);
        String key = InvitationFixtures.waiting(organization, invited);
        invited.caller().call("projects_list").inOrganization(organization.slug()).expect(403).readableError();
        invited.caller().call("invitations_accept").path(key).expect(200).has("organization_slug", organization.slug());
        invited.caller().call("projects_list").inOrganization(organization.slug()).expect(200).has("count", 0);
        invited.caller().call("invitations_accept").path(key).expect(400).readableError();
    }

    @Check(operation = "invitations_accept", rule = Rule.ERROR_INPUT, caseName = "accepted")
    void whatIsAcceptedAlreadyIsNotAcceptedAgain(Run run) {
        Organization organization = OrganizationFixtures.make(run.main(), run);
        ThrowawayAccount invited = InvitationFixtures.invited(run);
        String key = String.valueOf(OrganizationFixtures.join(organization, invited.caller(), invited.email(), "worker")
                .invitation());
        invited.caller().call("invitations_accept").path(key).expect(400).readableError();
    }

    @Check(operation = "invitations_decline", rule = Rule.LIFECYCLE_REMOVE)
    void whoDeclinesIsNoMember(Run run) {
        Organization organization = OrganizationFixtures.make(run.main(), run);
        ThrowawayAccount invited = InvitationFixtures.invited(run);
        Object key = OrganizationFixtures.invite(organization, invited.email(), "worker").has("key").at("key");
        invited.caller().call("invitations_decline").path(key).expect(204);
        invited.caller().call("invitations_decline").path(key).expect(404).readableError();
        run.main().call("memberships_list").inOrganization(organization.slug()).expect(200).has("count", 1)
                .has("results.0.role", "owner");
    }

    @Check(operation = "invitations_partial_update", rule = Rule.LIFECYCLE_CHANGE)
    void theRoleOfAnInvitationIsChanged(Run run) {
        Organization organization = OrganizationFixtures.make(run.main(), run);
        Object key = OrganizationFixtures.invite(organization, InvitationFixtures.invited(run).email(), "worker")
                .at("key");
        run.main().call("invitations_partial_update").path(key).inOrganization(organization.slug())
                .json(Map.of("role", "supervisor"))
                .expect(200).has("role", "supervisor");
    }

    private static Call change(Run run) {
        return run.main().call("invitations_partial_update").path(run.get(STAFFED).of("worker").invitation())
                .inOrganization(run.get(STAFFED).organization().slug());
    }

    @Check(operation = "invitations_partial_update", rule = Rule.ERROR_TYPE, caseName = "array")
    void aListChangesNoInvitation(Run run) {
        change(run).body("application/json", "[]").send().readableError();
    }

    @Check(operation = "invitations_partial_update", rule = Rule.ERROR_INPUT, caseName = "wrong role and address")
    void aWrongRoleOrAddressChangesNoInvitation(Run run) {
        InvitationFixtures.WRONG.forEach(wrong -> change(run).json(wrong).send().readableError());
        change(run).json(Map.of("email", "nobody@contract.example", "role", "no-such-role")).send().readableError();
        run.main().call("invitations_retrieve").path(run.get(STAFFED).of("worker").invitation()).expect(200)
                .has("role", "worker");
    }

    @Check(operation = "invitations_destroy", rule = Rule.LIFECYCLE_REMOVE)
    void aRemovedInvitationIsGoneFromItsList(Run run) {
        Organization organization = OrganizationFixtures.make(run.main(), run);
        Object key = OrganizationFixtures.invite(organization, InvitationFixtures.invited(run).email(), "worker")
                .at("key");
        run.main().call("invitations_destroy").path(key).inOrganization(organization.slug()).expect(204);
        run.main().call("invitations_retrieve").path(key).inOrganization(organization.slug()).expect(404)
                .readableError();
        run.main().call("invitations_list").inOrganization(organization.slug()).expect(200).has("count", 0);
    }

    private static Call again(Organization organization, String key) {
        return organization.owner().call("invitations_resend").path(key).inOrganization(organization.slug());
    }

    @Check(operation = "invitations_resend", rule = Rule.LIFECYCLE_CHANGE, caseName = "waiting")
    void whatWaitsIsSentAgain(Run run) {
        Organization organization = OrganizationFixtures.make(run.get(InvitationFixtures.OF_A_NEWCOMER).owner(), run);
        OrganizationFixtures.mailed(again(organization,
                InvitationFixtures.waiting(organization, InvitationFixtures.invited(run))).send()).status(204);
    }

    @Check(operation = "invitations_resend", rule = Rule.ERROR_INPUT, caseName = "accepted")
    void whatIsAcceptedAlreadyIsNotSentAgain(Run run) {
        Organization organization = OrganizationFixtures.make(run.get(InvitationFixtures.OF_A_NEWCOMER).owner(), run);
        ThrowawayAccount invited = InvitationFixtures.invited(run);
        String key = OrganizationFixtures.join(organization, invited.caller(), invited.email(), "worker").invitation();
        again(organization, key).expect(400).readableError();
    }

    @Check(operation = "invitations_resend", rule = Rule.ORG_ROLES, caseName = "worker")
    void whoWasInvitedDoesNotSendTheInvitationAgain(Run run) {
        Organization organization = OrganizationFixtures.make(run.main(), run);
        ThrowawayAccount invited = InvitationFixtures.invited(run);
        String key = InvitationFixtures.accepted(organization, invited);
        invited.caller().call("invitations_resend").path(key).expect(403).readableError();
    }

    @Tag(Launch.LAST)
    @Check(operation = "invitations_resend", rule = Rule.RATE_RESEND)
    void theSixthTimeWithinAnHourIsRefused(Run run) {
        if (!run.settings().provokeThrottle()) {
            throw new TestAbortedException("throttling is provoked with --provoke-throttle only");
        }
        Caller owner = run.newcomer().caller();
        Organization organization = OrganizationFixtures.make(owner, run);
        String key = InvitationFixtures.waiting(organization, InvitationFixtures.invited(run));
        for (int i = 0; i < RESENDS_AN_HOUR; i++) {
            OrganizationFixtures.mailed(again(organization, key).throttlingWanted().send()).status(204);
        }
        Answer refused = again(organization, key).throttlingWanted().send();
        for (int i = 0; i < RESENDS_AN_HOUR * (MOST_PROCESSES - 1) && refused.status() == 204; i++) {
            refused = again(organization, key).throttlingWanted().send();
        }
        refused.status(429).readableError();
        if (refused.header("Retry-After") == null) {
            throw refused.fail("there is no Retry-After");
        }
    }
}
