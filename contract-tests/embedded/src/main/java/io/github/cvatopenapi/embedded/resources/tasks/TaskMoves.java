package io.github.cvatopenapi.embedded.resources.tasks;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.formats.FormatException;
import io.github.cvatopenapi.embedded.formats.LabelView;
import io.github.cvatopenapi.embedded.formats.Relabel;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotationCheck;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotationSet;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotationStore;
import io.github.cvatopenapi.embedded.resources.annotations.GsonTrees;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.settings.LabelEditor;
import io.github.cvatopenapi.embedded.resources.transfer.FormatViews;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Moves tasks into projects: what is drawn changes over to the project's labels of the same names. */
final class TaskMoves {

    private final Store store;
    private final FormatViews views;
    private final LabelEditor labels;
    private final AnnotationStore annotations;

    TaskMoves(Instance instance, LabelEditor labels) {
        this.store = instance.store;
        this.views = new FormatViews(store);
        this.labels = labels;
        this.annotations = new AnnotationStore(store);
    }

    /** 400 where the project lacks a label of the task; nothing has changed then. */
    void move(Call call, Task task, Project project) {
        List<LabelView> from = views.labels(task.labels());
        List<LabelView> to = views.labels(project);
        for (LabelView label : from) {
            if (to.stream().noneMatch(each -> each.name().equals(label.name()))) {
                throw Fault.list("Target project does not have label with name '" + label.name() + "'");
            }
        }
        Map<Job, AnnotationSet> moved = new LinkedHashMap<>();
        try {
            for (Job job : store.jobsOf.get(task)) {
                JsonObject drawn = Relabel.translate(GsonTrees.object(annotations.of(job).view()), from, to);
                moved.put(job, new AnnotationCheck(store, project).read(new Body(GsonTrees.tree(drawn)), false));
            }
        } catch (FormatException missing) {
            throw Fault.list(missing.getMessage());
        }
        if (task.project == null) {
            labels.removeAll(call, task);
        }
        task.project = project;
        moved.forEach((job, set) -> {
            annotations.clear(List.of(job));
            annotations.create(job, set);
        });
    }
}
