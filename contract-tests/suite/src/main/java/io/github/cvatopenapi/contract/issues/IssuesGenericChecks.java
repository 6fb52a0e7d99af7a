package io.github.cvatopenapi.contract.issues;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.List;
import java.util.Map;

/** What the document brings for the operations of the tag {@code issues}. */
final class IssuesGenericChecks extends GenericChecks {

    IssuesGenericChecks() {
        super("issues");
    }

    @Override
    protected void samples(Samples samples) {
        samples.of("issues_create").json(run -> IssueFixtures.body(run.get(IssueFixtures.JOB), 0)).bounds();
        samples.of("issues_retrieve").path(IssueFixtures.ISSUE);
        samples.of("issues_partial_update").path(IssueFixtures.TO_CHANGE).json(run -> Map.of("resolved", false))
                .bounds();
        samples.of("issues_list").items(IssueFixtures.SEVERAL).inOrganization(IssueFixtures.IN_ORGANIZATION)
                .differs("job_id", "job").differs("frame_id", "frame").differs("resolved").differs("assignee")
                .alike("owner")
                .shows(Rule.FILTER_SEARCH, "owner", run ->
                        shown(run, Map.of("search", run.main().username()), 0, 1, 2, 3))
                .shows(Rule.FILTER_SEARCH, "nothing", run ->
                        shown(run, Map.of("search", "zzz-nothing-" + run.names().runId())))
                .shows(Rule.FILTER_LOGIC, "frame_id", run ->
                        logic(run, Map.of(">=", List.of(Map.of("var", "frame_id"), 2)), 2, 3));
    }

    private static Sample.Shown logic(Run run, Map<String, ?> filter, int... which) {
        return shown(run, Map.of("filter", JsonTrees.write(filter)), which);
    }

    private static Sample.Shown shown(Run run, Map<String, ?> query, int... which) {
        return new Sample.Shown(query, run.get(IssueFixtures.SEVERAL).at(which));
    }
}
