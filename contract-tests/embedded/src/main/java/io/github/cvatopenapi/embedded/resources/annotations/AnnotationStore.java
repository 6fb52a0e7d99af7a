package io.github.cvatopenapi.embedded.resources.annotations;

import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.resources.views.TaskViews;
import io.github.cvatopenapi.embedded.store.Annotations;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Label;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps what is drawn. A job takes what it is given; a task hands each annotation to the jobs that have its frame, and
 * drops
 * those that none has. Used under the store's lock.
 */
public final class AnnotationStore {

    /** Within a frame the server's order is arbitrary; here skeletons come first, then ids ascend. */
    private static final Comparator<Map<String, Object>> ORDER = Comparator
            .comparingLong((Map<String, Object> each) -> AnnotationSet.number(each, "frame"))
            .thenComparing(each -> !"skeleton".equals(each.get("type")))
            .thenComparingLong(each -> AnnotationSet.number(each, "id"));

    private final Store store;

    public AnnotationStore(Store store) {
        this.store = store;
    }

    /** The jobs whose annotations are those of the task: with a pool of validation frames that of the pool, too. */
    public List<Job> jobs(Task task) {
        boolean pool = "gt_pool".equals(TaskViews.validationMode(task));
        return store.jobsOf.get(task).stream()
                .filter(each -> each.type.equals(Job.ANNOTATION) || pool && each.type.equals(Job.GROUND_TRUTH))
                .toList();
    }

    public AnnotationSet of(Job job) {
        AnnotationSet set = new AnnotationSet();
        for (String kind : AnnotationSet.KINDS) {
            set.of(kind).addAll(job.annotations.of(kind).stream().sorted(ORDER).toList());
        }
        set.tracks().replaceAll(Keyframes::withValues);
        return set;
    }

    /** Those of all jobs; what two jobs have because they share a frame comes once. */
    public AnnotationSet of(Task task) {
        AnnotationSet set = new AnnotationSet();
        boolean shared = task.overlap != null && task.overlap > 0;
        Set<Object> seen = new HashSet<>();
        for (Job job : jobs(task)) {
            for (String kind : AnnotationSet.KINDS) {
                for (Map<String, Object> each : of(job).of(kind)) {
                    if (!shared || kind.equals("tracks") || seen.add(withoutIds(each))) {
                        set.of(kind).add(each);
                    }
                }
            }
        }
        return set;
    }

    private static Map<String, Object> withoutIds(Map<String, Object> annotation) {
        Map<String, Object> plain = new LinkedHashMap<>(annotation);
        plain.remove("id");
        plain.computeIfPresent("elements", (name, any) ->
                AnnotationSet.list(annotation, "elements").stream().map(AnnotationStore::withoutIds).toList());
        return plain;
    }

    public void clear(List<Job> jobs) {
        jobs.forEach(each -> each.annotations.clear());
        touch(jobs);
    }

    private static void touch(List<Job> jobs) {
        for (Job job : jobs) {
            job.updated = Instants.now();
            job.task.updated = job.updated;
        }
    }

    /** Adds to a job, whatever the frames; what was added, with ids. */
    public AnnotationSet create(Job job, AnnotationSet set) {
        requireFrames(set);
        AnnotationSet added = new AnnotationSet();
        for (String kind : AnnotationSet.KINDS) {
            set.of(kind).forEach(each -> added.of(kind).add(add(job, kind, each)));
        }
        touch(List.of(job));
        return added;
    }

    /** 400 for a frame that is no number a frame could have. */
    static void requireFrames(AnnotationSet set) {
        AnnotationSet.KINDS.forEach(kind -> set.of(kind).forEach(AnnotationStore::requireFrame));
    }

    private static void requireFrame(Map<String, Object> annotation) {
        if (!fits(annotation.get("frame")) || AnnotationSet.list(annotation, "shapes").stream()
                .anyMatch(each -> !fits(each.get("frame")))) {
            throw Fault.list("'frame' is out of range");
        }
    }

    private static boolean fits(Object frame) {
        return frame instanceof Long number && number <= Integer.MAX_VALUE;
    }

    /** Adds to the jobs of a task; what was added, with ids, once where jobs share a frame. */
    public AnnotationSet create(Task task, AnnotationSet set) {
        AnnotationSet added = new AnnotationSet();
        List<Job> jobs = jobs(task);
        for (String kind : AnnotationSet.KINDS) {
            for (Map<String, Object> each : set.of(kind)) {
                boolean first = true;
                for (Job job : jobs) {
                    Map<String, Object> part = part(job, kind, each);
                    if (part != null) {
                        Map<String, Object> stored = add(job, kind, part);
                        if (first || kind.equals("tracks")) {
                            added.of(kind).add(stored);
                        }
                        first = false;
                    }
                }
            }
        }
        touch(jobs);
        return added;
    }

