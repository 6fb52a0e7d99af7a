package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** What a list shows in an organization, and to whom. */
final class OrganizationChecks implements GenericChecks.Generator {

    /** The three ways to name an organization. */
    private enum Way {
        HEADER("X-Organization") {
            @Override
            Call name(Call call, Sample.InOrganization organization) {
                return call.inOrganization(organization.slug());
            }
        },
        SLUG("org") {
            @Override
            Call name(Call call, Sample.InOrganization organization) {
                return call.query("org", organization.slug());
            }
        },
        ID("org_id") {
            @Override
            Call name(Call call, Sample.InOrganization organization) {
                return call.query("org_id", organization.id());
            }
        };

        private final String caseName;

        Way(String caseName) {
            this.caseName = caseName;
        }

        abstract Call name(Call call, Sample.InOrganization organization);
    }

    @Override
    public void generate(Operation operation, Samples samples, CheckPlan plan) {
        Run run = plan.run();
        samples.find(operation.id()).ifPresent(sample -> sample.organization().ifPresent(organization -> {
            for (Way way : Way.values()) {
                plan.add(operation, Rule.ORG_CONTEXT, way.caseName, "what is in the organization is shown",
                        () -> inside(run, sample, organization, way));
                if (operation.response(403).isPresent()) {
                    plan.add(operation, Rule.ORG_FOREIGN, way.caseName, "who is no member gets 403",
                            () -> way.name(sample.calledBy(run.second(), run), run.get(organization))
                                    .expect(403).readableError());
                }
            }
            plan.add(operation, Rule.PAGE_LINKS, "org", "the link to the next page keeps the organization",
                    () -> linked(run, sample, organization));
            plan.add(operation, Rule.ORG_ISOLATION, "personal",
                    "what is in the organization is not shown in the personal space",
                    () -> personal(run, sample, organization));
            plan.add(operation, Rule.ORG_ISOLATION, "outsider", "what is in the organization is not shown to others",
                    () -> notShown(run, sample, organization, run.second()));
        }));
    }

    private static void inside(Run run, Sample sample, Fixture<Sample.InOrganization> fixture, Way way) {
        Sample.InOrganization organization = run.get(fixture);
        Answer page = way.name(sample.call(run), organization).query("page_size", "all").expect(200);
        PageChecks.shows(page, sample, organization.inside());
    }

    private static void linked(Run run, Sample sample, Fixture<Sample.InOrganization> fixture) {
        Sample.InOrganization organization = run.get(fixture);
        if (organization.inside().size() < 2) {
            throw new TestAbortedException("there is one page only");
        }
        Answer page = sample.call(run).query("org", organization.slug()).query("page_size", 1).expect(200);
        PageChecks.keeps(run, page, "next",
                Map.of("org", organization.slug(), "page", "2", "page_size", "1"));
    }

    private static void personal(Run run, Sample sample, Fixture<Sample.InOrganization> fixture) {
        Sample.InOrganization organization = run.get(fixture);
        List<Object> ids = new ArrayList<>(organization.inside());
        ids.add(organization.outside());
        // whoever looks may have much else there
        Answer page = sample.call(run).rawQuery("org=").query("page_size", "all")
                .query("filter", JsonTrees.write(Map.of("in", List.of(Map.of("var", sample.key()), ids)))).expect(200);
        List<String> there = texts(PageChecks.keys(page, sample.key()));
        if (texts(organization.inside()).stream().anyMatch(there::contains)) {
            throw page.fail("the personal space shows what is in an organization");
        }
        if (!there.contains(String.valueOf(organization.outside()))) {
            throw page.fail("the personal space does not show " + organization.outside());
        }
    }

    private static void notShown(Run run, Sample sample, Fixture<Sample.InOrganization> fixture, Caller outsider) {
        Sample.InOrganization organization = run.get(fixture);
        // a server that keeps what it has shown must not show that to the next who asks
        Way.SLUG.name(sample.call(run), organization).query("page_size", "all").send();
        Answer page = sample.calledBy(outsider, run).query("page_size", "all").expect(200);
        List<String> there = texts(PageChecks.keys(page, sample.key()));
        if (texts(organization.inside()).stream().anyMatch(there::contains)) {
            throw page.fail("somebody who is no member sees what is in the organization");
        }
    }

    private static List<String> texts(List<?> things) {
        return things.stream().map(String::valueOf).toList();
    }
}
