package io.github.cvatopenapi.embedded.resources.annotations;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.instance.RetiredExports;
import io.github.cvatopenapi.embedded.resources.permissions.PathEntities;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Label;
import io.github.cvatopenapi.embedded.store.Task;
import java.util.List;

/** Reading and changing annotations of tasks and jobs. */
public final class AnnotationEditing {

    private final Instance instance;
    private final AnnotationStore annotations;
    private final PathEntities ofPath;

    public AnnotationEditing(Instance instance) {
        this.instance = instance;
        this.annotations = new AnnotationStore(instance.store);
        this.ofPath = instance.ofPath;
        instance.operations.on("tasks_retrieve_annotations", this::task);
        instance.operations.on("jobs_retrieve_annotations", this::job);
        instance.operations.on("tasks_update_annotations", call -> put(call, withData(ofPath.task(call)), null));
        instance.operations.on("jobs_update_annotations", call -> put(call, null, ofPath.job(call)));
        instance.operations.on("tasks_partial_update_annotations", call ->
                patch(call, withData(ofPath.task(call)), null));
        instance.operations.on("jobs_partial_update_annotations", call -> patch(call, null, ofPath.job(call)));
        instance.operations.on("tasks_destroy_annotations", call -> clear(annotations.jobs(ofPath.task(call))));
        instance.operations.on("jobs_destroy_annotations", call -> clear(List.of(ofPath.job(call))));
        for (String kind : List.of("tasks", "jobs")) {
            instance.rules.whole(kind + "_partial_update_annotations");
            instance.operations.optionalSlash(kind + "_retrieve_annotations");
        }
        instance.hooks.onRemoval(Label.class, (call, label) -> annotations.forget(label));
    }

    private static Task withData(Task task) {
        if (task.data == null) {
            throw Fault.list("The task has no data yet");
        }
        return task;
    }

    private Answer task(Call call) {
        Task task = ofPath.task(call);
        RetiredExports.refuse(call, "tasks", "dataset/export?save_images=False", "format");
        if (task.data == null) {
            throw Fault.sentence(400, "Exporting annotations from a task without data is not allowed");
        }
        return Answer.ok(annotations.of(task).view());
    }

    private Answer job(Call call) {
        Job job = ofPath.job(call);
        RetiredExports.refuse(call, "jobs", "dataset/export?save_images=False", "format");
        return Answer.ok(annotations.of(job).view());
    }

    private List<Job> jobs(Task task, Job job) {
        return job != null ? List.of(job) : annotations.jobs(task);
    }

    private AnnotationCheck check(Task task, Job job) {
        return new AnnotationCheck(instance.store, (job != null ? job.task : task).labels());
    }

    private Answer put(Call call, Task task, Job job) {
        AnnotationSet set = check(task, job).read(call.body(), false);
        if (job != null) {
            AnnotationStore.requireFrames(set);
        }
        annotations.clear(jobs(task, job));
        return Answer.ok(create(task, job, set).view());
    }

    private AnnotationSet create(Task task, Job job, AnnotationSet set) {
        return job != null ? annotations.create(job, set) : annotations.create(task, set);
    }

    private Answer patch(Call call, Task task, Job job) {
        String action = call.query().get("action");
        if (action == null || !List.of("create", "update", "delete").contains(action)) {
            throw Fault.list("Please specify a correct 'action' for the request");
        }
        AnnotationSet set = check(task, job).read(call.body(), !action.equals("create"));
        return Answer.ok((switch (action) {
            case "create" -> create(task, job, set);
            case "update" -> annotations.update(jobs(task, job), set);
            default -> {
                annotations.delete(jobs(task, job), set);
                yield set;
            }
        }).view());
    }

    private Answer clear(List<Job> jobs) {
        annotations.clear(jobs);
        return Answer.noContent();
    }
}
