package io.github.cvatopenapi.contract.invitations;

import io.github.cvatopenapi.contract.auth.AuthFixtures;
import io.github.cvatopenapi.contract.harness.accounts.ThrowawayAccount;
import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures.Organization;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures.Staffed;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** Invitations that checks share, and the two ways in which servers treat them: accepted at once, or waiting. */
final class InvitationFixtures {

    /** An organization of an account of the run's own, of which the server has counted no invitation sent again. */
    static final Fixture<Organization> OF_A_NEWCOMER = Fixture.of("an organization of a new account",
            run -> OrganizationFixtures.make(run.newcomer().caller(), run));

    /** The invitations of an organization, in the order they were made. */
    static final Fixture<Sample.Items> SEVERAL = Fixture.of("several invitations", run -> {
        Staffed staffed = run.get(OrganizationFixtures.STAFFED);
        List<String> keys = OrganizationFixtures.ROLES.stream().map(role -> staffed.of(role).invitation()).toList();
        return new Sample.Items(keys, Map.of("org", staffed.organization().slug()));
    });

    /** What invites nobody and changes no invitation. */
    static final List<Map<String, Object>> WRONG =
            List.of(Map.of("email", "", "role", 7), Collections.singletonMap("email", null));

    private InvitationFixtures() {
    }

    /** Somebody whom no check invites to anything but organizations of its own. */
    static ThrowawayAccount invited(Run run) {
        return run.get(AuthFixtures.THREE_ACCOUNTS).accounts().get(0);
    }

    /** The key of a new invitation that waits to be accepted; skips where the server does not wait for that. */
    static String waiting(Organization organization, ThrowawayAccount invited) {
        String key = invite(organization, invited);
        if (active(organization, invited.caller())) {
            throw new TestAbortedException("this server does not wait until an invitation is accepted");
        }
        return key;
    }

    /** The key of a new invitation whose membership is active already; skips where the server waits for acceptance. */
    static String accepted(Organization organization, ThrowawayAccount invited) {
        String key = invite(organization, invited);
        if (!active(organization, invited.caller())) {
            throw new TestAbortedException("this server waits until an invitation is accepted");
        }
        return key;
    }

    private static String invite(Organization organization, ThrowawayAccount invited) {
        Answer made = OrganizationFixtures.invite(organization, invited.email(), "worker");
        return String.valueOf(made.has("key").at("key"));
    }

    private static boolean active(Organization organization, Caller invited) {
        return Boolean.TRUE.equals(OrganizationFixtures.membership(organization, invited).get("is_active"));
    }
}
