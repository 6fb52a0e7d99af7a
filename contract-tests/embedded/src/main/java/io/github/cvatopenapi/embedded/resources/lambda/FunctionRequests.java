package io.github.cvatopenapi.embedded.resources.lambda;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Work;
import io.github.cvatopenapi.embedded.engine.WorkQueue;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotationSet;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotationStore;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.EntityLookup;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import io.github.cvatopenapi.spec.Trees;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Automatic annotation of whole tasks and jobs by a function, in the background, in a queue of its own. */
public final class FunctionRequests {

    /** What is asked for; job is null for a whole task. */
    private record Order(String function, Task task, Job job, Double threshold, boolean cleanup, Object mapping) {
        String id() {
            return job == null ? "action=autoannotate&target=task&target_id=" + task.id
                    : "action=autoannotate&target=job&target_id=" + job.id;
        }

        String what() {
            return job == null ? "task #" + task.id : "job #" + job.id;
        }
    }

    private final Store store;
    private final Permissions permissions;
    private final Functions functions;
    private final AnnotationStore annotations;
    private final WorkQueue queue;
    /** By id of the work; guarded by itself. */
    private final Map<String, Order> orders = new HashMap<>();

    public FunctionRequests(Instance instance, Functions functions) {
        this.store = instance.store;
        this.permissions = instance.permissions;
        this.functions = functions;
        this.annotations = new AnnotationStore(instance.store);
        this.queue = new WorkQueue(instance.settings.workTime());
        instance.atEnd(queue::close);
        instance.operations.on("lambda_list_requests", call -> Answer.ok(queue.newestFirst().stream()
                .filter(each -> call.user().admin() || each.work().owner() == call.user()).map(this::view).toList()));
        instance.operations.on("lambda_create_requests", this::create);
        instance.operations.on("lambda_retrieve_requests", call -> Answer.ok(view(find(call))));
        instance.operations.on("lambda_delete_requests", this::delete);
    }

    private WorkQueue.Snapshot find(Call call) {
        WorkQueue.Snapshot snapshot = queue.get(call.path("id"));
        if (snapshot == null) {
            throw new Fault(Answer.json(404, call.path("id") + " lambda job is not found"));
        }
        return snapshot;
    }

    /** Task and job are looked up, and permission is judged, before the rest of the body. */
    private Answer create(Call call) {
        Object content = call.content();
        Map<String, Object> sent = Trees.object(content instanceof Map ? content : Map.of());
        Job job = sent.get("job") == null ? null : EntityLookup.named(store.jobs, "Job", "job", sent);
        Task task = sent.get("task") == null ? null : EntityLookup.named(store.tasks, "Task", "task", sent);
        if (job != null || task != null) {
            Permissions.require(permissions.sees(call.user(), job != null ? job : task));
        }
        Body body = call.body(content);
        Order order = new Order(body.text("function"), job != null ? job.task : task, job, body.decimal("threshold"),
                body.flag("cleanup", false), body.value("mapping"));
        if (!"detector".equals(functions.function(order.function()).get("kind"))) {
            throw new Fault(Answer.json(400, "`" + order.function() + "` does not annotate on its own"));
        }
        if (queue.active(order.id())) {
            throw new Fault(Answer.json(409, "Only one running request is allowed for the same " + order.what()));
        }
        synchronized (orders) {
            orders.put(order.id(), order);
        }
        queue.submit(new Work(call, order.id(), "autoannotate", job == null ? "task" : "job"), work -> annotate(order));
        return Answer.ok(view(queue.get(order.id())));
    }

    private Work.Result annotate(Order order) {
        store.write(() -> {
            if (!store.tasks.contains(order.task())) {
                throw new Work.Failure("The task is gone.");
            }
            List<Job> jobs = order.job() != null ? List.of(order.job()) : annotations.jobs(order.task());
            if (order.cleanup()) {
                annotations.clear(jobs);
            }
            for (Job job : jobs) {
                for (int frame : job.frames()) {
                    annotations.create(job,
                            new AnnotationSet(List.of(), functions.found(order.task(), frame, order.mapping()),
                            List.of()));
                }
            }
            return null;
        });
        return Work.Result.NONE;
    }

    private Answer delete(Call call) {
        WorkQueue.Snapshot snapshot = find(call);
        Permissions.require(call.user().admin() || snapshot.work().owner() == call.user());
        queue.forget(snapshot.work().id());
        return Answer.noContent();
    }

    private Map<String, Object> view(WorkQueue.Snapshot snapshot) {
        Order order;
        synchronized (orders) {
            order = orders.get(snapshot.work().id());
        }
        Map<String, Object> function = Json.object("id", order.function(), "threshold", order.threshold(), "task",
                order.task().id);
        if (order.job() != null) {
            function.put("job", order.job().id);
        }
        boolean failed = snapshot.status() == Work.Status.FAILED;
        return Json.object("id", snapshot.work().id(), "function", function,
                "status", snapshot.status().name().toLowerCase(Locale.ROOT),
                "progress", snapshot.status() == Work.Status.FINISHED ? 100 : null, "enqueued", snapshot.work()
                        .created(),
                "started", snapshot.started(), "ended", snapshot.finished(), "exc_info", failed ? snapshot.message()
                        : null);
    }
}
