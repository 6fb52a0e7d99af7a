package io.github.cvatopenapi.embedded.resources.taskdata;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.media.Frame;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.PathEntities;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import io.github.cvatopenapi.embedded.store.TaskData;
import java.util.List;
import java.util.stream.IntStream;

/** Frames, chunks and previews of the data of tasks and jobs. */
public final class TaskMedia {

    /** What is asked for, read under the lock; the pictures are made without it. */
    private record Wanted(TaskData data, List<Frame> frames, List<Integer> numbers, Job job) {
    }

    private final Instance instance;
    private final Store store;
    private final PathEntities ofPath;

    public TaskMedia(Instance instance) {
        this.instance = instance;
        this.store = instance.store;
        this.ofPath = instance.ofPath;
    }

    /** A frame, a chunk or the like of the task of the path. Takes the lock itself. */
    public Answer taskData(Call call) {
        return retrieve(call, store.read(() -> wanted(ofPath.task(call))));
    }

    /** The same of the job of the path. */
    public Answer jobData(Call call) {
        return retrieve(call, store.read(() -> wanted(ofPath.job(call))));
    }

    /** A small picture of the task of the path. Takes the lock itself, like the next ones. */
    public Answer taskPreview(Call call) {
        return preview(store.read(() -> first(ofPath.task(call))), "Task");
    }

    public Answer jobPreview(Call call) {
        return preview(store.read(() -> first(ofPath.job(call))), "Job");
    }

    public Answer projectPreview(Call call) {
        return preview(store.read(() -> first(ofPath.project(call))), "Project");
    }

    private static Wanted wanted(Task task) {
        if (task.data == null) {
            throw Fault.list("The task has no data yet");
        }
        return new Wanted(task.data, task.data.frames, IntStream.range(0, task.data.size()).boxed().toList(), null);
    }

    private static Wanted wanted(Job job) {
        return new Wanted(job.task.data, job.task.data.frames, job.frames(), job);
    }

    private Answer retrieve(Call call, Wanted wanted) {
        String type = call.query().get("type");
        String quality = call.query().has("quality") ? call.query().get("quality") : "compressed";
        if (type == null || !List.of("chunk", "frame", "preview", "context_image").contains(type)) {
            throw Fault.list("Data type not specified or has wrong value");
        }
        if (!List.of("compressed", "original").contains(quality)) {
            throw Fault.list("Wrong quality value");
        }
        String number = whole(call, "number");
        String index = whole(call, "index");
        if (type.equals("preview")) {
            return preview(wanted.frames().get(wanted.numbers().get(0)), "Task");
        }
        if (type.equals("chunk")) {
            boolean compressed = quality.equals("compressed");
            return wanted.job() == null ? chunk(wanted, number, compressed)
                    : jobChunk(wanted, number, index, compressed);
        }
        Frame frame = frame(wanted, number);
        if (type.equals("context_image")) {
            Answer zip = Answer.bytes("application/zip", MediaCache.context(frame, wanted.data().quality));
            return frame.context().isEmpty() ? zip.without("Content-Type") : zip;
        }
        boolean asItIs = quality.equals("original") || frame.isPointCloud() || wanted.data().hasVideoChunks(false);
        return asItIs ? Answer.bytes(frame.mediaType(), MediaCache.original(frame))
                : Answer.bytes("image/jpeg", MediaCache.compressed(frame, wanted.data().quality));
    }

    /** A parameter that must be a whole number, of any size; null when it is not given. */
    private static String whole(Call call, String name) {
        String text = call.query().get(name);
        if (text != null && !text.strip().matches("[+-]?\\d+")) {
            throw Fault.list("'" + name + "' must be a whole number");
        }
        return text == null ? null : text.strip();
    }

    private static Frame frame(Wanted wanted, String number) {
        if (number == null) {
            throw Fault.list("The number of the frame is not specified");
        }
        int frame = small(number);
        if (wanted.job() != null && !wanted.job().has(frame)) {
            throw new Fault(Answer.json(400, "Incorrect requested frame number: " + number));
        }
        if (frame < 0 || frame >= wanted.frames().size()) {
            throw new Fault(Answer.json(400, "Invalid frame '" + number + "'. The frame number should be in the [0, "
                    + wanted.frames().size() + "] range"));
        }
        return wanted.frames().get(frame);
    }

    /** The number, or -1 for one that cannot be that of a frame. */
    private static int small(String number) {
        return number.length() > 9 ? -1 : Integer.parseInt(number);
    }

    private Answer chunk(Wanted wanted, String number, boolean compressed) {
        if (number == null) {
            throw Fault.list("The number of the chunk is not specified");
        }
        int size = wanted.data().chunkSize;
        int last = (wanted.numbers().size() - 1) / size;
        int chunk = small(number);
        if (chunk < 0 || chunk > last) {
            throw new Fault(Answer.json(400, outOfRange(number, last)));
        }
        return chunk(wanted, part(wanted.numbers(), chunk, size), compressed);
    }

    private Answer jobChunk(Wanted wanted, String number, String index, boolean compressed) {
        int size = wanted.data().chunkSize;
        if (index != null) {
            int last = (wanted.numbers().size() - 1) / size;
            int chunk = small(index);
            if (chunk < 0 || chunk > last) {
                throw Fault.list(outOfRange(index, last));
            }
            return chunk(wanted, part(wanted.numbers(), chunk, size), compressed);
        }
        if (number == null) {
            throw Fault.list("Neither the number nor the index of the chunk is specified");
        }
        int chunk = small(number);
        List<Integer> numbers = wanted.numbers().stream().filter(each -> each / size == chunk).toList();
        if (chunk < 0 || numbers.isEmpty()) {
            throw Fault.list(outOfRange(number, wanted.numbers().get(wanted.numbers().size() - 1) / size));
        }
        return chunk(wanted, numbers, compressed);
    }

    private static List<Integer> part(List<Integer> numbers, int chunk, int size) {
        int from = chunk * size;
        return numbers.subList(from, Math.min(numbers.size(), from + size));
    }

    private static String outOfRange(String number, int last) {
        return "Invalid chunk number '" + number + "'. The chunk number should be in the [0, " + last + "] range";
    }

    private static Answer chunk(Wanted wanted, List<Integer> numbers, boolean compressed) {
        MediaCache.Chunk chunk = MediaCache.chunk(wanted.data(), numbers, wanted.frames(), compressed);
        return Answer.file(wanted.data().hasVideoChunks(!compressed) ? "video/mp4" : "application/zip", chunk.file())
                .with("X-Checksum", String.valueOf(chunk.checksum()))
                .with("X-Updated-Date", wanted.data().chunksUpdated.toString());
    }

    private static Frame first(Task task) {
        return task.data == null ? null : task.data.frames.get(0);
    }

    private static Frame first(Job job) {
        return job.task.data.frames.get(job.frames().get(0));
    }

    private Frame first(Project project) {
        return store.tasks.all().stream().filter(each -> each.project == project && each.data != null).findFirst()
                .map(TaskMedia::first).orElse(null);
    }

    private Answer preview(Frame frame, String kind) {
        if (frame == null) {
            throw Fault.sentence(404, kind + " image preview not found");
        }
        boolean png = frame.isPointCloud() && instance.operations.contract().changes().inForce("storage-preview-png");
        return Answer.bytes(png ? "image/png" : "image/jpeg", MediaCache.preview(frame, png));
    }
}
