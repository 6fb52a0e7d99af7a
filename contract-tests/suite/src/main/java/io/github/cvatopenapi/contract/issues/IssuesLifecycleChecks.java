package io.github.cvatopenapi.contract.issues;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The life of an issue: reported in a job with a first comment, changed, and removed with what was said about it. */
final class IssuesLifecycleChecks {

    private static long make(Run run) {
        return IssueFixtures.make(run, run.get(IssueFixtures.JOB), 1);
    }

    private static Answer read(Run run, long issue) {
        return run.main().call("issues_retrieve").path(issue).expect(200);
    }

    @Check(operation = "issues_create", rule = Rule.LIFECYCLE_CREATE)
    void anIssueIsReadBackAsItWasReportedAndListed(Run run) {
        long job = run.get(IssueFixtures.JOB);
        Answer made = run.main().call("issues_create").json(IssueFixtures.body(job, 1)).expect(201)
                .has("job", job).has("frame", 1).has("position", List.of(1, 2, 3, 4)).has("resolved", false)
                .has("assignee", null)
                .has("owner.id", run.main().id()).has("owner.username", run.main().username()).has("created_date")
                .has("updated_date");
        read(run, made.id()).sameAs(made);
        Answer list = run.main().call("issues_list").query("job_id", job).query("page_size", "all").expect(200);
        if (list.results().stream().noneMatch(each -> Long.valueOf(made.id()).equals(number(each.get("id"))))) {
            throw list.fail("issue " + made.id() + " is not in the list");
        }
    }

    private static Long number(Object id) {
        return id instanceof Number number ? Long.valueOf(number.longValue()) : null;
    }

    @Check(operation = "issues_create", rule = Rule.LIFECYCLE_CREATE, caseName = "assignee and resolved")
    void anIssueCanBeAssignedAndResolvedAsItIsReported(Run run) {
        Map<String, Object> body = new LinkedHashMap<>(IssueFixtures.body(run.get(IssueFixtures.JOB), 1));
        body.put("assignee", run.main().id());
        body.put("resolved", true);
        Answer made = run.main().call("issues_create").json(body).expect(201)
                .has("assignee.id", run.main().id()).has("resolved", true);
        read(run, made.id()).sameAs(made);
    }

    @Check(operation = "issues_create", rule = Rule.LIFECYCLE_CREATE, caseName = "comment")
    void theMessageOfAnIssueIsItsFirstComment(Run run) {
        long issue = make(run);
        read(run, issue).has("comments.count", 1).has("comments.url");
        run.main().call("comments_list").query("issue_id", issue).expect(200).has("count", 1)
                .has("results.0.message", IssueFixtures.MESSAGE).has("results.0.issue", issue)
                .has("results.0.owner.id", run.main().id());
    }

    @Check(operation = "issues_retrieve", rule = Rule.LIFECYCLE_READ)
    void anIssueSaysWhereItIs(Run run) {
        long id = run.get(IssueFixtures.ISSUE);
        read(run, id).has("id", id).has("job").has("frame");
    }

