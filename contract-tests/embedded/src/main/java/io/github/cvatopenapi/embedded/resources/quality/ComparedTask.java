package io.github.cvatopenapi.embedded.resources.quality;

import io.github.cvatopenapi.embedded.media.Frame;
import io.github.cvatopenapi.embedded.quality.AnnotatedObject;
import io.github.cvatopenapi.embedded.quality.Comparison;
import io.github.cvatopenapi.embedded.quality.Tally;
import io.github.cvatopenapi.embedded.quality.Thresholds;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotatedObjects;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import io.github.cvatopenapi.embedded.store.TaskData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A task whose jobs are held against its ground truth. It is read under the store's lock and compared outside of it.
 *
 * @param jobs         those that are compared
 * @param all          ids of all annotation jobs
 * @param excluded     ids of those that the settings leave out
 * @param notCheckable ids of those without a frame that has ground truth
 * @param frames       how many frames all annotation jobs have
 */
record ComparedTask(Task task, Job truth, List<String> labels, Thresholds thresholds, Map<String, Object> parameters,
        List<ComparedJob> jobs, List<Long> all, List<Long> excluded, List<Long> notCheckable, int frames) {

    /** A frame of a job, and what is on it and on the frame that it is held against. */
    record Scene(int frame, int width, int height, List<AnnotatedObject> objects, List<AnnotatedObject> truths) {
    }

    /** A job that is compared, with tallies by frame once they are there. */
    record ComparedJob(Job job, List<Scene> scenes, Map<Integer, Tally> tallies) {
    }

    static ComparedTask read(Store store, QualitySettingsResource settings, Task task, Job truth) {
        TaskData data = task.data;
        TaskData.Validation validation = data.validation;
        Set<Integer> usable = new HashSet<>(truth.frames());
        usable.removeAll(data.deleted);
        if (validation != null) {
            usable.removeAll(validation.disabled);
        }
        AnnotatedObjects truths = new AnnotatedObjects(store, truth);
        List<ComparedJob> jobs = new ArrayList<>();
        List<Long> all = new ArrayList<>();
        List<Long> excluded = new ArrayList<>();
        List<Long> notCheckable = new ArrayList<>();
        Set<Integer> frames = new HashSet<>();
        for (Job job : store.jobsOf.get(task)) {
            if (!job.type.equals(Job.ANNOTATION)) {
                continue;
            }
            all.add(job.id);
            frames.addAll(job.frames());
            AnnotatedObjects drawings = new AnnotatedObjects(store, job);
            List<Scene> scenes = new ArrayList<>();
            for (int frame : job.frames()) {
                int real = validation == null ? frame : validation.honeypots.getOrDefault(frame, frame);
                if (usable.contains(real) && !data.deleted.contains(frame)) {
                    Frame picture = data.frames.get(frame);
                    scenes.add(new Scene(frame, picture.width(), picture.height(), drawings.on(frame),
                            truths.on(real)));
                }
            }
            if (!settings.jobs(task).test(job)) {
                excluded.add(job.id);
            } else if (scenes.isEmpty()) {
                notCheckable.add(job.id);
            } else {
                jobs.add(new ComparedJob(job, scenes, new TreeMap<>()));
            }
        }
        List<String> labels = store.labelsOf.get(task.labels()).stream().filter(each -> each.parent == null)
                .map(each -> each.name).toList();
        return new ComparedTask(task, truth, labels, settings.thresholds(task), settings.parameters(task), jobs, all,
                excluded, notCheckable, frames.size());
    }

    /** Fills in the tallies of the jobs. */
    void compare() {
        Comparison comparison = new Comparison(thresholds);
        jobs.forEach(job -> job.scenes().forEach(scene -> job.tallies().put(scene.frame(),
                comparison.compare(scene.frame(), scene.width(), scene.height(), scene.objects(), scene.truths()))));
    }

    /** All that was counted in these jobs. */
    static Tally sum(List<ComparedJob> jobs) {
        Tally sum = new Tally();
        jobs.forEach(job -> job.tallies().values().forEach(sum::add));
        return sum;
    }

    /** The frames of these jobs that were compared. */
    static Set<Integer> frames(List<ComparedJob> jobs) {
        Set<Integer> frames = new TreeSet<>();
        jobs.forEach(job -> frames.addAll(job.tallies().keySet()));
        return frames;
    }
}
