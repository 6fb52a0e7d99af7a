package io.github.cvatopenapi.embedded.resources.annotations;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Label;
import io.github.cvatopenapi.embedded.store.Task;
import java.util.List;
import java.util.Map;

/** Changing annotations of tasks and jobs. */
public final class AnnotationEditing {

    private final Instance instance;
    private final AnnotationStore annotations;

    public AnnotationEditing(Instance instance) {
        this.instance = instance;
        this.annotations = new AnnotationStore(instance.store);
        instance.hooks.onRemoval(Label.class, (call, label) -> annotations.forget(label));
    }

    /** Replaces what is drawn in a task. */
    public Answer put(Call call, Task task) {
        return put(call, task, null);
    }

    /** Replaces what is drawn in a job. */
    public Answer put(Call call, Job job) {
        return put(call, null, job);
    }

    /** Adds to what is drawn in a task, changes or removes it, as the parameter {@code action} says. */
    public Answer patch(Call call, Task task) {
        return patch(call, task, null);
    }

    /** The same in a job. */
    public Answer patch(Call call, Job job) {
        return patch(call, null, job);
    }

    /** Removes everything that is drawn in these jobs. */
    public Answer clear(List<Job> jobs) {
        annotations.clear(jobs);
        return Answer.noContent();
    }

    private List<Job> jobs(Task task, Job job) {
        return job != null ? List.of(job) : annotations.jobs(task);
    }

    private AnnotationCheck check(Task task, Job job) {
        return new AnnotationCheck(instance.store, (job != null ? job.task : task).labels());
    }

    /** What is to be changed. A form is taken, and nothing of it looked at. */
    private static Body sheet(Call call) {
        String type = call.header("content-type");
        return type != null && type.startsWith("multipart/form-data") ? call.body(Map.of()) : call.body();
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
        AnnotationSet set = check(task, job).read(sheet(call), !action.equals("create"));
        return Answer.ok((switch (action) {
            case "create" -> create(task, job, set);
            case "update" -> annotations.update(jobs(task, job), set);
            default -> {
                annotations.delete(jobs(task, job), set);
                yield set;
            }
        }).view());
    }
}
