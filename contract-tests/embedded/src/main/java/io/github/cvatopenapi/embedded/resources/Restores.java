package io.github.cvatopenapi.embedded.resources;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.engine.Work;
import io.github.cvatopenapi.embedded.formats.Backup;
import io.github.cvatopenapi.embedded.formats.FormatException;
import io.github.cvatopenapi.embedded.formats.LabelView;
import io.github.cvatopenapi.embedded.formats.Relabel;
import io.github.cvatopenapi.embedded.media.Archives;
import io.github.cvatopenapi.embedded.media.Frame;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Labeled;
import io.github.cvatopenapi.embedded.store.Organization;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import io.github.cvatopenapi.embedded.store.TaskData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes tasks and projects of their backups. */
final class Restores {

    private final Instance instance;
    private final Store store;
    private final ImportFiles files;
    private final FormatViews views;
    private final AnnotationStore annotations;
    private final TaskMaker maker;

    Restores(Instance instance, ImportFiles files) {
        this.instance = instance;
        this.store = instance.store;
        this.files = files;
        this.views = new FormatViews(store);
        this.annotations = new AnnotationStore(store);
        this.maker = new TaskMaker(store);
        instance.operations.on("tasks_create_backup", call -> receive(call, "task", (path, kept) -> {
            Backup.Task backup = Backup.readTask(path, BackupSettings::labels, kept);
            return () -> task(call, backup, null, BackupSettings.labels(backup.settings()), kept).id;
        }));
        instance.operations.on("projects_create_backup", call -> receive(call, "project", (path, kept) -> {
            Backup.Project backup = Backup.readProject(path, BackupSettings::labels, kept);
            return () -> project(call, backup, kept).id;
        }));
        files.pieces("task backup", "/api/tasks/backup/{file_id}");
        files.pieces("project backup", "/api/projects/backup/{file_id}");
    }

    /** Reads a file, and gives what then has to be done under the write lock, which answers with an id. */
    private interface Reading {
        Supplier<Long> read(Path file, Path kept);
    }

