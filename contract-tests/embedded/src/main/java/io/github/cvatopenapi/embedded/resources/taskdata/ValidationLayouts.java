package io.github.cvatopenapi.embedded.resources.taskdata;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.media.Frame;
import io.github.cvatopenapi.embedded.media.HoneypotPool;
import io.github.cvatopenapi.embedded.media.MediaException;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.PathEntities;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Task;
import io.github.cvatopenapi.embedded.store.TaskData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;

/** Which frames of tasks and jobs check the work: ground truth, and honeypots where there is a pool. */
public final class ValidationLayouts {

    private static final String POOL = "gt_pool";

    private final Instance instance;
    private final PathEntities ofPath;

    public ValidationLayouts(Instance instance) {
        this.instance = instance;
        this.ofPath = instance.ofPath;
    }

    public Answer task(Call call) {
        return Answer.ok(view(ofPath.task(call)));
    }

    public Answer job(Call call) {
        return Answer.ok(view(ofPath.job(call)));
    }

    private static Map<String, Object> view(Task task) {
        TaskData.Validation validation = task.data == null ? null : task.data.validation;
        if (validation == null) {
            return Json.object("mode", null, "frames_per_job_count", null);
        }
        Map<String, Object> view = Json.object("mode", validation.mode, "frames_per_job_count", validation.framesPerJob,
                "validation_frames", validation.frames, "disabled_frames", List.copyOf(validation.disabled));
        if (validation.mode.equals(POOL)) {
            view.putAll(honeypots(validation.honeypots));
        }
        return view;
    }

    private static Map<String, Object> view(Job job) {
        TaskData.Validation validation = job.task.data.validation;
        return validation == null || !validation.mode.equals(POOL) ? Map.of() : honeypots(of(job));
    }

    private static SortedMap<Integer, Integer> of(Job job) {
        return job.task.data.validation.honeypots.subMap(job.start, job.stop + 1);
    }

    private static Map<String, Object> honeypots(SortedMap<Integer, Integer> honeypots) {
        return Json.object("honeypot_count", honeypots.size(), "honeypot_frames", List.copyOf(honeypots.keySet()),
                "honeypot_real_frames", List.copyOf(honeypots.values()));
    }

    public Answer updateTask(Call call) {
        Task task = ofPath.task(call);
        Body body = call.body();
        TaskData.Validation validation = task.data == null ? null : task.data.validation;
        if (validation == null) {
            throw Fault.list("Task has no validation setup configured. "
                    + "Validation must be initialized during task creation or with a ground truth job");
        }
        List<Integer> disabled = numbers(body, "disabled_frames");
        List<Integer> unknown = disabled.stream().filter(each -> !validation.frames.contains(each)).toList();
        if (!unknown.isEmpty()) {
            throw Fault.list("Unknown frames requested for exclusion from the validation set: "
                    + String.join(", ", unknown.stream().map(String::valueOf).toList()));
        }
        List<Job> jobs = instance.store.jobsOf.get(task).stream().filter(each -> each.type.equals(Job.ANNOTATION))
                .toList();
        redraw(task, body, validation.honeypots, jobs);
        if (body.has("disabled_frames")) {
            validation.disabled.clear();
            validation.disabled.addAll(disabled);
        }
        return Answer.ok(view(task));
    }

    public Answer updateJob(Call call) {
        Job job = ofPath.job(call);
        Permissions.require(instance.permissions.sees(call.user(), job.task));
        Body body = call.body();
        if (job.task.data.validation == null || !job.task.data.validation.mode.equals(POOL)) {
            throw notAPool();
        }
        redraw(job.task, body, of(job), List.of(job));
        return Answer.ok(view(job));
    }

    private static Fault notAPool() {
        return Fault.list("Honeypots can only be modified if the task validation mode is 'gt_pool'");
    }

    private static List<Integer> numbers(Body body, String property) {
        return body.<Number>list(property).stream().map(each -> (int) Math.min(Integer.MAX_VALUE, each.longValue()))
                .toList();
    }

    /** Gives the honeypots of these jobs other frames of the pool, those that are named or any. */
    private static void redraw(Task task, Body body, SortedMap<Integer, Integer> honeypots, List<Job> jobs) {
        String method = body.text("frame_selection_method");
        if (method == null) {
            return;
        }
        TaskData.Validation validation = task.data.validation;
        if (!validation.mode.equals(POOL)) {
            throw notAPool();
        }
        if (method.equals("random_per_job")) {
            throw Fault.field("frame_selection_method", "\"random_per_job\" is not a valid choice.");
        }
        List<Integer> active = validation.frames.stream().filter(each -> !validation.disabled.contains(each)).toList();
        List<Integer> drawn = method.equals("manual") ? named(body, honeypots, active)
                : random(honeypots, active, jobs);
        List<Frame> frames = new ArrayList<>(task.data.frames);
        int each = 0;
        for (int honeypot : List.copyOf(honeypots.keySet())) {
            validation.honeypots.put(honeypot, drawn.get(each));
            frames.set(honeypot, frames.get(drawn.get(each)));
            each++;
        }
        task.data.frames = List.copyOf(frames);
        task.data.chunksUpdated = Instants.now();
        task.updated = Instants.now();
    }

    private static List<Integer> named(Body body, SortedMap<Integer, Integer> honeypots, List<Integer> active) {
        List<Integer> named = numbers(body, "honeypot_real_frames");
        if (named.size() != honeypots.size()) {
            throw Fault.field("honeypot_real_frames",
                    "There must be one for each honeypot: " + honeypots.size() + ", got " + named.size());
        }
        if (!active.containsAll(named)) {
            throw Fault.field("honeypot_real_frames",
                    "Only frames of the validation pool that are not disabled can be used");
        }
        return named;
    }

    private static List<Integer> random(SortedMap<Integer, Integer> honeypots, List<Integer> active, List<Job> jobs) {
        Map<Integer, Integer> uses = new HashMap<>();
        List<Integer> drawn = new ArrayList<>();
        Random random = new Random();
        try {
            for (Job job : jobs.stream().sorted((a, b) -> Integer.compare(a.start, b.start)).toList()) {
                int count = honeypots.subMap(job.start, job.stop + 1).size();
                drawn.addAll(HoneypotPool.leastUsed(active, count, uses, random));
            }
        } catch (MediaException bad) {
            throw Fault.list(bad.getMessage());
        }
        return drawn;
    }
}
