package io.github.cvatopenapi.embedded.resources.transfer;

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
import io.github.cvatopenapi.embedded.media.FrameRange;
import io.github.cvatopenapi.embedded.media.MediaException;
import io.github.cvatopenapi.embedded.media.MediaFile;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotationCheck;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotationStore;
import io.github.cvatopenapi.embedded.resources.annotations.GsonTrees;
import io.github.cvatopenapi.embedded.resources.instance.Batch;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.settings.LabelEditor;
import io.github.cvatopenapi.embedded.resources.taskdata.CloudFrames;
import io.github.cvatopenapi.embedded.resources.taskdata.TaskMaker;
import io.github.cvatopenapi.embedded.resources.uploads.FileTrees;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Labeled;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import io.github.cvatopenapi.embedded.store.TaskData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/** Makes tasks and projects of their backups. */
public final class Restores {

    private final Instance instance;
    private final Store store;
    private final LabelEditor labelEditor;
    private final ImportFiles files;
    private final FormatViews views;
    private final AnnotationStore annotations;
    private final TaskMaker maker;
    private final CloudFrames cloudFrames;

    Restores(Instance instance, ImportFiles files) {
        this.instance = instance;
        this.store = instance.store;
        this.labelEditor = new LabelEditor(instance);
        this.files = files;
        this.views = new FormatViews(store);
        this.annotations = new AnnotationStore(store);
        this.maker = new TaskMaker(store);
        this.cloudFrames = new CloudFrames(instance);
        files.pieces("task backup", "/api/tasks/backup/{file_id}");
        files.pieces("project backup", "/api/projects/backup/{file_id}");
    }

    /** Makes a task of the backup that the call brings, or takes a step of its upload. */
    public Answer task(Call call) {
        return receive(call, "task", (path, kept) -> {
            Backup.Task backup = Backup.readTask(path, BackupSettings::labels, kept);
            Prepared task = prepare(backup, kept);
            List<LabelView> labels = BackupSettings.labels(backup.settings());
            return batch -> task(call, batch, task, null, labels).id;
        });
    }

    /** The same for a project. */
    public Answer project(Call call) {
        return receive(call, "project", (path, kept) -> {
            Backup.Project backup = Backup.readProject(path, BackupSettings::labels, kept);
            List<Prepared> tasks = new ArrayList<>();
            for (Backup.Task each : backup.tasks()) {
                tasks.add(prepare(each, kept.resolve("task_" + tasks.size())));
            }
            List<LabelView> labels = BackupSettings.labels(backup.settings());
            return batch -> project(call, batch, new Body(GsonTrees.tree(backup.settings())), tasks, labels).id;
        });
    }

    /** A task as it was read, before it is put into the store. */
    private record Prepared(Body settings, TaskData data, List<JsonObject> annotations) {
    }

    /** Reads a file, and gives what then has to be done under the write lock, which answers with an id. */
    private interface Reading {
        Function<Batch, Long> read(Path file, Path kept);
    }