    /** What of the annotation is on frames of the job, null for nothing. */
    private static Map<String, Object> part(Job job, String kind, Map<String, Object> annotation) {
        if (kind.equals("tracks")) {
            return TrackSplitter.within(annotation, job.start, job.stop);
        }
        return fits(annotation.get("frame")) && job.has((int) AnnotationSet.number(annotation, "frame"))
                ? annotation : null;
    }

    private Map<String, Object> add(Job job, String kind, Map<String, Object> annotation) {
        Map<String, Object> stored = new LinkedHashMap<>(annotation);
        Annotations.Ids ids = store.annotationIds;
        switch (kind) {
            case "tags" -> stored.put("id", own(annotation) ? annotation.get("id") : (Object) ids.nextTag());
            case "shapes" -> stored = shape(annotation, true);
            default -> stored = track(annotation, true);
        }
        job.annotations.of(kind).add(stored);
        return stored;
    }

    private static boolean own(Map<String, Object> annotation) {
        return annotation.get("id") != null;
    }

    private Map<String, Object> shape(Map<String, Object> shape, boolean whole) {
        Map<String, Object> stored = new LinkedHashMap<>(shape);
        stored.put("id", own(shape) ? shape.get("id") : (Object) store.annotationIds.nextShape());
        if (whole) {
            stored.put("elements",
                    AnnotationSet.list(shape, "elements").stream().<Object>map(each -> shape(each, false))
                    .toList());
        }
        return stored;
    }

    private Map<String, Object> track(Map<String, Object> track, boolean whole) {
        Map<String, Object> stored = new LinkedHashMap<>(track);
        stored.put("id", own(track) ? track.get("id") : (Object) store.annotationIds.nextTrack());
        List<Object> keys = new ArrayList<>();
        for (Map<String, Object> each : AnnotationSet.list(track, "shapes")) {
            Map<String, Object> key = new LinkedHashMap<>(each);
            key.put("id", own(each) ? each.get("id") : (Object) store.annotationIds.nextTrackedShape());
            keys.add(key);
        }
        stored.put("shapes", keys);
        if (whole) {
            stored.put("elements",
                    AnnotationSet.list(track, "elements").stream().<Object>map(each -> track(each, false))
                    .toList());
        }
        return stored;
    }

    /** Replaces annotations by id; a 400 names one that is not there. */
    AnnotationSet update(List<Job> jobs, AnnotationSet set) {
        requireFrames(set);
        for (String kind : AnnotationSet.KINDS) {
            for (Map<String, Object> each : set.of(kind)) {
                if (jobs.stream().noneMatch(job -> holds(job, kind, each.get("id")))) {
                    throw Fault.list("There is no annotation with the id `" + each.get("id") + "` among the " + kind);
                }
            }
        }
        AnnotationSet updated = new AnnotationSet();
        for (String kind : AnnotationSet.KINDS) {
            for (Map<String, Object> each : set.of(kind)) {
                Job old = jobs.stream().filter(job -> holds(job, kind, each.get("id"))).findFirst().orElseThrow();
                old.annotations.of(kind).removeIf(any -> any.get("id").equals(each.get("id")));
                Job now = jobs.size() == 1 ? old : jobs.stream()
                        .filter(job -> job.has((int) AnnotationSet.number(each, "frame"))).findFirst().orElse(old);
                updated.of(kind).add(add(now, kind, each));
            }
        }
        touch(jobs);
        return updated;
    }

    private static boolean holds(Job job, String kind, Object id) {
        return job.annotations.of(kind).stream().anyMatch(each -> each.get("id").equals(id));
    }

    /** Removes annotations by id; those that are not there do not matter. */
    void delete(List<Job> jobs, AnnotationSet set) {
        for (String kind : AnnotationSet.KINDS) {
            Set<Object> gone = new HashSet<>();
            set.of(kind).forEach(each -> gone.add(each.get("id")));
            jobs.forEach(job -> job.annotations.of(kind).removeIf(each -> gone.contains(each.get("id"))));
        }
        touch(jobs);
    }

    /** Removes what is drawn with a label that goes. */
    void forget(Label label) {
        for (Job job : store.jobs.all()) {
            AnnotationSet.KINDS.forEach(kind -> job.annotations.of(kind).removeIf(each ->
                    AnnotationSet.number(each, "label_id") == label.id));
        }
    }
}
