package io.github.cvatopenapi.embedded.resources.tasks;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Field;
import io.github.cvatopenapi.embedded.engine.Hooks;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Listing;
import io.github.cvatopenapi.embedded.engine.WorkQueue;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.EntityLookup;
import io.github.cvatopenapi.embedded.resources.permissions.PathEntities;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.resources.settings.CommonSettings;
import io.github.cvatopenapi.embedded.resources.settings.LabelEditor;
import io.github.cvatopenapi.embedded.resources.views.SharedViews;
import io.github.cvatopenapi.embedded.resources.views.TaskViews;
import io.github.cvatopenapi.embedded.store.Organization;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import io.github.cvatopenapi.embedded.store.User;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tasks, but for their data and what is drawn on it. */
public final class Tasks {

    private static final int MOST_REPLICAS = 10;

    private final Listing<Task> list;
    private final Instance instance;
    private final Store store;
    private final Permissions permissions;
    private final PathEntities ofPath;
    private final LabelEditor labelEditor;
    private final TaskMoves moves;

    public Tasks(Instance instance) {
        this.instance = instance;
        this.store = instance.store;
        this.permissions = instance.permissions;
        this.ofPath = instance.ofPath;
        this.labelEditor = new LabelEditor(instance);
        this.moves = new TaskMoves(instance, labelEditor);
        boolean emptyBeforeData = instance.changes.inForce("dimension-empty-before-data");
        this.list = new Listing<>(
                Field.number("id", each -> each.id),
                Field.<Task>text("name", each -> each.name).search(),
                Field.<Task>text("project_name", each -> each.project == null ? null : each.project.name).search(),
                Field.number("project_id", each -> each.project == null ? null : each.project.id),
                Field.<Task>text("owner", each -> SharedViews.username(each.owner)).search(),
                Field.<Task>text("assignee", each -> SharedViews.username(each.assignee)).search(),
                Field.<Task>text("status", each -> each.status).search(),
                Field.<Task>text("mode", TaskViews::mode).search(),
                Field.<Task>text("subset", each -> each.subset).search(),
                Field.<Task>text("dimension", each -> each.data == null && emptyBeforeData ? ""
                        : TaskViews.dimension(each)).search(),
                Field.<Task>text("tracker_link", each -> each.bugTracker).search(),
                Field.<Task>text("validation_mode", TaskViews::validationMode).search(),
                Field.date("updated_date", each -> each.updated));
        instance.operations.on("tasks_list", call -> list.page(call, store.tasks.newestFirst(),
                permissions.listed(call, each -> each.organization, each -> permissions.staff(call.user(), each)),
                each -> view(call, each)));
        instance.operations.on("tasks_create", this::create);
        instance.operations.on("tasks_retrieve", call -> Answer.ok(view(call, ofPath.task(call))));
        instance.operations.on("tasks_partial_update", this::update);
        instance.operations.on("tasks_destroy", this::destroy);
        instance.operations.on("tasks_retrieve_status", this::status);
        // whether a user or project may be named is judged before whether the id is well formed
        instance.rules.anything("tasks_create", "owner_id", "assignee_id", "project_id");
        instance.rules.anything("tasks_partial_update", "owner_id", "assignee_id", "project_id");
        instance.rules.onlyDeclared("tasks_partial_update");
        listen();
    }

    private void listen() {
        instance.hooks.onRemoval(Project.class, (call, project) ->
                List.copyOf(store.tasks.all()).stream().filter(each -> each.project == project)
                        .forEach(each -> remove(call, each)));
        instance.hooks.onRemoval(User.class, (call, gone) -> store.tasks.all().forEach(each -> each.forget(gone)));
        instance.hooks.onRemoval(Organization.class,
                (call, gone) -> store.tasks.all().forEach(each -> each.forget(gone)));
        instance.hooks.onRemoval(Task.class, labelEditor::removeAll);
    }

    private Map<String, Object> view(Call call, Task task) {
        return TaskViews.task(call, store, task);
    }

