package io.github.cvatopenapi.embedded.resources;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Field;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Listing;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.User;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Projects. */
final class Projects {

    private static final Listing<Project> LIST = new Listing<>(
            Field.number("id", each -> each.id),
            Field.<Project>text("name", each -> each.name).search(),
            Field.<Project>text("owner", each -> Views.username(each.owner)).search(),
            Field.<Project>text("assignee", each -> Views.username(each.assignee)).search(),
            Field.<Project>text("status", each -> each.status).search(),
            Field.date("created_date", each -> each.created),
            Field.date("updated_date", each -> each.updated));

    private final Instance instance;
    private final Access access;

    Projects(Instance instance) {
        this.instance = instance;
        this.access = new Access(instance.store);
        instance.operations.on("projects_list", call -> LIST.page(call, instance.store.projects.newestFirst(),
                access.listed(call, each -> each.organization, each -> access.staff(call.user(), each)), each -> view(call, each)));
        instance.operations.on("projects_create", this::create);
        instance.operations.on("projects_retrieve", call -> Answer.ok(view(call, seen(call))));
        instance.operations.on("projects_partial_update", this::update);
        instance.operations.on("projects_destroy", this::destroy);
    }

    private Project find(Call call) {
        Project project = instance.store.projects.get(call.id());
        if (project == null) {
            throw Fault.noSuch("Project");
        }
        return project;
    }

    private Project seen(Call call) {
        Project project = find(call);
        Access.require(access.sees(call.user(), project));
        return project;
    }

    private Answer create(Call call) {
        access.requireCreator(call);
        Body body = call.body();
        Project project = new Project();
        project.owner = call.user();
        project.organization = call.context().organization();
        fill(project, body);
        instance.store.projects.add(project);
        return Answer.created(view(call, project));
    }

    private Answer update(Call call) {
        Project project = seen(call);
        fill(project, call.body());
        project.updated = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return Answer.ok(view(call, project));
    }

    private void fill(Project project, Body body) {
        User owner = body.has("owner_id") && body.number("owner_id") != null ? user(body, "owner_id") : project.owner;
        User assignee = body.has("assignee_id") ? user(body, "assignee_id") : project.assignee;
        project.name = body.text("name", project.name);
        project.bugTracker = body.text("bug_tracker", project.bugTracker);
        project.owner = owner;
        if (assignee != project.assignee) {
            project.assignee = assignee;
            project.assigneeUpdated = Instant.now().truncatedTo(ChronoUnit.MICROS);
        }
    }

    private User user(Body body, String property) {
        if (body.number(property) == null) {
            return null;
        }
        User user = instance.store.users.get(body.number(property));
        Access.require(user != null);
        return user;
    }

    private Answer destroy(Call call) {
        Project project = find(call);
        Access.require(access.owns(call.user(), project));
        instance.store.projects.remove(project);
        return Answer.noContent();
    }

    static Map<String, Object> view(Call call, Project project) {
        return Json.object("url", call.url("/api/projects/" + project.id), "id", project.id, "name", project.name,
                "owner", Views.user(call, project.owner), "assignee", Views.user(call, project.assignee), "guide_id", null,
                "bug_tracker", project.bugTracker, "task_subsets", List.of(), "created_date", project.created,
                "updated_date", project.updated, "status", project.status, "dimension", null,
                "organization", project.organization == null ? null : project.organization.id,
                "organization_id", project.organization == null ? null : project.organization.id,
                "target_storage", Views.storage(project.targetStorage), "source_storage", Views.storage(project.sourceStorage),
                "tasks", Map.of("count", 0, "url", call.url("/api/tasks?project_id=" + project.id)),
                "labels", Map.of("url", call.url("/api/labels?project_id=" + project.id)),
                "assignee_updated_date", project.assigneeUpdated);
    }
}
