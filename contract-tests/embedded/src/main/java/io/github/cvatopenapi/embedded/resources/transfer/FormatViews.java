package io.github.cvatopenapi.embedded.resources.transfer;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.formats.FrameView;
import io.github.cvatopenapi.embedded.formats.LabelView;
import io.github.cvatopenapi.embedded.formats.ProjectView;
import io.github.cvatopenapi.embedded.formats.TaskView;
import io.github.cvatopenapi.embedded.media.Frame;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotationSet;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotationStore;
import io.github.cvatopenapi.embedded.resources.annotations.GsonTrees;
import io.github.cvatopenapi.embedded.resources.views.TaskViews;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Label;
import io.github.cvatopenapi.embedded.store.Labeled;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Shows tasks, jobs and projects in the way formats see them. Used under the store's lock; what is made is a copy. */
public final class FormatViews {

    private final Store store;
    private final AnnotationStore annotations;

    public FormatViews(Store store) {
        this.store = store;
        this.annotations = new AnnotationStore(store);
    }

    public List<LabelView> labels(Labeled holder) {
        return store.labelsOf.get(holder).stream().filter(each -> each.parent == null).map(FormatViews::label).toList();
    }

    private static LabelView label(Label label) {
        return new LabelView(label.id, label.name, label.color, label.type, label.svg,
                label.attributes.stream().map(each -> new LabelView.AttributeView(each.id, each.name, each.mutable,
                        each.inputType, each.defaultValue, List.copyOf(each.values))).toList(),
                label.sublabels.stream().map(FormatViews::label).toList());
    }

    /** The frames of a task that are not deleted; the honeypots of a pool, which only repeat, are left out. */
    static List<FrameView> frames(Task task, List<Integer> numbers) {
        List<FrameView> frames = new ArrayList<>();
        for (int number : numbers) {
            boolean honeypot = task.data.validation != null && task.data.validation.honeypots.containsKey(number);
            if (!honeypot && !task.data.deleted.contains(number)) {
                frames.add(frame(number, task.data.frames.get(number)));
            }
        }
        return frames;
    }

    static FrameView frame(int number, Frame frame) {
        return new FrameView(number, frame.name(), frame.width(), frame.height(), frame.content());
    }

    TaskView task(Task task) {
        List<Integer> all = IntStream.range(0, task.data.size()).boxed().toList();
        return view(task, frames(task, all), annotations.of(task));
    }

    TaskView job(Job job) {
        return view(job.task, frames(job.task, job.frames()), annotations.of(job));
    }

    private TaskView view(Task task, List<FrameView> frames, AnnotationSet set) {
        JsonObject drawn = GsonTrees.object(set.view());
        return new TaskView(task.id, task.name, task.subset, details(task), labels(task.labels()), frames, drawn);
    }

    private static Map<String, String> details(Task task) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("mode", TaskViews.mode(task));
        details.put("overlap", String.valueOf(task.overlap));
        details.put("bugtracker", task.bugTracker);
        details.put("created", task.created.toString());
        details.put("updated", task.updated.toString());
        details.put("start_frame", String.valueOf(task.data.startFrame));
        details.put("stop_frame", String.valueOf(task.data.stopFrame));
        details.put("frame_filter", task.data.frameFilter);
        return details;
    }

    /** The project with those of its tasks that have data. */
    ProjectView project(Project project) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("created", project.created.toString());
        details.put("updated", project.updated.toString());
        return new ProjectView(project.id, project.name, details, labels(project), store.tasks.all().stream()
                .filter(each -> each.project == project && each.data != null).map(this::task).toList());
    }
}