    private Answer create(Call call) {
        permissions.requireCreator(call);
        Body body = call.body();
        Project project = project(body);
        Permissions.require(project == null || permissions.sees(call.user(), project));
        Organization organization = project == null ? call.context().organization() : project.organization;
        User owner = named(call, body, "owner_id", organization);
        User assignee = named(call, body, "assignee_id", organization);
        requireWhole(body, "project_id");
        List<Body> labels = body.objects("labels");
        if (project != null && !labels.isEmpty()) {
            throw Fault.list("Task must have only one of Label set or project_id");
        }
        labelEditor.requireNew(labels);
        Task task = new Task();
        task.consensusReplicas = replicas(body);
        CommonSettings.read(store, body, task, owner == null ? call.user() : owner, assignee, organization).set(task);
        task.project = project;
        task.subset = body.text("subset", "");
        task.segmentSize = (int) body.number("segment_size", 0);
        task.overlap = body.number("overlap") == null ? null : body.number("overlap").intValue();
        store.tasks.add(task);
        labelEditor.apply(call, task, labels);
        if (project != null) {
            project.updated = Instants.now();
        }
        instance.publish(call, Hooks.Event.CREATE, "task", task, view(call, task), null);
        return Answer.created(view(call, task));
    }

    private static int replicas(Body body) {
        Object sent = body.value("consensus_replicas");
        if (sent == null) {
            return 0;
        }
        long replicas = body.number("consensus_replicas");
        if (replicas == 1 || replicas > MOST_REPLICAS) {
            throw Fault.field("consensus_replicas",
                    "Consensus replicas must be 0 or a positive number more than 1 and less than 12, got " + sent);
        }
        return (int) replicas;
    }

    /** The project that the body names, null for none or one that is not named by a number. */
    private Project project(Body body) {
        if (!(body.value("project_id") instanceof Number number)) {
            return null;
        }
        boolean whole = number instanceof Long || number instanceof Double && number.doubleValue() < 1e15;
        Project project = whole ? store.projects.get(number.longValue()) : null;
        if (project == null) {
            throw Fault.list("Project matching query does not exist.");
        }
        return project;
    }

    private static void requireWhole(Body body, String property) {
        if (body.value(property) != null && !(body.value(property) instanceof Long)) {
            throw Fault.field(property, "A valid integer is required.");
        }
    }

    private User named(Call call, Body body, String property, Organization organization) {
        User user = permissions.named(body, property);
        permissions.requireAssignable(call, user, organization);
        return user;
    }

    private Answer update(Call call) {
        Task task = ofPath.task(call);
        Body body = call.body();
        Project project = body.has("project_id") ? project(body) : task.project;
        Permissions.require(project == null || permissions.sees(call.user(), project));
        User owner = body.has("owner_id") ? named(call, body, "owner_id", task.organization) : task.owner;
        User assignee = body.has("assignee_id") ? named(call, body, "assignee_id", task.organization) : task.assignee;
        Permissions.require(owner == task.owner || permissions.owns(call.user(), task));
        requireWhole(body, "project_id");
        Organization organization = permissions.organization(call.user(), body, task);
        if (body.has("project_id") && body.value("project_id") == null && task.project != null) {
            throw Fault.field("project_id", "A task cannot leave its project; give another one to move it there.");
        }
        CommonSettings settings = CommonSettings.read(store, body, task, owner, assignee, organization);
        Map<String, Object> before = view(call, task);
        if (project != task.project) {
            moves.move(call, task, project);
        }
        if (task.project == null) {
            labelEditor.apply(call, task, body.objects("labels"));
        }
        settings.set(task);
        task.subset = body.text("subset", task.subset);
        task.updated = Instants.now();
        instance.publish(call, Hooks.Event.UPDATE, "task", task, view(call, task), before);
        return Answer.ok(view(call, task));
    }

    private Answer destroy(Call call) {
        Task task = EntityLookup.ofPath(call, store.tasks, "Task");
        Permissions.require(permissions.owns(call.user(), task));
        remove(call, task);
        return Answer.noContent();
    }

    private void remove(Call call, Task task) {
        instance.publish(call, Hooks.Event.DELETE, "task", task, view(call, task), null);
        instance.hooks.removing(call, task);
        store.tasks.remove(task);
    }

    private Answer status(Call call) {
        Task task = ofPath.task(call);
        WorkQueue.Snapshot work = instance.queue.get(TaskFiles.requestId(task));
        String state = work == null ? "finished" : work.status().name();
        return Answer.ok(Json.object("state", state.substring(0, 1).toUpperCase(Locale.ROOT) + state.substring(1)
                .toLowerCase(Locale.ROOT),
                "message", work == null ? "" : work.message(), "progress", work == null ? 0.0 : work.progress()))
                .with("Deprecation", "true");
    }
}
