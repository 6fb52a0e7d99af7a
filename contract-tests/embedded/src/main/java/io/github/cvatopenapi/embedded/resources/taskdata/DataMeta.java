package io.github.cvatopenapi.embedded.resources.taskdata;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.PathEntities;
import io.github.cvatopenapi.embedded.resources.storages.CloudStoragePermissions;
import io.github.cvatopenapi.embedded.resources.views.TaskViews;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Task;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Facts of the data of tasks and jobs: what frames there are, which count as deleted, which storage has them. */
public final class DataMeta {

    private final PathEntities ofPath;
    private final CloudStoragePermissions cloudStorages;

    public DataMeta(Instance instance) {
        this.ofPath = instance.ofPath;
        this.cloudStorages = instance.cloudStorages;
    }

    /** Facts of the data of the task of the path. */
    public Answer task(Call call) {
        return Answer.ok(TaskViews.meta(withData(ofPath.task(call))));
    }

    /** Facts of the data of the job of the path. */
    public Answer job(Call call) {
        return Answer.ok(TaskViews.meta(ofPath.job(call)));
    }

    /** Changes which frames of the task of the path count as deleted, and which storage has them. */
    public Answer updateTask(Call call) {
        Task task = withData(ofPath.task(call));
        Body body = call.body();
        Object cloud = body.value("cloud_storage_id");
        if (cloud != null && !(cloud instanceof Number)) {
            throw Fault.field("cloud_storage_id", "A valid integer is required.");
        }
        if (cloud != null) {
            cloudStorages.named(call.user(), cloud instanceof Long id ? id : -1);
        }
        delete(task, body, IntStream.range(0, task.data.size()).boxed().toList());
        task.data.cloudStorageId = cloud == null ? task.data.cloudStorageId : (Long) cloud;
        return Answer.ok(TaskViews.meta(task));
    }

    /** The same for the frames of the job of the path. */
    public Answer updateJob(Call call) {
        Job job = ofPath.job(call);
        Body body = call.body();
        List<Long> foreign = body.<Number>list("deleted_frames").stream().map(Number::longValue)
                .filter(each -> each > Integer.MAX_VALUE || !job.has(each.intValue())).toList();
        if (!foreign.isEmpty()) {
            throw Fault.list("Frames " + String.join(", ", foreign.stream().map(String::valueOf).toList())
                    + " do not belong to the job");
        }
        delete(job.task, body, job.frames());
        return Answer.ok(TaskViews.meta(job));
    }

    private static Task withData(Task task) {
        if (task.data == null) {
            throw Fault.detail(404, "The task has no data yet.");
        }
        return task;
    }

    /** Replaces what is deleted among these frames. */
    private static void delete(Task task, Body body, List<Integer> among) {
        if (!body.has("deleted_frames")) {
            return;
        }
        TreeSet<Integer> wished = new TreeSet<>();
        body.<Number>list("deleted_frames").forEach(each -> wished.add((int) Math.min(Integer.MAX_VALUE,
                each.longValue())));
        wished.retainAll(among);
        task.data.deleted.removeAll(among);
        task.data.deleted.addAll(wished);
        task.updated = Instants.now();
    }
}
