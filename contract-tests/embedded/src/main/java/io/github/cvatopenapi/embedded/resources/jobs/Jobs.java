package io.github.cvatopenapi.embedded.resources.jobs;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Field;
import io.github.cvatopenapi.embedded.engine.Hooks;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.engine.Listing;
import io.github.cvatopenapi.embedded.media.MediaException;
import io.github.cvatopenapi.embedded.media.Segments;
import io.github.cvatopenapi.embedded.media.ValidationFrames;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.PathEntities;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.resources.taskdata.TaskMaker;
import io.github.cvatopenapi.embedded.resources.views.SharedViews;
import io.github.cvatopenapi.embedded.resources.views.TaskViews;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import io.github.cvatopenapi.embedded.store.TaskData;
import io.github.cvatopenapi.embedded.store.User;
import io.github.cvatopenapi.spec.Trees;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Jobs, but for their data and what is drawn on it. */
public final class Jobs {

    private static final Listing<Job> LIST = new Listing<>(
            Field.number("id", each -> each.id),
            Field.<Job>text("task_name", each -> each.task.name).search(),
            Field.<Job>text("project_name", each -> each.task.project == null ? null : each.task.project.name).search(),
            Field.<Job>text("assignee", each -> SharedViews.username(each.assignee)).search(),
            Field.<Job>text("state", each -> each.state).search(),
            Field.<Job>text("stage", each -> each.stage).search(),
            Field.text("type", each -> each.type),
            Field.text("dimension", each -> TaskViews.dimension(each.task)),
            Field.number("task_id", each -> each.task.id),
            Field.number("project_id", each -> each.task.project == null ? null : each.task.project.id),
            Field.number("parent_job_id", each -> each.parent == null ? null : each.parent.id),
            Field.date("updated_date", each -> each.updated));

    private final Instance instance;
    private final Store store;
    private final Permissions permissions;
    private final PathEntities ofPath;
    private final TaskMaker maker;

    public Jobs(Instance instance) {
        this.instance = instance;
        this.store = instance.store;
        this.permissions = instance.permissions;
        this.ofPath = instance.ofPath;
        this.maker = new TaskMaker(store);
        instance.operations.on("jobs_list", call -> LIST.page(call, store.jobs.newestFirst(),
                permissions.listed(call, Job::organization, each -> permissions.staff(call.user(), each)), each ->
                        view(call, each)));
        instance.operations.on("jobs_create", this::create);
        instance.operations.on("jobs_retrieve", call -> Answer.ok(view(call, ofPath.job(call))));
        instance.operations.on("jobs_partial_update", this::update);
        instance.operations.on("jobs_destroy", this::destroy);
        // whether a user or task may be named is judged before whether the id is well formed
        instance.rules.anything("jobs_create", "assignee", "task_id");
        instance.rules.anything("jobs_partial_update", "assignee");
        instance.rules.onlyDeclared("jobs_partial_update");
        instance.hooks.onRemoval(Task.class, (call, task) -> List.copyOf(store.jobsOf.get(task))
                .forEach(each -> remove(call, each)));
        instance.hooks.onRemoval(User.class, (call, user) ->
                store.jobs.all().forEach(each -> each.assignee = each.assignee == user ? null : each.assignee));
    }

    private Map<String, Object> view(Call call, Job job) {
        return TaskViews.job(call, store, job);
    }

    private Answer create(Call call) {
        Object sent = call.content();
        Object id = sent instanceof Map ? Trees.object(sent).get("task_id") : null;
        if (id == null && (sent instanceof Map || sent == Answer.NONE)) {
            throw Fault.list("task_id is not specified");
        }
        Task task = id instanceof Number number ? task(number) : null;
        Permissions.require(task == null || permissions.sees(call.user(), task));
        Body body = call.body();
        User assignee = permissions.named(body, "assignee");
        permissions.requireAssignable(call, assignee, task == null ? null : task.organization);
        if (!(id instanceof Long)) {
            throw Fault.field("task_id", "A valid integer is required.");
        }
        requireShare(body, "frame_share");
        requireShare(body, "frames_per_job_share");
        if (!Job.GROUND_TRUTH.equals(body.text("type"))) {
            throw Fault.list("Unexpected job type '" + body.text("type") + "'");
        }
        if (task.data == null) {
            throw Fault.list("This task has no data attached yet. Please set up task data and try again");
        }
        if (task.data.validation != null) {
            throw Fault.list("Task with validation mode \"" + task.data.validation.mode
                    + "\" cannot have more than 1 GT job");
        }
        TaskData.Validation validation = new TaskData.Validation();
        validation.mode = "gt";
        validation.frames = frames(task, body);
        task.data.validation = validation;
        Job job = maker.groundTruthJob(task);
        job.assignee = assignee;
        job.assigneeUpdated = assignee == null ? null : Instants.now();
        job.stage = body.text("stage", job.stage);
        job.state = body.text("state", job.state);
        task.updated = Instants.now();
        instance.publish(call, Hooks.Event.CREATE, "job", job, view(call, job), null);
        return Answer.created(view(call, job));
    }

