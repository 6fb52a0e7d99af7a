package io.github.cvatopenapi.embedded.resources.transfer;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Work;
import io.github.cvatopenapi.embedded.formats.Formats;
import io.github.cvatopenapi.embedded.formats.FrameView;
import io.github.cvatopenapi.embedded.formats.ImportedTask;
import io.github.cvatopenapi.embedded.formats.LabelView;
import io.github.cvatopenapi.embedded.media.Archives;
import io.github.cvatopenapi.embedded.media.Frame;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotationCheck;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotationSet;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotationStore;
import io.github.cvatopenapi.embedded.resources.annotations.GsonTrees;
import io.github.cvatopenapi.embedded.resources.instance.Batch;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.PathEntities;
import io.github.cvatopenapi.embedded.resources.taskdata.DataOptions;
import io.github.cvatopenapi.embedded.resources.taskdata.MediaCollector;
import io.github.cvatopenapi.embedded.resources.taskdata.TaskMaker;
import io.github.cvatopenapi.embedded.resources.uploads.FileTrees;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import io.github.cvatopenapi.embedded.store.TaskData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Imports of annotations into tasks and jobs, and of datasets into projects. */
public final class Imports {

    private final Instance instance;
    private final Store store;
    private final PathEntities ofPath;
    private final FormatViews views;
    private final ImportFiles files;
    private final AnnotationStore annotations;
    private final TaskMaker maker;

    Imports(Instance instance, ImportFiles files) {
        this.instance = instance;
        this.store = instance.store;
        this.ofPath = instance.ofPath;
        this.views = new FormatViews(store);
        this.files = files;
        this.annotations = new AnnotationStore(store);
        this.maker = new TaskMaker(store);
        files.pieces("task annotations", "/api/tasks/{id}/annotations/{file_id}");
        files.pieces("job annotations", "/api/jobs/{id}/annotations/{file_id}");
        files.pieces("project dataset", "/api/projects/{id}/dataset/{file_id}");
    }

    public Answer task(Call call) {
        Task task = ofPath.task(call);
        String target = "annotations of task " + task.id;
        return files.receive(call, target, "annotation_file", task.sourceStorage, () -> format(call), file -> {
            if (task.data == null) {
                throw Fault.list("The task has no data yet");
            }
            Work work = new Work(call, "action=import&target=task&target_id=" + task.id + "&subresource=annotations",
                    "import:annotations", "task").task(task.id).project(task.project == null ? null : task.project.id);
            List<FrameView> frames = FormatViews.frames(task, IntStream.range(0, task.data.size()).boxed().toList());
            return submit(call, work, file, views.labels(task.labels()), frames, task, null);
        });
    }

    public Answer job(Call call) {
        Job job = ofPath.job(call);
        String target = "annotations of job " + job.id;
        return files.receive(call, target, "annotation_file", job.task.sourceStorage, () -> format(call), file -> {
            Work work = new Work(call, "action=import&target=job&target_id=" + job.id + "&subresource=annotations",
                    "import:annotations", "job").job(job.id).task(job.task.id)
                    .project(job.task.project == null ? null : job.task.project.id);
            List<FrameView> frames = FormatViews.frames(job.task, job.frames());
            return submit(call, work, file, views.labels(job.task.labels()), frames, job.task, job);
        });
    }

    private static String format(Call call) {
        String format = call.query().get("format");
        if (format == null || !Formats.isImporter(format)) {
            throw Fault.list("Unknown input format '" + (format == null ? "" : format) + "'");
        }
        return format;
    }

    private Answer submit(Call call, Work work, ImportFile file, List<LabelView> labels, List<FrameView> frames,
            Task task, Job job) {
        String format = format(call);
        return files.submit(work, file, scratch -> {
            JsonObject read = Formats.importer(format).read(file.path(), labels, frames, scratch.resolve("unpacked"));
            store.write(() -> {
                if (!store.tasks.contains(task) || job != null && !store.jobs.contains(job)) {
                    throw new Work.Failure("What the annotations are for was removed");
                }
                AnnotationSet set = set(task, read);
                annotations.clear(job == null ? annotations.jobs(task) : List.of(job));
                if (job == null) {
                    annotations.create(task, set);
                } else {
                    annotations.create(job, set);
                }
                return null;
            });
            return Work.Result.NONE;
        });
    }

    /** What was read, held against the same rules as what is sent. */
    private AnnotationSet set(Task task, JsonObject read) {
        return new AnnotationCheck(store, task.labels()).read(new Body(GsonTrees.tree(read)), false);
    }

    public Answer project(Call call) {
        Project project = ofPath.project(call);
        String target = "dataset of project " + project.id;
        return files.receive(call, target, "dataset_file", project.sourceStorage, () -> format(call), file -> {
            Work work = new Work(call, "action=import&target=project&target_id=" + project.id + "&subresource=dataset",
                    "import:dataset", "project").project(project.id);
            String format = format(call);
            List<LabelView> labels = views.labels(project);
            return files.submit(work, file, scratch -> {
                List<ImportedTask> tasks = Formats.importer(format).readProject(file.path(), labels,
                        scratch.resolve("unpacked"));
                DataOptions options = DataOptions.of(new Body(Map.of()), null, null);
                List<TaskData> data = new ArrayList<>();
                try {
                    for (ImportedTask each : tasks) {
                        Path directory = Files.createDirectories(
                                instance.settings.directory().resolve("data").resolve(UUID.randomUUID().toString()));
                        data.add(TaskMaker.data(new MediaCollector.Gathered(own(each, directory), null, false), options,
                                directory));
                    }
                    Batch batch = new Batch(instance, call);
                    store.write(() -> batch.run(() -> {
                        if (!store.projects.contains(project)) {
                            throw new Work.Failure("The project was removed");
                        }
                        for (int each = 0; each < tasks.size(); each++) {
                            add(call, batch, project, tasks.get(each), data.get(each), options);
                        }
                        return null;
                    }));
                } catch (RuntimeException | IOException failed) {
                    data.forEach(each -> FileTrees.delete(each.directory));
                    throw failed;
                }
                return Work.Result.NONE;
            });
        });
    }

    /** Copies the pictures of a task to a directory of its own, as each goes with its task. */
    private static List<Frame> own(ImportedTask task, Path directory) throws IOException {
        List<Frame> frames = new ArrayList<>();
        for (FrameView each : task.frames()) {
            Path file = Archives.inside(directory, each.name());
            Files.createDirectories(file.getParent());
            Files.copy(each.file(), file, StandardCopyOption.REPLACE_EXISTING);
            frames.add(Frame.of(each.name(), file));
        }
        return frames;
    }

    private void add(Call call, Batch batch, Project project, ImportedTask imported, TaskData data,
            DataOptions options) {
        Task task = new Task();
        task.name = imported.subset();
        task.subset = imported.subset().equals("default") ? "" : imported.subset();
        task.project = project;
        task.owner = call.user();
        task.organization = project.organization;
        batch.add(task);
        maker.install(task, data, options);
        annotations.create(task, set(task, imported.annotations()));
    }
}
