package io.github.cvatopenapi.embedded.resources.taskdata;

import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.engine.Work;
import io.github.cvatopenapi.embedded.media.Chunks;
import io.github.cvatopenapi.embedded.media.Frame;
import io.github.cvatopenapi.embedded.media.FrameOrder;
import io.github.cvatopenapi.embedded.media.FrameRange;
import io.github.cvatopenapi.embedded.media.HoneypotPool;
import io.github.cvatopenapi.embedded.media.Segments;
import io.github.cvatopenapi.embedded.media.ValidationFrames;
import io.github.cvatopenapi.embedded.media.ValidationFrames.Amount;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import io.github.cvatopenapi.embedded.store.TaskData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Makes the data and the jobs of a task of its pictures. */
public final class TaskMaker {

    private static final String POOL = "gt_pool";
    private static final int VIDEO_OVERLAP = 5;

    private final Store store;

    public TaskMaker(Store store) {
        this.store = store;
    }

    /** Data of these pictures, not yet in the store. */
    public static TaskData data(MediaCollector.Gathered gathered, DataOptions options, Path directory) {
        FrameRange range = FrameRange.of(options.start(), options.stop(), options.filter());
        List<Frame> frames = range.of(gathered.frames().size()).stream().map(gathered.frames()::get).toList();
        if (frames.isEmpty()) {
            throw new Work.Failure(gathered.video() == null
                    ? "No frames are left by start_frame, stop_frame and frame_filter"
                    : "ValueError: range() arg 3 must not be zero\n");
        }
        TaskData data = new TaskData();
        data.directory = directory;
        data.frames = frames;
        data.video = gathered.video();
        data.zipChunks = options.zipChunks();
        data.quality = options.quality();
        data.chunkSize = options.chunkSize() != null && options.chunkSize() != 0 ? options.chunkSize()
                : data.hasVideoChunks(false) ? Chunks.DEFAULT_VIDEO_SIZE : chunkSize(frames);
        data.startFrame = options.start();
        data.stopFrame = options.start() + (frames.size() - 1) * range.step();
        data.frameFilter = options.filter();
        data.sorting = options.sorting();
        data.cloudStorageId = gathered.packed() ? null : options.bucket(); // what is packed was copied
        data.storage = data.cloudStorageId == null ? "local" : "cloud_storage";
        data.chunksUpdated = Instants.now();
        return data;
    }

    /** So many that a chunk is not much larger than 36 pictures of 1920 by 1080 pixels. */
    private static int chunkSize(List<Frame> frames) {
        long area = (long) frames.get(0).width() * frames.get(0).height();
        return (int) Math.max(2, Math.min(Chunks.DEFAULT_SIZE, 36L * 1920 * 1080 / area));
    }

    /** Puts data into a task and makes its jobs; under the write lock. */
    public void install(Task task, TaskData data, DataOptions options) {
        Body validation = options.validation();
        Random random = ValidationFrames.chance(validation == null ? null : validation.number("random_seed"));
        if (validation != null && POOL.equals(validation.text("mode"))) {
            pool(task, data, options, random);
            return;
        }
        Segments segments = options.mapping().isEmpty()
                ? Segments.evenly(data.size(), task.segmentSize, overlap(task, data))
                : Segments.ofCounts(options.mapping().stream().map(List::size).toList());
        if (validation != null) {
            data.validation = new TaskData.Validation();
            data.validation.mode = "gt";
            data.validation.frames = groundTruth(data, segments, validation, random);
        }
        install(task, data, segments);
    }

    /** As asked for; without a wish, jobs of a video overlap so that tracks can be joined. */
    private static Integer overlap(Task task, TaskData data) {
        return task.overlap == null && data.video != null ? (Integer) VIDEO_OVERLAP : task.overlap;
    }

