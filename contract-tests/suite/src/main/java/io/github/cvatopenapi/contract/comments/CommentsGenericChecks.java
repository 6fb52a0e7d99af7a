package io.github.cvatopenapi.contract.comments;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.issues.IssueFixtures;
import java.util.Map;

/** What the document brings for the operations of the tag {@code comments}. */
final class CommentsGenericChecks extends GenericChecks {

    CommentsGenericChecks() {
        super("comments");
    }

    @Override
    protected void samples(Samples samples) {
        samples.of("comments_create").json(run -> Map.of("issue", run.get(IssueFixtures.ISSUE), "message", "m"))
                .bounds();
        samples.of("comments_retrieve").path(CommentFixtures.COMMENT);
        samples.of("comments_partial_update").path(CommentFixtures.TO_CHANGE).json(run -> Map.of("message", "m"))
                .bounds();
        samples.of("comments_list").items(CommentFixtures.SEVERAL).inOrganization(CommentFixtures.IN_ORGANIZATION)
                .differs("issue_id", "issue").alike("owner")
                .shows(Rule.FILTER_SIMPLE, "frame_id", run -> shown(run, Map.of("frame_id", 1), 2, 3))
                .shows(Rule.FILTER_SEARCH, "owner", run ->
                        shown(run, Map.of("search", run.main().username()), 0, 1, 2, 3))
                .shows(Rule.FILTER_SEARCH, "nothing", run ->
                        shown(run, Map.of("search", "zzz-nothing-" + run.names().runId())))
                .shows(Rule.FILTER_SORT, "issue_id,id", run -> shown(run, Map.of("sort", "issue_id,id"), 0, 1, 2, 3))
                .shows(Rule.FILTER_SORT, "-issue_id,id", run -> shown(run, Map.of("sort", "-issue_id,id"), 2, 3, 0, 1));
    }

    private static Sample.Shown shown(Run run, Map<String, ?> query, int... which) {
        return new Sample.Shown(query, run.get(CommentFixtures.SEVERAL).at(which));
    }
}