    private Task task(Number id) {
        boolean whole = id instanceof Long || id instanceof Double && Math.abs(id.doubleValue()) < 1e15;
        Task task = whole ? store.tasks.get(id.longValue()) : null;
        if (task == null) {
            throw Fault.list("Task matching query does not exist.");
        }
        return task;
    }

    private static void requireShare(Body body, String property) {
        Double share = body.decimal(property);
        if (share != null && (share < 0 || share > 1)) {
            throw Fault.field(property, "Value must be in the range [0; 1]");
        }
    }

    private static List<Integer> frames(Task task, Body body) {
        Random random = ValidationFrames.chance(body.number("random_seed"));
        try {
            return switch (String.valueOf(body.text("frame_selection_method"))) {
                case "manual" -> ValidationFrames.manual(task.data.size(), body.<Number>list("frames").stream()
                        .map(each -> (int) Math.min(Integer.MAX_VALUE, each.longValue())).toList());
                case "random_per_job" -> ValidationFrames.perJob(Segments.evenly(task.data.size(), task.segmentSize,
                        task.overlap),
                        TaskMaker.amount(body, "frames_per_job_"), random);
                case "random_uniform" -> ValidationFrames.uniform(task.data.size(), TaskMaker.amount(body, "frame_"),
                        random);
                default -> throw Fault.field("frame_selection_method", "This field is required.");
            };
        } catch (MediaException bad) {
            throw Fault.list(bad.getMessage());
        }
    }

    private Answer update(Call call) {
        Job job = ofPath.job(call);
        Body body = call.body();
        User assignee = body.has("assignee") ? permissions.named(body, "assignee") : job.assignee;
        if (assignee != job.assignee) {
            permissions.requireAssignable(call, assignee, job.task.organization);
        }
        String stage = body.text("stage", job.stage);
        // who is only given a job may say how far it is, not what comes next
        Permissions.require(assignee == job.assignee && stage.equals(job.stage)
                || permissions.sees(call.user(), job.task));
        Map<String, Object> before = view(call, job);
        boolean moved = !stage.equals(job.stage);
        job.stage = stage;
        job.state = body.text("state", moved ? "new" : job.state);
        if (assignee != job.assignee) {
            job.assignee = assignee;
            job.assigneeUpdated = Instants.now();
        }
        job.task.progress(store.jobsOf.get(job.task));
        if (!body.values().isEmpty()) {
            job.updated = Instants.now();
        }
        instance.publish(call, Hooks.Event.UPDATE, "job", job, view(call, job), before);
        return Answer.ok(view(call, job));
    }

    private Answer destroy(Call call) {
        Job job = ofPath.job(call);
        Permissions.require(permissions.sees(call.user(), job.task));
        if (!job.type.equals(Job.GROUND_TRUTH)) {
            throw Fault.list("Only ground truth jobs can be removed");
        }
        if (!job.task.data.validation.mode.equals("gt")) {
            throw Fault.list("GT jobs cannot be removed when the task validation mode is \""
                    + job.task.data.validation.mode + "\"");
        }
        job.task.data.validation = null;
        remove(call, job);
        return Answer.noContent();
    }

    private void remove(Call call, Job job) {
        instance.publish(call, Hooks.Event.DELETE, "job", job, view(call, job), null);
        instance.hooks.removing(call, job);
        store.jobs.remove(job);
    }
}
