package io.github.cvatopenapi.contract.invitations;

import static io.github.cvatopenapi.contract.harness.rules.Rule.FILTER_SEARCH;
import static io.github.cvatopenapi.contract.harness.rules.Rule.FILTER_SORT;
import static io.github.cvatopenapi.contract.organizations.OrganizationFixtures.ROLES;
import static io.github.cvatopenapi.contract.organizations.OrganizationFixtures.STAFFED;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures.Staffed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the document brings for the operations of the tag {@code invitations}, and who may invite whom. */
final class InvitationsGenericChecks extends GenericChecks {

    InvitationsGenericChecks() {
        super("invitations");
    }

    @Override
    protected void samples(Samples samples) {
        samples.of("invitations_list").items(InvitationFixtures.SEVERAL, "key")
                .shows(FILTER_SORT, "created_date", run -> new Sample.Shown(Map.of("sort", "created_date"), keys(run)))
                .shows(FILTER_SORT, "-created_date",
                        run -> new Sample.Shown(Map.of("sort", "-created_date"), reversed(keys(run))))
                .alike("owner")
                .shows(FILTER_SEARCH, "owner",
                        run -> new Sample.Shown(Map.of("search", run.main().username()), keys(run)))
                .shows(FILTER_SEARCH, "nothing", run -> new Sample.Shown(Map.of("search", "zzz-nothing"), List.of()));
        samples.of("invitations_retrieve").path(run -> run.get(STAFFED).of("worker").invitation());
        // each user may have invitations sent again five times an hour, refused calls counted too: a new account each
        samples.of("invitations_resend").by(run -> run.newcomer().caller());
    }

    /**
     * Who may invite whom to an organization. What is allowed is made by its own check; a refusal leaves nothing
     * behind.
     */
    @TestFactory
    Stream<DynamicTest> roles(Run run) {
        return checks(run, plan -> {
            List<String> all = Stream.concat(ROLES.stream(), Stream.of("owner")).toList();
            for (String role : ROLES) {
                for (String invited : all) {
                    if (!role.equals("maintainer") || ROLES.indexOf(invited) < 0 || invited.equals("maintainer")) {
                        plan.add("invitations_create", Rule.ORG_ROLES, role + " invites " + invited, "it is refused",
                                () -> refused(run.get(STAFFED), role, invited));
                    }
                }
            }
        });
    }

    private static void refused(Staffed staffed, String role, String invited) {
        staffed.of(role).caller().call("invitations_create").inOrganization(staffed.organization().slug())
                .json(Map.of("email", "nobody@contract.example", "role", invited)).expect(403).readableError();
    }

    private static List<?> keys(Run run) {
        return run.get(InvitationFixtures.SEVERAL).ids();
    }

    private static List<?> reversed(List<?> keys) {
        List<Object> turned = new ArrayList<>(keys);
        Collections.reverse(turned);
        return turned;
    }
}
