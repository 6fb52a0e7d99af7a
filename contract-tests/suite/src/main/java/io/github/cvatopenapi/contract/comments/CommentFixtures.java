package io.github.cvatopenapi.contract.comments;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.issues.IssueFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Comments that checks share. */
final class CommentFixtures {

    /** A comment that is not the first of its issue. */
    static final Fixture<Long> COMMENT = Fixture.of("a comment", run -> make(run, run.get(IssueFixtures.ISSUE)))
            .orExisting(Fixture.firstOf("comments_list"));

    /** A comment that the checks of bounds change as they like. */
    static final Fixture<Long> TO_CHANGE = Fixture.of("a comment to change", run ->
            make(run, run.get(IssueFixtures.ISSUE)));

    /** Two comments on each of two issues of a job, in this order; the issues are on frame 0 and on frame 1. */
    static final Fixture<Sample.Items> SEVERAL = Fixture.of("several comments", run -> {
        List<Object> ids = new ArrayList<>();
        for (Object issue : run.get(IssueFixtures.SEVERAL).ids().subList(0, 2)) {
            ids.add(run.main().call("comments_list").query("issue_id", issue).expect(200).has("count", 1)
                    .number("results.0.id"));
        }
        ids.add(1, make(run, issue(run, 0)));
        ids.add(make(run, issue(run, 1)));
        return new Sample.Items(ids, Map.of("job_id", String.valueOf(run.get(IssueFixtures.JOBS).get(0))));
    });

    /** The first comments of two issues in an organization, and a comment beside it. */
    static final Fixture<Sample.InOrganization> IN_ORGANIZATION = Fixture.of("comments in an organization", run -> {
        Sample.InOrganization issues = run.get(IssueFixtures.IN_ORGANIZATION);
        List<Object> inside = new ArrayList<>();
        issues.inside().forEach(issue -> inside.add(
                run.main().call("comments_list").query("issue_id", issue).expect(200).has("count", 1)
                        .at("results.0.id")));
        return new Sample.InOrganization(issues.slug(), issues.id(), inside, run.get(COMMENT));
    });

    private CommentFixtures() {
    }

    /** The issues that {@link #SEVERAL} is about. */
    static long issue(Run run, int which) {
        return ((Number) run.get(IssueFixtures.SEVERAL).ids().get(which)).longValue();
    }

    static long make(Run run, long issue) {
        return run.main().call("comments_create").json(Map.of("issue", issue, "message", "second")).expect(201).id();
    }
}
