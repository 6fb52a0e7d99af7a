package io.github.cvatopenapi.contract.organizations;

import static io.github.cvatopenapi.contract.harness.rules.Rule.FILTER_LOGIC;
import static io.github.cvatopenapi.contract.harness.rules.Rule.FILTER_SEARCH;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the document brings for the operations of the tag {@code organizations}. */
final class OrganizationsGenericChecks extends GenericChecks {

    OrganizationsGenericChecks() {
        super("organizations");
    }

    @TestFactory
    Stream<DynamicTest> roles(Run run) {
        return checks(run, plan -> OrganizationsRolesChecks.add(plan, run));
    }

    @Override
    protected void samples(Samples samples) {
        samples.of("organizations_list").items(OrganizationFixtures.SEVERAL)
                .differs("name").differs("slug").alike("owner")
                .shows(FILTER_SEARCH, "nothing", run -> new Sample.Shown(Map.of("search", "zzz-nothing"), List.of()))
                .shows(FILTER_LOGIC, "part of a name", run -> new Sample.Shown(
                        Map.of("filter", JsonTrees.write(
                                Map.of("in", List.of(word(run) + " d", Map.of("var", "name"))))),
                                List.of(ids(run).get(3))));
        samples.of("organizations_create").json(run -> Map.of("slug", run.names().slug())).together();
        samples.of("organizations_retrieve").path(run -> run.get(OrganizationFixtures.ORGANIZATION).id());
        samples.of("organizations_partial_update").path(run -> run.get(OrganizationFixtures.TO_CHANGE).id())
                .json(run -> Map.of("name", run.name("organization"))).bounds();
    }

    private static List<?> ids(Run run) {
        return run.get(OrganizationFixtures.SEVERAL).ids();
    }

    private static String word(Run run) {
        return run.get(OrganizationFixtures.SEVERAL).scope().get("search");
    }
}
