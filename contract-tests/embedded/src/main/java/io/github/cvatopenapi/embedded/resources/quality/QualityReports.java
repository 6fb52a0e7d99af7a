package io.github.cvatopenapi.embedded.resources.quality;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Field;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Listing;
import io.github.cvatopenapi.embedded.engine.Work;
import io.github.cvatopenapi.embedded.engine.WorkQueue;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.EntityLookup;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.resources.views.SharedViews;
import io.github.cvatopenapi.embedded.store.Entity;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Owned;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.QualityReport;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Table;
import io.github.cvatopenapi.embedded.store.Task;
import io.github.cvatopenapi.embedded.store.User;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Quality reports. The conflicts in them are the work of {@link QualityConflicts}. */
public final class QualityReports {

    private static final Listing<QualityReport> LIST = new Listing<>(
            Field.number("id", each -> each.id),
            Field.number("job_id", each -> each.target instanceof Job job ? job.id : null),
            Field.<QualityReport>number("task_id", each -> each.target instanceof Task task ? task.id : null)
                    .ownParameter(),
            Field.<QualityReport>number("project_id",
                    each -> each.target instanceof Project project ? project.id : null).ownParameter(),
            Field.text("target", QualityReport::kind).unfiltered().unsorted(),
            Field.date("created_date", each -> each.created),
            Field.date("gt_last_updated", each -> each.truthUpdated),
            Field.date("target_last_updated", each -> each.targetUpdated));

    private final Instance instance;
    private final Store store;
    private final Permissions permissions;
    private final QualitySettingsResource settings;

    public QualityReports(Instance instance, QualitySettingsResource settings) {
        this.instance = instance;
        this.store = instance.store;
        this.permissions = instance.permissions;
        this.settings = settings;
        instance.operations.on("quality_list_reports", this::list);
        instance.operations.on("quality_create_report", this::create);
        instance.operations.on("quality_retrieve_report", call -> Answer.ok(view(call, seen(call))));
        instance.operations.on("quality_retrieve_report_data", call -> QualityReportFile.answer(call, seen(call)));
        instance.hooks.onRemoval(Job.class, (call, gone) -> removeOf(gone));
        instance.hooks.onRemoval(Task.class, (call, gone) -> removeOf(gone));
        instance.hooks.onRemoval(Project.class, (call, gone) -> removeOf(gone));
        instance.hooks.onRemoval(User.class, (call, user) -> store.qualityReports.all().stream()
                .filter(each -> each.assignee == user).forEach(each -> each.assignee = null));
    }

    private void removeOf(Owned target) {
        store.qualityReports.all().stream().filter(each -> each.target == target).toList().forEach(this::remove);
    }

    private void remove(QualityReport report) {
        store.qualityConflictsOf.get(report).forEach(store.qualityConflicts::remove);
        store.qualityReports.all().stream().filter(each -> each.parent == report).toList().forEach(this::remove);
        store.qualityReports.remove(report);
    }

    private QualityReport seen(Call call) {
        QualityReport report = EntityLookup.ofPath(call, store.qualityReports, "QualityReport");
        Permissions.require(permissions.sees(call.user(), report.target));
        return report;
    }

    /** What a query parameter names, null where it is not given; the caller must be allowed to look at it. */
    private <T extends Entity> T named(Call call, String parameter, Table<T> table, String kind,
            Function<T, Owned> owned) {
        Long id = EntityLookup.asked(call, parameter);
        if (id == null) {
            return null;
        }
        T entity = table.get(id);
        if (entity == null) {
            throw Fault.detail(404, kind + " " + call.query().text(parameter).strip() + " does not exist");
        }
        Permissions.require(permissions.sees(call.user(), owned.apply(entity)));
        return entity;
    }

    /** The report that a query parameter names, likewise. */
    QualityReport report(Call call, String parameter) {
        return named(call, parameter, store.qualityReports, "Quality report", each -> each.target);
    }