    @Check(operation = "issues_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "resolved")
    void aResolvedIssueIsReadBackAndNothingElseChanges(Run run) {
        long issue = make(run);
        Answer before = read(run, issue).has("resolved", false);
        run.main().call("issues_partial_update").path(issue).json(Map.of("resolved", true)).expect(200)
                .has("resolved", true);
        read(run, issue).has("resolved", true).sameAs(before, "resolved", "updated_date")
                .updatedSince(before);
    }

    @Check(operation = "issues_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "position")
    void aMovedIssueIsReadBackAndNothingElseChanges(Run run) {
        long issue = make(run);
        Answer before = read(run, issue);
        List<Integer> position = List.of(5, 5, 6, 6);
        run.main().call("issues_partial_update").path(issue).json(Map.of("position", position)).expect(200)
                .has("position", position);
        read(run, issue).has("position", position).sameAs(before, "position", "updated_date")
                .updatedSince(before);
    }

    @Check(operation = "issues_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "assignee")
    void theAssigneeOfAnIssueIsReadBackAndNothingElseChanges(Run run) {
        long issue = make(run);
        Answer before = read(run, issue).has("assignee", null);
        run.main().call("issues_partial_update").path(issue).json(Map.of("assignee", run.main().id())).expect(200)
                .has("assignee.id", run.main().id());
        read(run, issue).has("assignee.username", run.main().username()).sameAs(before, "assignee", "updated_date")
                .updatedSince(before);
    }

    @Check(operation = "issues_destroy", rule = Rule.LIFECYCLE_REMOVE)
    void aRemovedIssueIsGoneFromItsList(Run run) {
        long job = run.get(IssueFixtures.JOB);
        long issue = IssueFixtures.make(run, job, 1);
        run.main().call("issues_destroy").path(issue).expect(204);
        run.main().call("issues_retrieve").path(issue).expect(404);
        Answer list = run.main().call("issues_list").query("job_id", job).query("page_size", "all").expect(200);
        if (list.results().stream().anyMatch(each -> Long.valueOf(issue).equals(number(each.get("id"))))) {
            throw list.fail("issue " + issue + " is still in the list");
        }
    }

    @Check(operation = "issues_destroy", rule = Rule.LIFECYCLE_CASCADE)
    void theCommentsOnARemovedIssueAreGone(Run run) {
        long issue = make(run);
        long comment = run.main().call("comments_create").json(Map.of("issue", issue, "message", "second"))
                .expect(201).id();
        run.main().call("issues_destroy").path(issue).expect(204);
        run.main().call("comments_retrieve").path(comment).expect(404);
        run.main().call("comments_list").query("issue_id", issue).expect(200).has("count", 0);
    }

    @Check(operation = "tasks_destroy", rule = Rule.LIFECYCLE_CASCADE, caseName = "issues")
    void theIssuesOfARemovedTaskAreGone(Run run) {
        long task = TaskFixtures.withImages(run, 1, Map.of());
        long issue = IssueFixtures.make(run, TaskFixtures.jobs(run, task).get(0), 0);
        run.main().call("tasks_destroy").path(task).expect(204);
        run.main().call("issues_retrieve").path(issue).expect(404);
        run.main().call("issues_list").query("task_id", task).expect(200).has("count", 0);
    }

    @Check(operation = "issues_create", rule = Rule.ERROR_INPUT, caseName = "unknown job")
    void anIssueInAnUnknownJobGets400(Run run) {
        run.main().call("issues_create").json(IssueFixtures.body(987654321, 0)).expect(400).readableError();
    }

    @Check(operation = "issues_create", rule = Rule.ERROR_INPUT, caseName = "nothing")
    void anIssueWithoutAnythingGets400(Run run) {
        run.main().call("issues_create").json(Map.of()).expect(400).readableError();
    }

    @Check(operation = "issues_create", rule = Rule.ERROR_INPUT, caseName = "position")
    void anIssueAtAWordGets400ThatNamesThePosition(Run run) {
        run.main().call("issues_create")
                .json(Map.of("job", run.get(IssueFixtures.JOB), "frame", 0, "message", "m", "position", "x"))
                .expect(400).has("position");
    }

    @Check(operation = "issues_create", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotReportAnIssue(Run run) {
        run.second().call("issues_create").json(IssueFixtures.body(run.get(IssueFixtures.JOB), 0)).expect(403)
                .readableError();
    }

    @Check(operation = "issues_retrieve", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotReadAnIssue(Run run) {
        run.second().call("issues_retrieve").path(run.get(IssueFixtures.ISSUE)).expect(403).readableError();
    }

    @Check(operation = "issues_partial_update", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotChangeAnIssue(Run run) {
        long issue = make(run);
        Answer before = read(run, issue);
        run.second().call("issues_partial_update").path(issue).json(Map.of("resolved", true)).expect(403)
                .readableError();
        read(run, issue).sameAs(before);
    }

    @Check(operation = "issues_destroy", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotRemoveAnIssue(Run run) {
        long issue = make(run);
        run.second().call("issues_destroy").path(issue).expect(403).readableError();
        read(run, issue);
    }

    @Check(operation = "issues_list", rule = Rule.AUTH_FOREIGN)
    void somebodyElseDoesNotSeeTheIssuesListed(Run run) {
        run.get(IssueFixtures.ISSUE);
        run.second().call("issues_list").query("job_id", run.get(IssueFixtures.JOB)).expect(200).has("count", 0);
    }
}