    private Answer receive(Call call, String kind, Reading reading) {
        instance.access.requireCreator(call);
        return files.receive(call, "backup of " + kind, kind + "_file", () -> null, file -> {
            Work work = new Work(call, "action=import&target=" + kind + "&id=" + UUID.randomUUID()
                    + "&subresource=backup",
                    "import:backup", kind);
            if (!Archives.isZip(file)) {
                Directories.delete(file.getParent());
                return instance.queue.refuse(work, "File is not a zip file");
            }
            return files.submit(work, file, scratch -> {
                Path kept = instance.settings.directory().resolve("data").resolve(scratch.getFileName());
                try {
                    Supplier<Long> making = reading.read(file, kept);
                    work.progress(0.0, kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1)
                            + " is being saved in database");
                    return new Work.Result(null, store.write(making));
                } catch (FormatException | Fault refused) {
                    Directories.delete(kept);
                    throw refused;
                } catch (ClassCastException | NullPointerException | IndexOutOfBoundsException bad) {
                    Directories.delete(kept);
                    throw new Work.Failure("The backup lacks something, or has it in another type than it was written with");
                }
            });
        });
    }

    private Project project(Call call, Backup.Project backup, Path directory) {
        Body settings = new Body(Gsons.tree(backup.settings()));
        Project project = new Project();
        project.name = settings.text("name");
        project.bugTracker = settings.text("bug_tracker", "");
        project.owner = call.user();
        project.organization = call.context().organization();
        instance.labels.editor().requireNew(settings.objects("labels"));
        store.projects.add(project);
        instance.labels.editor().apply(call, project, settings.objects("labels"));
        List<LabelView> provisional = BackupSettings.labels(backup.settings());
        backup.tasks().forEach(each -> task(call, each, project, provisional, directory));
        return project;
    }

    private Task task(Call call, Backup.Task backup, Project project, List<LabelView> provisional, Path directory) {
        Body settings = new Body(Gsons.tree(backup.settings()));
        Organization organization = call.context().organization();
        Task task = new Task();
        task.name = settings.text("name");
        task.bugTracker = settings.text("bug_tracker", "");
        task.subset = settings.text("subset", "");
        task.segmentSize = (int) settings.number("segment_size", 0);
        task.overlap = settings.number("overlap") == null ? null : settings.number("overlap").intValue();
        task.consensusReplicas = (int) settings.number("consensus_replicas", 0);
        task.owner = call.user();
        task.organization = organization;
        task.project = project;
        if (project == null) {
            instance.labels.editor().requireNew(settings.objects("labels"));
        }
        TaskData data = settings.object("data") == null ? null : data(settings.object("data"), backup, directory);
        store.tasks.add(task);
        if (project == null) {
            instance.labels.editor().apply(call, task, settings.objects("labels"));
        }
        if (data != null) {
            store.data.add(data);
            task.data = data;
            jobs(task, settings, backup, provisional);
        }
        return task;
    }

    private static TaskData data(Body settings, Backup.Task backup, Path directory) {
        TaskData data = new TaskData();
        data.directory = directory;
        data.frames = backup.frames().stream().map(each -> Frame.of(each.name(), each.file())).toList();
        if (data.frames.isEmpty()) {
            throw new FormatException("The backup has no images");
        }
        data.chunkSize = (int) Math.max(1, settings.number("chunk_size", 1));
        data.quality = (int) settings.number("image_quality", 70);
        data.startFrame = (int) settings.number("start_frame", 0);
        data.stopFrame = (int) settings.number("stop_frame", data.size() - 1);
        data.frameFilter = settings.text("frame_filter", "");
        data.sorting = settings.text("sorting_method", "lexicographical");
        data.deleted.addAll(numbers(settings, "deleted_frames", data.size()));
        data.chunksUpdated = Instants.now();
        Body layout = settings.object("validation_layout");
        if (layout != null) {
            data.validation = new TaskData.Validation();
            data.validation.mode = layout.text("mode");
            data.validation.frames = numbers(layout, "frames", data.size());
            data.validation.disabled.addAll(numbers(layout, "disabled_frames", data.size()));
            data.validation.framesPerJob = layout.number("frames_per_job_count") == null ? null
                    : layout.number("frames_per_job_count").intValue();
            List<Integer> honeypots = numbers(layout, "honeypot_frames", data.size());
            List<Integer> real = numbers(layout, "honeypot_real_frames", data.size());
            for (int each = 0; each < honeypots.size(); each++) {
                data.validation.honeypots.put(honeypots.get(each), real.get(each));
            }
        }
        return data;
    }

    private static List<Integer> numbers(Body settings, String name, int below) {
        List<Integer> numbers = new ArrayList<>();
        for (Number each : settings.<Number>list(name)) {
            numbers.add(within(each.longValue(), below));
        }
        return numbers;
    }

    private static int within(long frame, int below) {
        if (frame < 0 || frame >= below) {
            throw new FormatException("The backup names frame " + frame + ", which is not among its images");
        }
        return (int) frame;
    }

    private void jobs(Task task, Body settings, Backup.Task backup, List<LabelView> provisional) {
        Labeled holder = task.labels();
        List<LabelView> real = views.labels(holder);
        List<Job> made = new ArrayList<>();
        for (Body each : settings.objects("jobs")) {
            Long parent = each.number("parent");
            Job job = maker.job(task, within(each.number("start_frame"), task.data.size()),
                    within(each.number("stop_frame"), task.data.size()), each.text("type", Job.ANNOTATION),
                    parent == null ? null : made.get(parent.intValue()));
            job.included = each.value("frames") == null ? null : numbers(each, "frames", task.data.size());
            job.stage = each.text("stage", "annotation");
            job.state = each.text("state", "new");
            JsonObject drawn = Relabel.translate(backup.annotations().get(made.size()), provisional, real);
            annotations.create(job, new AnnotationCheck(store, holder).read(new Body(Gsons.tree(drawn)), false));
            made.add(job);
        }
    }
}
