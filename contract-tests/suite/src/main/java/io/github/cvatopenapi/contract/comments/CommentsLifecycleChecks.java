package io.github.cvatopenapi.contract.comments;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.issues.IssueFixtures;
import java.util.Map;

/** The life of a comment on an issue. */
final class CommentsLifecycleChecks {

    private static Answer read(Run run, long comment) {
        return run.main().call("comments_retrieve").path(comment).expect(200);
    }

    @Check(operation = "comments_create", rule = Rule.LIFECYCLE_CREATE)
    void aCommentIsReadBackAsItWasSentAndListed(Run run) {
        long issue = run.get(IssueFixtures.ISSUE);
        String message = run.name("comment");
        Answer made = run.main().call("comments_create").json(Map.of("issue", issue, "message", message)).expect(201)
                .has("issue", issue).has("message", message).has("owner.id", run.main().id())
                .has("owner.username", run.main().username()).has("created_date").has("updated_date");
        read(run, made.id()).sameAs(made);
        Answer list = run.main().call("comments_list").query("issue_id", issue).query("page_size", "all").expect(200);
        if (list.results().stream().noneMatch(each -> message.equals(each.get("message")))) {
            throw list.fail("the comment " + made.id() + " is not in the list");
        }
    }

    @Check(operation = "comments_create", rule = Rule.LIFECYCLE_DATE)
    void anIssueIsNotDatedByWhatIsSaidOnIt(Run run) {
        long issue = IssueFixtures.make(run, run.get(IssueFixtures.JOB), 0);
        Answer before = run.main().call("issues_retrieve").path(issue).expect(200);
        CommentFixtures.make(run, issue);
        run.main().call("issues_retrieve").path(issue).expect(200).has("updated_date", before.at("updated_date"))
                .has("comments.count", 2);
    }

    @Check(operation = "comments_retrieve", rule = Rule.LIFECYCLE_READ)
    void aCommentSaysWhatItIsOn(Run run) {
        long id = run.get(CommentFixtures.COMMENT);
        read(run, id).has("id", id).has("issue").has("message");
    }

    @Check(operation = "comments_partial_update", rule = Rule.LIFECYCLE_CHANGE)
    void anEditedCommentIsReadBackAndNothingElseChangesButItsDate(Run run) {
        long comment = CommentFixtures.make(run, run.get(IssueFixtures.ISSUE));
        Answer before = read(run, comment);
        run.main().call("comments_partial_update").path(comment).json(Map.of("message", "edited"))
                .expect(200)
                .has("message", "edited").sameAs(before, "message", "updated_date").updatedSince(before);
        read(run, comment).has("message", "edited").sameAs(before, "message", "updated_date");
    }

    @Check(operation = "comments_destroy", rule = Rule.LIFECYCLE_REMOVE)
    void aRemovedCommentIsGoneFromItsIssue(Run run) {
        long issue = IssueFixtures.make(run, run.get(IssueFixtures.JOB), 0);
        long comment = CommentFixtures.make(run, issue);
        run.main().call("comments_list").query("issue_id", issue).expect(200).has("count", 2);
        run.main().call("comments_destroy").path(comment).expect(204);
        run.main().call("comments_retrieve").path(comment).expect(404);
        run.main().call("comments_list").query("issue_id", issue).expect(200).has("count", 1);
    }

    @Check(operation = "comments_create", rule = Rule.ERROR_INPUT, caseName = "unknown issue")
    void aCommentOnAnUnknownIssueGets400(Run run) {
        run.main().call("comments_create").json(Map.of("issue", 987654321, "message", "m")).expect(400).readableError();
    }

    @Check(operation = "comments_create", rule = Rule.ERROR_INPUT, caseName = "nothing")
    void aCommentWithoutAnythingGets400(Run run) {
        run.main().call("comments_create").json(Map.of()).expect(400).readableError();
    }

    @Check(operation = "comments_create", rule = Rule.ERROR_INPUT, caseName = "empty message")
    void anEmptyCommentGets400ThatNamesTheMessage(Run run) {
        run.main().call("comments_create").json(Map.of("issue", run.get(IssueFixtures.ISSUE), "message", ""))
                .expect(400).has("message");
    }

    @Check(operation = "comments_create", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotComment(Run run) {
        run.second().call("comments_create").json(Map.of("issue", run.get(IssueFixtures.ISSUE), "message", "m"))
                .expect(403).readableError();
    }

    @Check(operation = "comments_retrieve", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotReadAComment(Run run) {
        run.second().call("comments_retrieve").path(run.get(CommentFixtures.COMMENT)).expect(403).readableError();
    }

    @Check(operation = "comments_partial_update", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotEditAComment(Run run) {
        long comment = CommentFixtures.make(run, run.get(IssueFixtures.ISSUE));
        Answer before = read(run, comment);
        run.second().call("comments_partial_update").path(comment).json(Map.of("message", "not mine")).expect(403)
                .readableError();
        read(run, comment).sameAs(before);
    }

    @Check(operation = "comments_destroy", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotRemoveAComment(Run run) {
        long comment = CommentFixtures.make(run, run.get(IssueFixtures.ISSUE));
        run.second().call("comments_destroy").path(comment).expect(403).readableError();
        read(run, comment);
    }

    @Check(operation = "comments_list", rule = Rule.AUTH_FOREIGN)
    void somebodyElseDoesNotSeeTheCommentsListed(Run run) {
        run.get(CommentFixtures.COMMENT);
        run.second().call("comments_list").query("issue_id", run.get(IssueFixtures.ISSUE)).expect(200).has("count", 0);
    }
}
