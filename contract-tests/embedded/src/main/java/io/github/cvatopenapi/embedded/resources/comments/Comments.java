package io.github.cvatopenapi.embedded.resources.comments;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Field;
import io.github.cvatopenapi.embedded.engine.Hooks;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Listing;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.EntityLookup;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.resources.views.SharedViews;
import io.github.cvatopenapi.embedded.store.Comment;
import io.github.cvatopenapi.embedded.store.Issue;
import io.github.cvatopenapi.embedded.store.Role;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.User;
import java.util.Map;

/** Comments on issues. */
public final class Comments {

    private static final Listing<Comment> LIST = new Listing<>(
            Field.number("id", each -> each.id),
            Field.<Comment>text("owner", each -> SharedViews.username(each.owner)).search(),
            Field.number("issue_id", each -> each.issue.id),
            Field.number("job_id", each -> each.issue.job.id),
            Field.number("frame_id", each -> each.issue.frame));

    private final Instance instance;
    private final Store store;
    private final Permissions permissions;

    public Comments(Instance instance) {
        this.instance = instance;
        this.store = instance.store;
        this.permissions = instance.permissions;
        instance.operations.on("comments_list", call -> LIST.page(call, store.comments.newestFirst(),
                permissions.listed(call, Comment::organization, each -> permissions.staff(call.user(), each)),
                        each -> view(call, each)));
        instance.operations.on("comments_create", this::create);
        instance.operations.on("comments_retrieve", call ->
                Answer.ok(view(call, instance.ofPath.of(call, store.comments, "Comment"))));
        instance.operations.on("comments_partial_update", this::update);
        instance.operations.on("comments_destroy", call -> {
            remove(call, own(call));
            return Answer.noContent();
        });
        instance.rules.anything("comments_create", "issue");
        instance.hooks.onRemoval(Issue.class, (call, issue) -> store.commentsOf.get(issue)
                .forEach(each -> remove(call, each)));
        instance.hooks.onRemoval(User.class, (call, user) -> store.comments.all().stream()
                .filter(each -> each.owner == user).forEach(each -> each.owner = null));
    }

    /** The comment of the path, for who wrote it and those who may do everything there. */
    private Comment own(Call call) {
        Comment comment = EntityLookup.ofPath(call, store.comments, "Comment");
        User user = call.user();
        Permissions.require(user.admin() || comment.owner == user
                || permissions.atLeast(Role.MAINTAINER, comment.organization(), user));
        return comment;
    }

    private Answer create(Call call) {
        Object content = call.content();
        Issue issue = null;
        if (content instanceof Map || content == Answer.NONE) {
            issue = EntityLookup.named(store.issues, "Issue", "issue", content);
            Permissions.require(permissions.sees(call.user(), issue));
        }
        Comment comment = add(issue, call.user(), call.body(content).text("message", ""));
        publishNew(call, comment);
        return Answer.created(view(call, comment));
    }

    public Comment add(Issue issue, User owner, String message) {
        Comment comment = new Comment();
        comment.issue = issue;
        comment.owner = owner;
        comment.message = message;
        return store.comments.add(comment);
    }

    public void publishNew(Call call, Comment comment) {
        instance.publish(call, Hooks.Event.CREATE, "comment", comment, view(call, comment), null);
    }

    private Answer update(Call call) {
        Comment comment = own(call);
        Body body = call.body();
        Map<String, Object> before = view(call, comment);
        comment.message = body.text("message", comment.message);
        comment.updated = Instants.now();
        instance.publish(call, Hooks.Event.UPDATE, "comment", comment, view(call, comment), before);
        return Answer.ok(view(call, comment));
    }

    private void remove(Call call, Comment comment) {
        instance.publish(call, Hooks.Event.DELETE, "comment", comment, call == null ? Map.of() : view(call, comment),
                null);
        store.comments.remove(comment);
    }

    private static Map<String, Object> view(Call call, Comment comment) {
        return Json.object("id", comment.id, "issue", comment.issue.id, "owner", SharedViews.user(call, comment.owner),
                "message", comment.message, "created_date", comment.created, "updated_date", comment.updated);
    }
}
