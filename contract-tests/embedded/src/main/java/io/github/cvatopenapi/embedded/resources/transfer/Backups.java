package io.github.cvatopenapi.embedded.resources.transfer;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Work;
import io.github.cvatopenapi.embedded.formats.Backup;
import io.github.cvatopenapi.embedded.formats.FormatException;
import io.github.cvatopenapi.embedded.formats.LabelView;
import io.github.cvatopenapi.embedded.media.Frame;
import io.github.cvatopenapi.embedded.media.MediaException;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotationStore;
import io.github.cvatopenapi.embedded.resources.annotations.GsonTrees;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.PathEntities;
import io.github.cvatopenapi.embedded.resources.storages.FilePlaces;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import java.time.Instant;
import java.util.List;

/** Backups of tasks and projects. */
public final class Backups {

    private final Instance instance;
    private final Store store;
    private final PathEntities ofPath;
    private final FormatViews views;
    private final AnnotationStore annotations;
    private final ResultFiles results;

    Backups(Instance instance, ResultFiles results) {
        this.instance = instance;
        this.store = instance.store;
        this.ofPath = instance.ofPath;
        this.views = new FormatViews(store);
        this.annotations = new AnnotationStore(store);
        this.results = results;
        extras("tasks");
        extras("projects");
    }

    private void extras(String plural) {
        instance.operations.extra(plural + " backup", "GET", "/api/" + plural + "/{id}/backup", call -> {
            find(plural, call);
            return RetiredExports.answer(plural, "backup/export");
        });
        instance.operations.extra(plural + " backup download", "GET", "/api/" + plural + "/{id}/backup/download",
                call -> {
            find(plural, call);
            return results.download(call);
        });
    }

    private void find(String plural, Call call) {
        if (plural.equals("tasks")) {
            ofPath.task(call);
        } else {
            ofPath.project(call);
        }
    }

    public Answer task(Call call) {
        Task task = ofPath.task(call);
        if (task.data == null) {
            throw Fault.list("Backup of a task without data is not allowed");
        }
        boolean light = light(call, List.of(task));
        Backup.Task backup = backup(task, light);
        List<LabelView> labels = views.labels(task.labels());
        JsonObject settings = backup.settings();
        if (task.project != null) { // a task alone takes the labels of its project along
            settings.add("labels", BackupSettings.of(store, task.project).get("labels"));
        }
        return submit(call, "task", task.id, task.name, task.updated,
                work(call, "task", task.id, light).task(task.id)
                        .project(task.project == null ? null : task.project.id),
                instance.places.of(call, task.targetStorage), target -> Backup.write(backup, labels, target));
    }

    public Answer project(Call call) {
        Project project = ofPath.project(call);
        List<Task> all = store.tasks.all().stream().filter(each -> each.project == project).toList();
        boolean light = light(call, all);
        List<Backup.Task> tasks = all.stream().map(each -> backup(each, light)).toList();
        Backup.Project backup = new Backup.Project(BackupSettings.of(store, project), tasks);
        List<LabelView> labels = views.labels(project);
        return submit(call, "project", project.id, project.name, project.updated,
                work(call, "project", project.id, light).project(project.id),
                instance.places.of(call, project.targetStorage), target -> Backup.write(backup, labels, target));
    }

    /** Whether pictures stay in cloud storages: wished for unless the call says otherwise, where there are such. */
    private static boolean light(Call call, List<Task> tasks) {
        return call.query().flag("lightweight", true)
                && tasks.stream().anyMatch(each -> each.data != null && each.data.storage.equals("cloud_storage"));
    }

    private static Work work(Call call, String kind, long id, boolean light) {
        Work work = new Work(call, "action=export&target=" + kind + "&target_id=" + id + "&user_id=" + call.user().id
                + (light ? "&lightweight=True" : "") + "&subresource=backup", "export:backup", kind);
        return light ? work.lightweight() : work;
    }

    private Backup.Task backup(Task task, boolean light) {
        List<Job> jobs = store.jobsOf.get(task);
        List<Frame> frames = task.data == null || task.data.video != null ? List.of() : task.data.frames;
        return new Backup.Task(BackupSettings.of(store, task, jobs, light),
                jobs.stream().map(each -> GsonTrees.object(annotations.of(each).view())).toList(), frames,
                task.data == null || task.data.video == null ? null : task.data.video.file());
    }

    private Answer submit(Call call, String kind, long id, String name, Instant updated, Work work,
            FilePlaces.Place place,
            ResultFiles.Writing writing) {
        String file = ResultFiles.fileName(kind + "_" + name + "_backup", updated, "");
        return instance.queue.submit(work, running -> results.make(running, place, file,
                "/api/" + kind + "s/" + id + "/backup/download", target -> {
                    try {
                        writing.to(target);
                    } catch (FormatException | MediaException refused) {
                        throw new Work.Failure(refused.getMessage());
                    }
                }));
    }
}