    private void install(Task task, TaskData data, Segments segments) {
        store.data.add(data);
        task.data = data;
        task.segmentSize = segments.size();
        task.overlap = segments.overlap();
        task.updated = Instants.now();
        for (Segments.Segment segment : segments.segments()) {
            Job job = job(task, segment.start(), segment.stop(), Job.ANNOTATION, null);
            for (int replica = 0; replica < task.consensusReplicas; replica++) {
                job(task, segment.start(), segment.stop(), Job.CONSENSUS_REPLICA, job);
            }
        }
        if (data.validation != null) {
            groundTruthJob(task);
        }
    }

    public Job job(Task task, int start, int stop, String type, Job parent) {
        Job job = new Job();
        job.task = task;
        job.start = start;
        job.stop = stop;
        job.type = type;
        job.parent = parent;
        return store.jobs.add(job);
    }

    /** The job for the frames that have ground truth. */
    public Job groundTruthJob(Task task) {
        List<Integer> frames = task.data.validation.frames;
        boolean pool = POOL.equals(task.data.validation.mode);
        Job job = job(task, pool ? Collections.min(frames) : 0, pool ? Collections.max(frames) : task.data.size() - 1,
                Job.GROUND_TRUTH, null);
        job.included = pool ? null : List.copyOf(frames);
        return job;
    }

    private static List<Integer> groundTruth(TaskData data, Segments segments, Body wanted, Random random) {
        List<String> names = data.frames.stream().map(Frame::name).toList();
        return switch (String.valueOf(wanted.text("frame_selection_method"))) {
            case "manual" -> named(names, wanted);
            case "random_per_job" -> ValidationFrames.perJob(segments, amount(wanted, "frames_per_job_"), random);
            default -> ValidationFrames.uniform(data.size(), amount(wanted, "frame_"), random);
        };
    }

    public static Amount amount(Body wanted, String prefix) {
        Long count = wanted.number(prefix + "count");
        return new Amount(count == null ? null : (int) Math.min(Integer.MAX_VALUE, count),
                wanted.decimal(prefix + "share"));
    }

    private static List<Integer> named(List<String> names, Body wanted) {
        List<Integer> frames = new ArrayList<>();
        for (String name : wanted.<String>list("frames")) {
            if (!names.contains(name)) {
                throw new Work.Failure("Unknown validation frames requested: '" + name + "'");
            }
            frames.add(names.indexOf(name));
        }
        return ValidationFrames.manual(names.size(), frames);
    }

    private void pool(Task task, TaskData data, DataOptions options, Random random) {
        Body wanted = options.validation();
        if (data.video != null || data.isPointClouds()) {
            throw new Work.Failure("validation mode \"gt_pool\" can only be used with pictures");
        }
        if (FrameOrder.of(options.sorting()) != FrameOrder.RANDOM) {
            throw new Work.Failure("validation mode \"gt_pool\" can only be used with \"random\" sorting");
        }
        if (!options.mapping().isEmpty() || task.overlap != null && task.overlap > 0) {
            throw new Work.Failure(
                    "validation mode \"gt_pool\" cannot be used with \"job_file_mapping\" or \"overlap\"");
        }
        List<Frame> pictures = new ArrayList<>(data.frames);
        pictures.sort(Comparator.comparing(Frame::name, FrameOrder.NATURALLY));
        List<Integer> chosen = "manual".equals(wanted.text("frame_selection_method"))
                ? named(pictures.stream().map(Frame::name).toList(), wanted)
                : ValidationFrames.uniform(pictures.size(), amount(wanted, "frame_"), random);
        int size = task.segmentSize <= 0 ? pictures.size() : task.segmentSize;
        int perJob = amount(wanted, "frames_per_job_").of(size);
        HoneypotPool pool = HoneypotPool.layOut(pictures.size(), chosen, task.segmentSize, perJob, random);
        data.frames = pool.order().stream().map(pictures::get).toList();
        data.startFrame = 0;
        data.stopFrame = data.size() - 1;
        data.frameFilter = "";
        data.validation = new TaskData.Validation();
        data.validation.mode = POOL;
        data.validation.frames = pool.pool();
        data.validation.framesPerJob = Math.min(perJob, chosen.size());
        data.validation.honeypots.putAll(pool.honeypots());
        install(task, data, pool.jobs());
    }
}
