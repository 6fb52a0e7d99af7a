package io.github.cvatopenapi.embedded.resources.labels;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Field;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Listing;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.EntityLookup;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.resources.settings.LabelEditor;
import io.github.cvatopenapi.embedded.store.Entity;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Label;
import io.github.cvatopenapi.embedded.store.Labeled;
import io.github.cvatopenapi.embedded.store.Owned;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** Labels of projects and of tasks without a project. */
public final class Labels {

    private static final Listing<Label> LIST = new Listing<>(
            Field.number("id", each -> each.id),
            Field.<Label>text("name", each -> each.name).search(),
            Field.<Label>text("parent", each -> each.parent == null ? null : each.parent.name).search(),
            Field.number("parent_id", each -> each.parent == null ? null : each.parent.id),
            Field.text("type", each -> each.type),
            Field.text("color", each -> each.color));

    private final Store store;
    private final Instance instance;
    private final LabelEditor editor;
    /** By query parameter: whose labels the list then shows, null where the id stands for nothing. */
    private final Map<String, LongFunction<Scope>> scopes = new LinkedHashMap<>();

    public Labels(Instance instance) {
        this.instance = instance;
        this.store = instance.store;
        this.editor = new LabelEditor(instance);
        instance.operations.on("labels_list", this::list);
        instance.operations.on("labels_retrieve", call -> Answer.ok(view(seen(call))));
        instance.operations.on("labels_partial_update", this::update);
        instance.operations.on("labels_destroy", this::destroy);
        scopes.put("project_id", id -> {
            Project project = store.projects.get(id);
            return project == null ? null : new Scope(project, project);
        });
        scopes.put("task_id", id -> {
            Task task = store.tasks.get(id);
            return task == null ? null : new Scope(task, task.labels());
        });
        scopes.put("job_id", id -> {
            Job job = store.jobs.get(id);
            return job == null ? null : new Scope(job, job.task.labels());
        });
        instance.hooks.onRemoval(Project.class, editor::removeAll);
    }

    /**
     * Whose labels a list shows.
     *
     * @param asked  what the list was asked for by: who sees it sees the labels
     * @param holder what they hang on
     */
    private record Scope(Owned asked, Labeled holder) {
    }

    private Answer list(Call call) {
        if (scopes.keySet().stream().filter(each -> call.query().has(each)).count() > 1) {
            throw Fault.list("job_id, task_id and project_id parameters cannot be used together");
        }
        Labeled holder = null;
        for (Map.Entry<String, LongFunction<Scope>> scope : scopes.entrySet()) {
            Long id = call.query().number(scope.getKey());
            if (id != null) {
                Scope found = scope.getValue().apply(id);
                if (found == null) {
                    throw Fault.notFound();
                }
                Permissions.require(instance.permissions.sees(call.user(), found.asked()));
                holder = found.holder();
            }
        }
        Predicate<Label> shown = each -> each.parent == null; // sublabels come with their parents only
        Collection<Label> labels = holder == null ? store.labels.all() : store.labelsOf.get(holder);
        Predicate<Label> visible = holder != null ? shown : shown.and(instance.permissions.listed(call,
                each -> each.holder.organization(), each -> instance.permissions.sees(call.user(), each.holder)));
        return LIST.page(call, labels, visible, Labels::view);
    }

    private Label find(Call call) {
        return EntityLookup.ofPath(call, store.labels, "Label");
    }

    private Label seen(Call call) {
        Label label = find(call);
        Permissions.require(instance.permissions.sees(call.user(), label.holder));
        return label;
    }

    private Answer update(Call call) {
        Label label = seen(call);
        Body body = call.body();
        if (body.flag("deleted", false)) {
            throw Fault.nonField("Labels cannot be deleted by updating in this endpoint. "
                    + "Please use the DELETE method instead.");
        }
        requireParent(label, "modified");
        editor.change(label, body);
        label.updated = Instants.now();
        dateHolder(label);
        return Answer.ok(view(label));
    }

    /** A change of a label is one of its project or task. */
    private static void dateHolder(Label label) {
        if (label.holder instanceof Entity changed) {
            changed.updated = Instants.now();
        }
    }

    private Answer destroy(Call call) {
        Label label = seen(call);
        requireParent(label, "deleted");
        editor.remove(call, label);
        dateHolder(label);
        return Answer.noContent();
    }

    private static void requireParent(Label label, String what) {
        if (label.parent != null) {
            throw Fault.list("Sublabels cannot be " + what
                    + " this way. Please send a PATCH request with updated parent label data instead.");
        }
    }

    static Map<String, Object> view(Label label) {
        Map<String, Object> view = Json.object("id", label.id, "name", label.name, "color", label.color,
                "attributes", label.attributes.stream().map(Labels::view).toList(), "type", label.type,
                "has_parent", label.parent != null);
        if (label.type.equals("skeleton") && label.parent == null) {
            view.put("svg", label.svg);
        }
        if (label.parent == null) {
            view.put("sublabels", label.sublabels.stream().map(Labels::sublabel).toList());
        }
        view.put(label.holder.kind() + "_id", label.holder.identity());
        view.put("parent_id", label.parent == null ? null : label.parent.id);
        return view;
    }

    private static Map<String, Object> sublabel(Label label) {
        return Json.object("id", label.id, "name", label.name, "color", label.color,
                "attributes", label.attributes.stream().map(Labels::view).toList(),
                "type", label.type, "has_parent", true);
    }

    private static Map<String, Object> view(Label.Attribute attribute) {
        return Json.object("id", attribute.id, "name", attribute.name, "mutable", attribute.mutable,
                "input_type", attribute.inputType, "default_value", attribute.defaultValue, "values", attribute.values);
    }
}
