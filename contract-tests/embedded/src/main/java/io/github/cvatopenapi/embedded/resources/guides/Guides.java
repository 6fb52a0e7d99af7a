package io.github.cvatopenapi.embedded.resources.guides;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.EntityLookup;
import io.github.cvatopenapi.embedded.resources.permissions.GuidePermissions;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.store.Entity;
import io.github.cvatopenapi.embedded.store.Guide;
import io.github.cvatopenapi.embedded.store.Labeled;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import io.github.cvatopenapi.spec.Trees;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Annotation guides: at most one for each project and task. */
public final class Guides {

    private final Instance instance;
    private final Store store;
    private final Permissions permissions;
    private final GuidePermissions guidePermissions;

    public Guides(Instance instance) {
        this.instance = instance;
        this.store = instance.store;
        this.permissions = instance.permissions;
        this.guidePermissions = new GuidePermissions(store, permissions);
        instance.operations.on("guides_create", this::create);
        instance.operations.on("guides_retrieve", call -> {
            Guide guide = find(call);
            Permissions.require(guidePermissions.sees(call.user(), guide));
            Map<String, Object> view = view(guide);
            view.put("created_date", guide.created);
            view.put("updated_date", guide.updated);
            return Answer.ok(view);
        });
        instance.operations.on("guides_partial_update", this::update);
        instance.operations.on("guides_destroy", call -> {
            remove(call, changed(call));
            return Answer.noContent();
        });
        instance.hooks.onRemoval(Project.class, this::removeOf);
        instance.hooks.onRemoval(Task.class, this::removeOf);
    }

    private Guide find(Call call) {
        return EntityLookup.ofPath(call, store.guides, "AnnotationGuide");
    }

    private Guide changed(Call call) {
        Guide guide = find(call);
        Permissions.require(guidePermissions.changes(call.user(), guide));
        return guide;
    }

    private Answer create(Call call) {
        Object content = call.content();
        Labeled target = content instanceof Map ? target(Trees.object(content)) : null;
        Permissions.require(target != null ? permissions.sees(call.user(), target) : !(content instanceof Map)
                && content != Answer.NONE);
        Body body = call.body(content);
        if (store.guideOf(target) != null) {
            // the server answered 500
            throw Fault.field(target.kind() + "_id", "There is a guide for this " + target.kind() + " already.");
        }
        Guide guide = new Guide();
        guide.target = target;
        guide.markdown = body.text("markdown", "");
        return Answer.created(view(store.guides.add(guide)));
    }

    /** What a body names as the target, null for nothing. */
    private Labeled target(Map<String, Object> sent) {
        Object project = sent.get("project_id");
        Object task = sent.get("task_id");
        if (project != null && task != null) {
            throw Fault.list("Both project_id and task_id must not be specified");
        }
        return project != null ? EntityLookup.find(store.projects, "Project", "project_id", project)
                : task != null ? EntityLookup.find(store.tasks, "Task", "task_id", task) : null;
    }

    private Answer update(Call call) {
        Guide guide = changed(call);
        Body body = call.body();
        Labeled target = target(body.values());
        if (target != null && target != guide.target) {
            Permissions.require(permissions.sees(call.user(), target));
            if (store.guideOf(target) != null) {
                throw Fault.field(target.kind() + "_id", "There is a guide for this " + target.kind() + " already.");
            }
            guide.target = target;
        }
        guide.markdown = body.text("markdown", guide.markdown);
        guide.updated = Instants.now();
        if (guide.target instanceof Entity described) {
            described.updated = guide.updated;
        }
        removeUnnamedAssets(call, guide);
        return Answer.ok(view(guide));
    }

    /** An asset is there as long as the text links to it, from one change of the guide to the next. */
    private void removeUnnamedAssets(Call call, Guide guide) {
        String text = guide.markdown.toLowerCase(Locale.ROOT);
        store.assetsOf.get(guide).stream()
                .filter(each -> !text.contains("(/api/assets/" + each.uuid + ")"))
                .forEach(each -> {
                    instance.hooks.removing(call, each);
                    store.assets.remove(each);
                });
    }

    private void removeOf(Call call, Labeled target) {
        Guide guide = store.guideOf(target);
        if (guide != null) {
            remove(call, guide);
        }
    }

    private void remove(Call call, Guide guide) {
        instance.hooks.removing(call, guide);
        store.guides.remove(guide);
    }

    private static Map<String, Object> view(Guide guide) {
        return Json.object("id", guide.id, "task_id", guide.target instanceof Task task ? task.id : null,
                "project_id", guide.target instanceof Project project ? project.id : null, "markdown", guide.markdown);
    }
}
