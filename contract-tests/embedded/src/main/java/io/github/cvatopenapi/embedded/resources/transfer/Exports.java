package io.github.cvatopenapi.embedded.resources.transfer;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Work;
import io.github.cvatopenapi.embedded.formats.DatasetFormat;
import io.github.cvatopenapi.embedded.formats.FormatException;
import io.github.cvatopenapi.embedded.formats.Formats;
import io.github.cvatopenapi.embedded.formats.ProjectView;
import io.github.cvatopenapi.embedded.formats.TaskView;
import io.github.cvatopenapi.embedded.media.MediaException;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.PathEntities;
import io.github.cvatopenapi.embedded.resources.storages.FilePlaces;
import io.github.cvatopenapi.embedded.store.Entity;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.Storage;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Exports of datasets and annotations. */
public final class Exports {

    private final Instance instance;
    private final Store store;
    private final PathEntities ofPath;
    private final FormatViews views;
    private final ResultFiles results;

    Exports(Instance instance, ResultFiles results) {
        this.instance = instance;
        this.store = instance.store;
        this.ofPath = instance.ofPath;
        this.views = new FormatViews(store);
        this.results = results;
        List.of("task", "job", "project").forEach(this::addPaths);
        // where datasets are imported, the retired way to export them is still known
        instance.operations.extra("project dataset by GET", "GET", "/api/projects/{id}/dataset/", call -> {
            ofPath.project(call);
            return RetiredExports.answer("projects", "dataset/export?save_images=True")
                    .with("Allow", "GET, POST, HEAD, OPTIONS");
        });
    }

    /** Paths that the document does not have: of the retired way to export, and of downloads. */
    private void addPaths(String kind) {
        String plural = kind + "s";
        String path = "/api/" + plural + "/{id}/dataset";
        if (!kind.equals("project")) {
            instance.operations.extra(kind + " dataset", "GET", path, call -> {
                find(kind, call);
                return RetiredExports.answer(plural, "dataset/export?save_images=True");
            });
        }
        instance.operations.extra(kind + " dataset download", "GET", path + "/download", call -> {
            find(kind, call);
            return results.download(call);
        });
    }

    private Entity find(String kind, Call call) {
        return switch (kind) {
            case "task" -> ofPath.task(call);
            case "job" -> ofPath.job(call);
            default -> ofPath.project(call);
        };
    }

    public Answer task(Call call) {
        Task task = ofPath.task(call);
        String format = format(call);
        if (task.data == null) {
            throw Fault.sentence(400, "Exporting annotations from a task without data is not allowed");
        }
        TaskView view = views.task(task);
        return submit(call, "task", task.id, task.updated, task.targetStorage, format,
                work -> work.task(task.id).project(task.project == null ? null : task.project.id),
                (writer, images, target) -> writer.write(view, images, target));
    }

    public Answer job(Call call) {
        Job job = ofPath.job(call);
        String format = format(call);
        TaskView view = views.job(job);
        Task task = job.task;
        return submit(call, "job", job.id, job.updated, task.targetStorage, format,
                work -> work.job(job.id).task(task.id).project(task.project == null ? null : task.project.id),
                (writer, images, target) -> writer.write(view, images, target));
    }

    public Answer project(Call call) {
        Project project = ofPath.project(call);
        String format = format(call);
        ProjectView view = views.project(project);
        return submit(call, "project", project.id, project.updated, project.targetStorage, format,
                work -> work.project(project.id), (writer, images, target) -> writer.write(view, images, target));
    }

    private static String format(Call call) {
        String format = call.query().get("format");
        if (format == null || !Formats.isExporter(format)) {
            throw Fault.list("Unknown format specified for the request");
        }
        return format;
    }

    private interface Writing {
        void write(DatasetFormat writer, boolean images, Path target);
    }

    private Answer submit(Call call, String kind, long id, Instant updated, Storage configured, String format,
            UnaryOperator<Work> facts, Writing writing) {
        boolean images = call.query().flag("save_images", false);
        String part = images ? "dataset" : "annotations";
        String rq = "action=export&target=" + kind + "&target_id=" + id + "&user_id=" + call.user().id + "&format="
                + format.replace(' ', '_').replace('.', '~') + "&subresource=" + part;
        FilePlaces.Place place = instance.places.of(call, configured);
        String name = ResultFiles.fileName(kind + "_" + id + "_" + part, updated, "_"
                + format.toLowerCase(Locale.ROOT));
        Work work = facts.apply(new Work(call, rq, "export:" + part, kind).format(format));
        String path = "/api/" + kind + "s/" + id + "/dataset/download";
        return instance.queue.submit(work, running -> results.make(running, place, name, path, target -> {
            try {
                writing.write(Formats.exporter(format), images, target);
            } catch (FormatException | MediaException refused) {
                throw new Work.Failure(refused.getMessage());
            }
        }));
    }
}