    private Answer receive(Call call, String kind, Reading reading) {
        instance.permissions.requireCreator(call);
        return files.receive(call, "backup of " + kind, kind + "_file", null, () -> null, file -> {
            Work work = new Work(call, "action=import&target=" + kind + "&id=" + UUID.randomUUID()
                    + "&subresource=backup",
                    "import:backup", kind);
            if (file.from() == null && !Archives.isZip(file.path())) {
                file.discard();
                return instance.queue.refuse(work, "File is not a zip file");
            }
            return files.submit(work, file, scratch -> {
                Path kept = instance.settings.directory().resolve("data").resolve(scratch.getFileName());
                try {
                    Function<Batch, Long> making = reading.read(file.path(), kept);
                    work.progress(0.0, kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1)
                            + " is being saved in database");
                    Batch batch = new Batch(instance, call);
                    return new Work.Result(null, store.write(() -> batch.run(() -> making.apply(batch))));
                } catch (FormatException | Fault refused) {
                    FileTrees.delete(kept);
                    throw refused;
                } catch (ClassCastException | NullPointerException | IndexOutOfBoundsException bad) {
                    FileTrees.delete(kept);
                    throw new Work.Failure(
                            "The backup lacks something, or has it in another type than it was written with");
                }
            });
        });
    }

    private Prepared prepare(Backup.Task backup, Path directory) {
        Body settings = new Body(GsonTrees.tree(backup.settings()));
        TaskData data = settings.object("data") == null ? null : data(settings.object("data"), backup, directory);
        return new Prepared(settings, data, backup.annotations());
    }

    private static String name(Body settings) {
        if (settings.text("name") == null) {
            throw new FormatException("The backup has no name");
        }
        return settings.text("name");
    }

    private Project project(Call call, Batch batch, Body settings, List<Prepared> tasks, List<LabelView> labels) {
        Project project = new Project();
        project.name = name(settings);
        project.bugTracker = settings.text("bug_tracker", "");
        project.owner = call.user();
        project.organization = call.context().organization();
        batch.add(project);
        labels(call, project, settings);
        tasks.forEach(each -> task(call, batch, each, project, labels));
        return project;
    }

    private void labels(Call call, Labeled holder, Body settings) {
        labelEditor.requireNew(settings.objects("labels"));
        labelEditor.apply(call, holder, settings.objects("labels"));
    }

    private Task task(Call call, Batch batch, Prepared prepared, Project project, List<LabelView> labels) {
        Body settings = prepared.settings();
        Task task = new Task();
        task.name = name(settings);
        task.bugTracker = settings.text("bug_tracker", "");
        task.subset = settings.text("subset", "");
        task.segmentSize = (int) settings.number("segment_size", 0);
        task.overlap = settings.number("overlap") == null ? null : settings.number("overlap").intValue();
        task.consensusReplicas = (int) settings.number("consensus_replicas", 0);
        task.owner = call.user();
        task.organization = call.context().organization();
        task.project = project;
        batch.add(task);
        if (project == null) {
            labels(call, task, settings);
        }
        if (prepared.data() != null) {
            task.data = store.data.add(prepared.data());
            jobs(task, prepared, labels);
        }
        return task;
    }

    private TaskData data(Body settings, Backup.Task backup, Path directory) {
        TaskData data = new TaskData();
        data.directory = directory;
        data.frames = backup.video() == null ? backup.frames() : frames(settings, backup.video(), directory);
        if (data.frames.isEmpty()) {
            throw new FormatException("The backup has no images");
        }
        data.video = backup.video() == null ? null : new TaskData.Video(settings.text("video"), backup.video());
        data.storage = settings.text("storage") == null ? "local"
                : one(settings, "storage", List.of("local", "cloud_storage"));
        if (data.storage.equals("cloud_storage")) { // which one is for the new owner to say
            data.frames = data.frames.stream().map(each -> cloudFrames.of(data, each)).toList();
        }
        data.zipChunks = settings.flag("use_zip_chunks", false);
        data.chunkSize = (int) Math.max(1, settings.number("chunk_size", 1));
        data.quality = (int) settings.number("image_quality", 70);
        data.startFrame = (int) settings.number("start_frame", 0);
        data.stopFrame = (int) settings.number("stop_frame", data.size() - 1);
        data.frameFilter = settings.text("frame_filter", "");
        data.sorting = settings.text("sorting_method", "lexicographical");
        data.deleted.addAll(numbers(settings, "deleted_frames", data.size()));
        data.chunksUpdated = Instants.now();
        data.validation = settings.object("validation_layout") == null ? null
                : validation(settings.object("validation_layout"), data.size());
        return data;
    }

    /** The frames of a video that the task has. */
    private static List<Frame> frames(Body settings, Path video, Path directory) {
        try {
            List<Frame> all = MediaFile.open(video, settings.text("video"), directory).frames();
            int step = FrameRange.of(0, 0, settings.text("frame_filter")).step();
            return new FrameRange((int) settings.number("start_frame", 0), (int) settings.number("stop_frame", -1),
                    step).of(all.size()).stream().map(all::get).toList();
        } catch (MediaException bad) {
            throw new FormatException(bad.getMessage(), bad);
        }
    }

    private static TaskData.Validation validation(Body layout, int size) {
        TaskData.Validation validation = new TaskData.Validation();
        validation.mode = one(layout, "mode", List.of("gt", "gt_pool"));
        validation.frames = numbers(layout, "frames", size);
        validation.disabled.addAll(numbers(layout, "disabled_frames", size));
        validation.framesPerJob = layout.number("frames_per_job_count") == null ? null
                : layout.number("frames_per_job_count").intValue();
        List<Integer> real = numbers(layout, "honeypot_real_frames", size);
        int each = 0;
        for (int honeypot : numbers(layout, "honeypot_frames", size)) {
            validation.honeypots.put(honeypot, real.get(each++));
        }
        return validation;
    }

    /** A text that must be one of a few. */
    private static String one(Body settings, String name, List<String> choices) {
        if (!choices.contains(settings.text(name))) {
            throw new FormatException("The backup has a " + name + " that is none of " + choices);
        }
        return settings.text(name);
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

    private void jobs(Task task, Prepared prepared, List<LabelView> provisional) {
        Labeled holder = task.labels();
        List<LabelView> real = views.labels(holder);
        List<Job> made = new ArrayList<>();
        for (Body each : prepared.settings().objects("jobs")) {
            Long parent = each.number("parent");
            Job job = maker.job(task, within(each.number("start_frame"), task.data.size()),
                    within(each.number("stop_frame"), task.data.size()),
                    one(each, "type", List.of(Job.ANNOTATION, Job.GROUND_TRUTH, Job.CONSENSUS_REPLICA)),
                    parent == null ? null : made.get(parent.intValue()));
            job.included = each.value("frames") == null ? null : numbers(each, "frames", task.data.size());
            job.stage = one(each, "stage", List.of("annotation", "validation", "acceptance"));
            job.state = one(each, "state", List.of("new", "in progress", "completed", "rejected"));
            if (job.start > job.stop || job.frames().isEmpty()) {
                throw new FormatException("The backup has a job without frames");
            }
            JsonObject drawn = Relabel.translate(prepared.annotations().get(made.size()), provisional, real);
            annotations.create(job, new AnnotationCheck(store, holder).read(new Body(GsonTrees.tree(drawn)), false));
            made.add(job);
        }
        task.progress(made);
    }
}