    private Answer list(Call call) {
        String target = call.query().text("target");
        if (target != null && !List.of("job", "task", "project").contains(target)) {
            throw Fault.list("Unexpected 'target' filter value '" + target + "'. Valid values are: job, task, project");
        }
        QualityReport parent = report(call, "parent_id");
        Task task = named(call, "task_id", store.tasks, "Task", each -> each);
        Project project = named(call, "project_id", store.projects, "Project", each -> each);
        Job job = named(call, "job_id", store.jobs, "Job", each -> each);
        Predicate<QualityReport> wanted = each -> (job == null || each.target == job)
                && (parent == null || each.parent == parent) && (task == null || each.task() == task)
                && (project == null || each.project() == project);
        return LIST.page(call, store.qualityReports.newestFirst(), wanted.and(permissions.listed(call,
                each -> each.target.organization(),
                each -> permissions.staff(call.user(), each.target))), each -> view(call, each));
    }

    private Answer create(Call call) {
        if (call.query().text("rq_id") != null) {
            return poll(call, call.query().text("rq_id"));
        }
        Body body = call.body();
        if (body.number("task_id") == null && body.number("project_id") == null) {
            throw Fault.nonField("One of the fields \"task_id\", \"project_id\" required");
        }
        if (body.number("task_id") != null && body.number("project_id") != null) {
            throw Fault.nonField("Only 1 of the fields \"task_id\", \"project_id\" can be used");
        }
        QualityCalculation work = new QualityCalculation(store, settings, call.url(""));
        if (body.number("project_id") != null) {
            Project project = chosen(call, body, "project_id", store.projects, "Project");
            return instance.queue.submit(new Work(call, id("project", project.id), "calculate:quality", "project")
                    .project(project.id),
                    running -> work.project(project));
        }
        Task task = chosen(call, body, "task_id", store.tasks, "Task");
        if (QualityCalculation.truth(store, task) == null) {
            throw Fault.list("Quality reports require a Ground Truth job in the task at the acceptance stage "
                    + "and in the completed state");
        }
        return instance.queue.submit(new Work(call, id("task", task.id), "calculate:quality", "task").task(task.id),
                running -> work.task(task));
    }

    private <T extends Entity & Owned> T chosen(Call call, Body body, String property, Table<T> table, String kind) {
        T target = body.value(property) instanceof Long id ? table.get(id) : null;
        if (target == null) {
            throw Fault.detail(404, kind + " " + body.value(property) + " does not exist");
        }
        Permissions.require(permissions.sees(call.user(), target));
        return target;
    }

    private static String id(String target, long id) {
        return "action=calculate&target=" + target + "&target_id=" + id + "&subresource=quality";
    }

    /** The way of older clients to ask whether a report is there. */
    private Answer poll(Call call, String id) {
        WorkQueue.Snapshot snapshot = instance.queue.get(id);
        if (snapshot == null || !"calculate:quality".equals(snapshot.work().type())) {
            throw Fault.detail(404, "Unknown request id");
        }
        Permissions.require(snapshot.work().owner() == call.user() || call.user().admin());
        return switch (snapshot.status()) {
            case FINISHED -> {
                QualityReport report = store.qualityReports.get(snapshot.resultId());
                if (report == null) {
                    throw Fault.noSuch("QualityReport");
                }
                yield Answer.created(view(call, report));
            }
            case FAILED -> throw Fault.list(snapshot.message());
            default -> Answer.accepted(id);
        };
    }

    static Long id(Entity entity) {
        return entity == null ? null : (Long) entity.id;
    }

    private static Map<String, Object> view(Call call, QualityReport report) {
        return Json.object("id", report.id, "job_id", report.target instanceof Job job ? job.id : null, "task_id",
                id(report.task()),
                "project_id", id(report.project()), "parent_id", id(report.parent), "target", report.kind(), "summary",
                        report.summary,
                "created_date", report.created, "target_last_updated", report.targetUpdated, "gt_last_updated",
                        report.truthUpdated,
                "assignee", SharedViews.user(call, report.assignee));
    }
}
