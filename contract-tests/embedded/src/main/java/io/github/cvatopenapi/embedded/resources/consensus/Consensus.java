package io.github.cvatopenapi.embedded.resources.consensus;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Field;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Listing;
import io.github.cvatopenapi.embedded.engine.Work;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.EntityLookup;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.store.ConsensusSettings;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import io.github.cvatopenapi.spec.Trees;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Consensus: settings of the tasks that have replicas, and merges of what was drawn in those. */
public final class Consensus {

    private static final Listing<ConsensusSettings> LIST = new Listing<>(
            Field.number("id", each -> each.id),
            Field.<ConsensusSettings>number("task_id", each -> each.task.id).ownParameter());

    private final Instance instance;
    private final Store store;
    private final Permissions permissions;

    public Consensus(Instance instance) {
        this.instance = instance;
        this.store = instance.store;
        this.permissions = instance.permissions;
        instance.operations.on("consensus_list_settings", this::list);
        instance.operations.on("consensus_retrieve_settings", call -> Answer.ok(view(seen(call))));
        instance.operations.on("consensus_partial_update_settings", this::update);
        instance.operations.on("consensus_create_merge", this::merge);
        store.tasks.onAdd(task -> {
            if (task.consensusReplicas > 0) {
                ConsensusSettings settings = new ConsensusSettings();
                settings.task = task;
                store.consensusSettings.add(settings);
            }
        });
        instance.hooks.onRemoval(Task.class, (call, gone) -> store.consensusSettingsOf.get(gone)
                .forEach(store.consensusSettings::remove));
    }

    private Answer list(Call call) {
        Long id = EntityLookup.asked(call, "task_id");
        Task task = id == null ? null : EntityLookup.find(store.tasks, "Task", "task_id", id);
        Permissions.require(task == null || permissions.sees(call.user(), task));
        Predicate<ConsensusSettings> wanted = each -> task == null || each.task == task;
        return LIST.page(call, store.consensusSettings.all(), wanted.and(permissions.listed(call,
                each -> each.task.organization,
                each -> permissions.staff(call.user(), each.task))), Consensus::view);
    }

    private ConsensusSettings seen(Call call) {
        ConsensusSettings settings = EntityLookup.ofPath(call, store.consensusSettings, "ConsensusSettings");
        Permissions.require(permissions.sees(call.user(), settings.task));
        return settings;
    }

    private Answer update(Call call) {
        ConsensusSettings settings = seen(call);
        Body body = call.body();
        settings.overlap = body.has("iou_threshold") ? body.decimal("iou_threshold") : settings.overlap;
        settings.updated = Instants.now();
        return Answer.ok(view(settings));
    }

    private static Map<String, Object> view(ConsensusSettings settings) {
        return Json.object("id", settings.id, "task_id", settings.task.id, "iou_threshold", settings.overlap);
    }

    /** Task or job are looked up, and permission is judged, before the rest of the body. */
    private Answer merge(Call call) {
        Object content = call.content();
        Map<String, Object> sent = Trees.object(content instanceof Map ? content : Map.of());
        Job job = sent.get("job_id") == null ? null
                : EntityLookup.find(store.jobs, "job_id", sent.get("job_id"), "The specified job does not exist");
        Task task = job != null ? job.task : sent.get("task_id") == null ? null
                : EntityLookup.find(store.tasks, "task_id", sent.get("task_id"), "The specified task does not exist");
        if (task == null && (content instanceof Map || content == Answer.NONE)) {
            throw Fault.detail(403, "Either task_id or job_id must be specified");
        }
        Permissions.require(task == null || permissions.sees(call.user(), job != null ? job : task));
        call.body(content);
        if (task.consensusReplicas == 0) {
            throw Fault.list("Consensus is not enabled in this task");
        }
        List<Job> jobs = mergeable(task).stream().filter(each -> job == null || each == job).toList();
        if (jobs.isEmpty()) {
            throw Fault.list("No annotation jobs in the annotation stage "
                    + "or no consensus_replica jobs not in the annotation - new state found");
        }
        String target = job == null ? "task" : "job";
        Work work = new Work(call, "action=merge&target=" + target + "&target_id=" + (job == null ? task.id : job.id),
                "merge:" + target, target)
                .task(task.id).job(job == null ? null : job.id);
        return instance.queue.submit(work, running -> {
            store.write(() -> {
                double overlap = store.consensusSettingsOf.get(task).stream().mapToDouble(each -> each.overlap)
                        .findFirst().orElse(0);
                ConsensusMerge merge = new ConsensusMerge(store, overlap);
                mergeable(task).stream().filter(jobs::contains).forEach(each -> merge.into(each, replicas(each)));
                return null;
            });
            return Work.Result.NONE;
        });
    }

    /** Jobs that are still annotated and have replicas that someone worked on. */
    private List<Job> mergeable(Task task) {
        return store.jobsOf.get(task).stream().filter(each -> each.type.equals(Job.ANNOTATION)
                && each.stage.equals("annotation")
                && !replicas(each).isEmpty()).toList();
    }

    private List<Job> replicas(Job job) {
        return store.jobsOf.get(job.task).stream().filter(each -> each.parent == job
                && !(each.stage.equals("annotation") && each.state.equals("new"))).toList();
    }
}
