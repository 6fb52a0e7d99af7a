package io.github.cvatopenapi.contract.organizations;

import io.github.cvatopenapi.contract.auth.AuthFixtures;
import io.github.cvatopenapi.contract.harness.accounts.ThrowawayAccount;
import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Organizations and their members, which checks share. */
public final class OrganizationFixtures {

    /** What the server says where it would have to send mail and was not told how. */
    private static final String NO_MAIL_BACKEND = "Email backend is not configured";

    /** The roles that somebody can be invited to, from the one with the fewest rights to the one with the most. */
    public static final List<String> ROLES = List.of("worker", "supervisor", "maintainer");

    /**
     * An organization.
     *
     * @param id    of the organization
     * @param slug  of the organization
     * @param owner who made it
     */
    public record Organization(long id, String slug, Caller owner) {
    }

    /**
     * Somebody in an organization.
     *
     * @param caller     who it is
     * @param membership the id of the membership
     * @param invitation the key of the invitation
     */
    public record Member(Caller caller, long membership, String invitation) {
    }

    /**
     * An organization with a member of each role.
     *
     * @param organization the organization, which the main account owns
     * @param ownership    the id of the owner's membership
     * @param members      one of each of the {@link #ROLES}, by role
     */
    public record Staffed(Organization organization, long ownership, Map<String, Member> members) {

        /** The member of that role. */
        public Member of(String role) {
            return members.get(role);
        }
    }

    /** An organization of the main account with nobody else in it. */
    public static final Fixture<Organization> ORGANIZATION = Fixture.of("an organization",
            run -> make(run.main(), run));

    /** An organization with a worker, a supervisor and a maintainer, whom nothing changes. */
    public static final Fixture<Staffed> STAFFED = Fixture.of("an organization with members",
            OrganizationFixtures::staffed);

    /** An organization that the checks of bounds change as they like. */
    static final Fixture<Organization> TO_CHANGE = Fixture.of("an organization to change",
            run -> make(run.main(), run));

    /** Four organizations, found by a word that no other has, in the order of their names. */
    static final Fixture<Sample.Items> SEVERAL = Fixture.of("several organizations", run -> {
        String word = run.names().slug() + "-several";
        List<Long> ids = Stream.of("a", "b", "c", "d").map(suffix -> run.main().call("organizations_create")
                .json(Map.of("slug", run.names().slug(), "name", word + " " + suffix)).expect(201).id()).toList();
        return new Sample.Items(ids, Map.of("search", word));
    });

    private OrganizationFixtures() {
    }

    /** What servers answer for an organization or invitation of others: once that there is none. */
    public static int foreign(Run run) {
        return run.contract().changes().inForce("foreign-403") ? 403 : 404;
    }

    /** A new organization. */
    public static Organization make(Caller owner, Run run) {
        Answer made = owner.call("organizations_create")
                .json(Map.of("slug", run.names().slug(), "name", run.name("organization")))
                .expect(201);
        return new Organization(made.id(), String.valueOf(made.at("slug")), owner);
    }

    /**
     * A new organization of the main account with the {@link AuthFixtures#THREE_ACCOUNTS}, one in each role.
     */
    public static Staffed staffed(Run run) {
        List<ThrowawayAccount> people = run.get(AuthFixtures.THREE_ACCOUNTS).accounts();
        Organization organization = make(run.main(), run);
        Map<String, Member> members = new LinkedHashMap<>();
        for (int i = 0; i < ROLES.size(); i++) {
            members.put(ROLES.get(i), join(organization, people.get(i).caller(), people.get(i).email(), ROLES.get(i)));
        }
        return new Staffed(organization, ((Number) membership(organization, organization.owner()).get("id"))
                .longValue(), members);
    }

    /** Invites somebody, whatever comes of it. */
    public static Answer invite(Organization organization, String email, String role) {
        return invited(organization.owner().call("invitations_create").inOrganization(organization.slug())
                .json(Map.of("email", email, "role", role)).send());
    }

    /**
     * Asserts that somebody was invited; skips where the server would have to send mail for that and was given no way
     * to.
     */
    public static Answer invited(Answer answer) {
        return mailed(answer).status(201);
    }

    /** The answer to a call that sends mail; skips where the server has none to send. */
    public static Answer mailed(Answer answer) {
        if (answer.status() >= 400 && answer.text().contains(NO_MAIL_BACKEND)) {
            throw new TestAbortedException("this server would send mail here, and has no way to");
        }
        return answer;
    }

    /** Makes somebody a member: invites, and accepts where the server waits for that. */
    public static Member join(Organization organization, Caller invited, String email, String role) {
        String key = String.valueOf(invite(organization, email, role).has("key").at("key"));
        Map<String, Object> membership = membership(organization, invited);
        if (!Boolean.TRUE.equals(membership.get("is_active"))) {
            invited.call("invitations_accept").path(key).expect(200);
        }
        return new Member(invited, ((Number) membership.get("id")).longValue(), key);
    }

    /** The membership of somebody as the owner sees it. */
    public static Map<String, Object> membership(Organization organization, Caller member) {
        Answer page = organization.owner().call("memberships_list").inOrganization(organization.slug())
                .query("page_size", "all").expect(200);
        return page.results().stream().filter(each -> each.get("user") instanceof Map<?, ?> user
                && member.username().equals(user.get("username"))).findFirst()
                .orElseThrow(() -> page.fail(member.username() + " is not among the members"));
    }
}
