package io.github.cvatopenapi.contract.memberships;

import static io.github.cvatopenapi.contract.harness.rules.Rule.FILTER_SEARCH;
import static io.github.cvatopenapi.contract.organizations.OrganizationFixtures.ROLES;
import static io.github.cvatopenapi.contract.organizations.OrganizationFixtures.STAFFED;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures.Staffed;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the document brings for the operations of the tag {@code memberships}, and who may change and remove whom. */
final class MembershipsGenericChecks extends GenericChecks {

    /** All the memberships of an organization: the owner's and one of each role. */
    private static final Fixture<Sample.Items> SEVERAL = Fixture.of("several memberships", run -> {
        Staffed staffed = run.get(STAFFED);
        List<Long> ids = new ArrayList<>(List.of(staffed.ownership()));
        ROLES.forEach(role -> ids.add(staffed.of(role).membership()));
        return new Sample.Items(ids, Map.of("org", staffed.organization().slug()));
    });

    /** An organization whose members the checks of bounds change as they like. */
    private static final Fixture<Staffed> TO_CHANGE = Fixture.of("an organization with members to change",
            OrganizationFixtures::staffed);

    MembershipsGenericChecks() {
        super("memberships");
    }

    @Override
    protected void samples(Samples samples) {
        samples.of("memberships_list").items(SEVERAL)
                .differs("role").differs("user")
                .shows(FILTER_SEARCH, "user",
                        run -> new Sample.Shown(Map.of("search", name(run, "maintainer")), one(run, "maintainer")))
                .shows(FILTER_SEARCH, "role", run -> new Sample.Shown(Map.of("search", "supervisor"),
                        run.contract().changes().inForce("memberships-role-not-searched") ? List.of()
                                : supervisors(run)))
                .shows(FILTER_SEARCH, "nothing", run -> new Sample.Shown(Map.of("search", "zzz-nothing"), List.of()));
        samples.of("memberships_retrieve").path(run -> run.get(STAFFED).of("worker").membership());
        samples.of("memberships_partial_update").path(run -> run.get(TO_CHANGE).of("worker").membership())
                .json(run -> Map.of("role", "worker")).bounds();
    }

    /**
     * Everything that a member may not do to a member; what they may do changes or removes one and has its own check.
     */
    @TestFactory
    Stream<DynamicTest> roles(Run run) {
        return checks(run, plan -> {
            List<String> all = Stream.concat(ROLES.stream(), Stream.of("owner")).toList();
            for (String role : all) {
                for (String member : all) {
                    boolean below = all.indexOf(member) < all.indexOf(role)
                            && all.indexOf(role) >= all.indexOf("maintainer");
                    boolean leaves = role.equals(member) && !role.equals("owner");
                    if (!below) {
                        plan.add("memberships_partial_update", Rule.ORG_ROLES, role + " changes "
                                + member, "it is refused",
                                () -> caller(run, role).call("memberships_partial_update").path(membership(run, member))
                                        .json(Map.of("role", member.equals("worker") ? "supervisor" : "worker"))
                                        .expect(403).readableError());
                    }
                    if (!below && !leaves) {
                        plan.add("memberships_destroy", Rule.ORG_ROLES, role + " removes " + member, "it is refused",
                                () -> caller(run, role).call("memberships_destroy").path(membership(run, member))
                                        .expect(403)
                                        .readableError());
                    }
                    if (!role.equals(member)) {
                        plan.add("memberships_retrieve", Rule.ORG_ROLES, role + " reads "
                                + member, "members know each other",
                                () -> caller(run, role).call("memberships_retrieve").path(membership(run, member))
                                        .expect(200)
                                        .has("role", member));
                    }
                }
            }
        });
    }

    private static Caller caller(Run run, String role) {
        return role.equals("owner") ? run.ordinary() : run.get(STAFFED).of(role).caller();
    }

    private static long membership(Run run, String role) {
        return role.equals("owner") ? run.get(STAFFED).ownership() : run.get(STAFFED).of(role).membership();
    }

    private static String name(Run run, String role) {
        return run.get(STAFFED).of(role).caller().username();
    }

    private static List<Long> one(Run run, String role) {
        return List.of(membership(run, role));
    }

    /** Whose role or name says so; the name of the main account is not the suite's. */
    private static List<Long> supervisors(Run run) {
        boolean byName = run.main().username().toLowerCase(Locale.ROOT).contains("supervisor");
        return byName ? List.of(membership(run, "supervisor"), membership(run, "owner")) : one(run, "supervisor");
    }
}
