package io.github.cvatopenapi.embedded.resources.projects;

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
import io.github.cvatopenapi.embedded.resources.settings.CommonSettings;
import io.github.cvatopenapi.embedded.resources.settings.LabelEditor;
import io.github.cvatopenapi.embedded.resources.taskdata.TaskMedia;
import io.github.cvatopenapi.embedded.resources.views.SharedViews;
import io.github.cvatopenapi.embedded.resources.views.TaskViews;
import io.github.cvatopenapi.embedded.store.Organization;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.Role;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import io.github.cvatopenapi.embedded.store.User;
import java.util.List;
import java.util.Map;

/** Projects. */
public final class Projects {

    private static final Listing<Project> LIST = new Listing<>(
            Field.number("id", each -> each.id),
            Field.<Project>text("name", each -> each.name).search(),
            Field.<Project>text("owner", each -> SharedViews.username(each.owner)).search(),
            Field.<Project>text("assignee", each -> SharedViews.username(each.assignee)).search(),
            Field.<Project>text("status", each -> each.status).search(),
            Field.date("updated_date", each -> each.updated));

    private final Instance instance;
    private final Store store;
    private final LabelEditor labelEditor;
    private final Permissions permissions;

    public Projects(Instance instance, TaskMedia media) {
        this.instance = instance;
        this.store = instance.store;
        this.labelEditor = new LabelEditor(instance);
        this.permissions = instance.permissions;
        instance.operations.on("projects_list", call -> LIST.page(call, store.projects.newestFirst(),
                permissions.listed(call, each -> each.organization, each -> permissions.staff(call.user(), each)),
                each -> view(call, each)));
        instance.operations.on("projects_create", this::create);
        instance.operations.on("projects_retrieve", call -> Answer.ok(view(call, instance.ofPath.project(call))));
        instance.operations.on("projects_partial_update", this::update);
        instance.operations.on("projects_destroy", this::destroy);
        instance.operations.on("projects_retrieve_preview", media::projectPreview);
        instance.operations.unlocked("projects_retrieve_preview");
        // whether a user may be named is judged before whether the id is well formed
        instance.rules.anything("projects_create", "owner_id", "assignee_id");
        instance.rules.anything("projects_partial_update", "owner_id", "assignee_id");
        instance.rules.onlyDeclared("projects_partial_update");
        instance.hooks.onRemoval(User.class, (call, gone) -> store.projects.all().forEach(each -> each.forget(gone)));
        instance.hooks.onRemoval(Organization.class,
                (call, gone) -> store.projects.all().forEach(each -> each.forget(gone)));
    }

    private Answer create(Call call) {
        permissions.requireCreator(call);
        Body body = call.body();
        User owner = permissions.named(body, "owner_id");
        User assignee = permissions.named(body, "assignee_id");
        labelEditor.requireNew(body.objects("labels"));
        Project project = new Project();
        CommonSettings.read(store, body, project, owner == null ? call.user() : owner, assignee,
                call.context().organization()).set(project);
        store.projects.add(project);
        labelEditor.apply(call, project, body.objects("labels"));
        instance.publish(call, Hooks.Event.CREATE, "project", project, view(call, project), null);
        return Answer.created(view(call, project));
    }

    private Answer update(Call call) {
        Project project = instance.ofPath.project(call);
        Body body = call.body();
        User user = call.user();
        if (body.value("owner_id") != null) {
            Permissions.require(user.admin() || permissions.atLeast(Role.MAINTAINER, project.organization, user));
        }
        User owner = body.value("owner_id") == null ? project.owner : permissions.named(body, "owner_id");
        User assignee = body.has("assignee_id") ? permissions.named(body, "assignee_id") : project.assignee;
        Permissions.require(assignee == project.assignee || permissions.owns(user, project));
        Organization organization = permissions.organization(user, body, project);
        CommonSettings settings = CommonSettings.read(store, body, project, owner, assignee, organization);
        Map<String, Object> before = view(call, project);
        labelEditor.apply(call, project, body.objects("labels"));
        settings.set(project);
        project.updated = Instants.now();
        instance.publish(call, Hooks.Event.UPDATE, "project", project, view(call, project), before);
        return Answer.ok(view(call, project));
    }

    private Answer destroy(Call call) {
        Project project = EntityLookup.ofPath(call, store.projects, "Project");
        Permissions.require(permissions.owns(call.user(), project));
        instance.publish(call, Hooks.Event.DELETE, "project", project, view(call, project), null);
        instance.hooks.removing(call, project);
        store.projects.remove(project);
        return Answer.noContent();
    }

    private Map<String, Object> view(Call call, Project project) {
        Long organization = project.organization == null ? null : project.organization.id;
        List<Task> tasks = store.tasks.all().stream().filter(each -> each.project == project).toList();
        List<String> subsets = tasks.stream().map(each -> each.subset).filter(each -> !each.isEmpty())
                .distinct().sorted().toList();
        return Json.object("url", call.url("/api/projects/" + project.id), "id", project.id, "name", project.name,
                "owner", SharedViews.user(call, project.owner), "assignee", SharedViews.user(call, project.assignee),
                "guide_id", store.guideId(project), "bug_tracker", project.bugTracker, "task_subsets", subsets,
                "created_date", project.created, "updated_date", project.updated, "status", project.status,
                "dimension", tasks.isEmpty() ? null : TaskViews.dimension(tasks.get(0)),
                "organization", organization, "organization_id", organization,
                "target_storage", SharedViews.storage(project.targetStorage),
                "source_storage", SharedViews.storage(project.sourceStorage),
                "tasks", Map.of("count", tasks.size(), "url", call.url("/api/tasks?project_id=" + project.id)),
                "labels", Map.of("url", call.url("/api/labels?project_id=" + project.id)),
                "assignee_updated_date", project.assigneeUpdated);
    }
}
