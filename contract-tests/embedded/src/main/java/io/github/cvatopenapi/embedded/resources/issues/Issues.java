package io.github.cvatopenapi.embedded.resources.issues;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Field;
import io.github.cvatopenapi.embedded.engine.Hooks;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Listing;
import io.github.cvatopenapi.embedded.resources.comments.Comments;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.EntityLookup;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.resources.views.SharedViews;
import io.github.cvatopenapi.embedded.store.Comment;
import io.github.cvatopenapi.embedded.store.Issue;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.User;
import java.util.List;
import java.util.Map;

/** Issues of jobs. */
public final class Issues {

    private static final Listing<Issue> LIST = new Listing<>(
            Field.number("id", each -> each.id),
            Field.<Issue>text("owner", each -> SharedViews.username(each.owner)).search(),
            Field.<Issue>text("assignee", each -> SharedViews.username(each.assignee)).search(),
            Field.number("job_id", each -> each.job.id),
            Field.number("task_id", each -> each.job.task.id),
            Field.number("frame_id", each -> each.frame),
            Field.flag("resolved", each -> each.resolved));

    private final Instance instance;
    private final Store store;
    private final Permissions permissions;
    private final Comments comments;

    public Issues(Instance instance, Comments comments) {
        this.instance = instance;
        this.store = instance.store;
        this.permissions = instance.permissions;
        this.comments = comments;
        instance.operations.on("issues_list", call -> LIST.page(call, store.issues.newestFirst(),
                permissions.listed(call, Issue::organization, each -> permissions.staff(call.user(), each)),
                        each -> view(call, each)));
        instance.operations.on("issues_create", this::create);
        instance.operations.on("issues_retrieve", call ->
                Answer.ok(view(call, instance.ofPath.of(call, store.issues, "Issue"))));
        instance.operations.on("issues_partial_update", this::update);
        instance.operations.on("issues_destroy", this::destroy);
        instance.rules.anything("issues_create", "job", "assignee").anything("issues_partial_update", "assignee");
        instance.hooks.onRemoval(Job.class, (call, job) -> store.issuesOf.get(job).forEach(each -> remove(call, each)));
        instance.hooks.onRemoval(User.class, (call, user) -> store.issues.all().forEach(each -> {
            each.owner = each.owner == user ? null : each.owner;
            each.assignee = each.assignee == user ? null : each.assignee;
        }));
    }

    private Answer create(Call call) {
        Object content = call.content();
        Job job = null;
        if (content instanceof Map || content == Answer.NONE) {
            job = EntityLookup.named(store.jobs, "Job", "job", content);
            Permissions.require(permissions.sees(call.user(), job));
        }
        Body body = call.body(content);
        Issue issue = new Issue();
        issue.job = job;
        issue.owner = call.user();
        issue.assignee = permissions.named(body, "assignee");
        issue.frame = body.number("frame");
        issue.position = position(body);
        issue.resolved = body.flag("resolved", false);
        store.issues.add(issue);
        Comment comment = comments.add(issue, call.user(), body.text("message"));
        instance.publish(call, Hooks.Event.CREATE, "issue", issue, view(call, issue), null);
        comments.publishNew(call, comment);
        return Answer.created(view(call, issue));
    }

    private static List<Double> position(Body body) {
        return body.<Number>list("position").stream().map(Number::doubleValue).toList();
    }

    private Answer update(Call call) {
        Issue issue = instance.ofPath.of(call, store.issues, "Issue");
        Body body = call.body();
        User assignee = body.has("assignee") ? permissions.named(body, "assignee") : issue.assignee;
        Map<String, Object> before = view(call, issue);
        issue.assignee = assignee;
        issue.resolved = body.flag("resolved", issue.resolved);
        issue.position = body.has("position") ? position(body) : issue.position;
        issue.updated = Instants.now();
        instance.publish(call, Hooks.Event.UPDATE, "issue", issue, view(call, issue), before);
        return Answer.ok(view(call, issue));
    }

    private Answer destroy(Call call) {
        Issue issue = EntityLookup.ofPath(call, store.issues, "Issue");
        Permissions.require(permissions.sees(call.user(), issue.job) || issue.owner == call.user());
        remove(call, issue);
        return Answer.noContent();
    }

    private void remove(Call call, Issue issue) {
        instance.publish(call, Hooks.Event.DELETE, "issue", issue, call == null ? Map.of() : view(call, issue), null);
        instance.hooks.removing(call, issue);
        store.issues.remove(issue);
    }

    private Map<String, Object> view(Call call, Issue issue) {
        return Json.object("id", issue.id, "frame", issue.frame, "position", issue.position, "job", issue.job.id,
                "owner", SharedViews.user(call, issue.owner), "assignee", SharedViews.user(call, issue.assignee),
                "created_date", issue.created, "updated_date", issue.updated, "resolved", issue.resolved,
                "comments", Json.object("url", call.url("/api/comments?issue_id=" + issue.id), "count",
                        store.commentsOf.get(issue).size()));
    }
}
