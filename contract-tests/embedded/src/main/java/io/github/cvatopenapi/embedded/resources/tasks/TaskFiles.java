package io.github.cvatopenapi.embedded.resources.tasks;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Work;
import io.github.cvatopenapi.embedded.media.MediaException;
import io.github.cvatopenapi.embedded.media.ValidationFrames;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.PathEntities;
import io.github.cvatopenapi.embedded.resources.taskdata.CloudFrames;
import io.github.cvatopenapi.embedded.resources.taskdata.DataOptions;
import io.github.cvatopenapi.embedded.resources.taskdata.MediaCollector;
import io.github.cvatopenapi.embedded.resources.taskdata.TaskMaker;
import io.github.cvatopenapi.embedded.resources.uploads.FileTrees;
import io.github.cvatopenapi.embedded.resources.uploads.Uploads;
import io.github.cvatopenapi.embedded.store.CloudStorage;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import io.github.cvatopenapi.embedded.store.TaskData;
import java.nio.file.Path;

/**
 * Attaches pictures to tasks: from the call, from an upload in steps, from the server's share, a bucket or other
 * servers.
 */
public final class TaskFiles {

    private final Instance instance;
    private final Store store;
    private final PathEntities ofPath;
    private final TaskMaker maker;
    private final CloudFrames cloudFrames;

    public TaskFiles(Instance instance) {
        this.instance = instance;
        this.store = instance.store;
        this.ofPath = instance.ofPath;
        this.maker = new TaskMaker(store);
        this.cloudFrames = new CloudFrames(instance);
        instance.operations.on("tasks_create_data", this::create);
        instance.operations.options("tasks_create_data", Uploads.tus(204));
        instance.operations.extra("task data upload offset", "GET", "/api/tasks/{id}/data/{file_id}",
                call -> instance.uploads.offset(call, call.path("file_id")));
        instance.operations.extra("task data upload piece", "PATCH", "/api/tasks/{id}/data/{file_id}",
                call -> instance.uploads.append(call, call.path("file_id")));
        // whether the cloud storage exists is judged before whether the id is well formed
        instance.rules.anything("tasks_create_data", "cloud_storage_id");
        instance.hooks.onRemoval(Task.class, (call, task) -> {
            if (task.failed != null) {
                store.data.remove(task.failed);
            }
            if (task.data != null) {
                store.data.remove(task.data);
                FileTrees.delete(task.data.directory);
            }
        });
    }

    static String requestId(Task task) {
        return "action=create&target=task&target_id=" + task.id;
    }

    private Answer create(Call call) {
        Task task = ofPath.task(call);
        if (task.data != null) {
            throw new Fault(Answer.json(400, "Adding more data is not supported"));
        }
        String target = "data of task " + task.id;
        Answer step = instance.uploads.step(call, target, true);
        if (step != null) {
            return step;
        }
        Body body = call.body();
        CloudStorage storage = storage(call, body);
        DataOptions options = storage == null ? DataOptions.of(body, instance.share, null)
                : DataOptions.of(body, instance.buckets.of(storage), storage.id);
        Work work = new Work(call, requestId(task), "create:task", "task").task(task.id)
                .project(task.project == null ? null : task.project.id);
        if (instance.queue.active(work.id())) {
            return instance.queue.submit(work, running -> Work.Result.NONE); // refuses, as the same is under way
        }
        Uploads.Received received = instance.uploads.take(call, target);
        if (received.files().isEmpty() && !options.namesFiles()) {
            FileTrees.delete(received.directory());
            fail(task, options);
            return instance.queue.refuse(work, "No media data found");
        }
        return instance.queue.submit(work, running -> make(running, task, options, received));
    }

    /** The cloud storage that is named, null without a name; 400 where there is none of it. */
    private CloudStorage storage(Call call, Body body) {
        Object id = body.value("cloud_storage_id");
        if (id == null) {
            return null;
        }
        if (!(id instanceof Number)) {
            throw Fault.field("cloud_storage_id", "A valid integer is required.");
        }
        // too large a number is the id of none
        return instance.cloudStorages.named(call.user(), id instanceof Long number ? number : -1);
    }

    /** A task shows that there was data, though it has none. */
    private void fail(Task task, DataOptions options) {
        store.write(() -> {
            if (store.tasks.contains(task) && task.data == null && task.failed == null) {
                task.failed = store.data.add(new TaskData());
                task.failed.quality = options.quality();
            }
            return null;
        });
    }

    private Work.Result make(Work work, Task task, DataOptions options, Uploads.Received received) throws Exception {
        Path directory = received.directory();
        boolean done = false;
        try {
            MediaCollector pictures = new MediaCollector(options, directory);
            pictures.uploaded(received.files());
            pictures.onServer();
            pictures.fromElsewhere();
            Long seed = options.validation() == null ? null : options.validation().number("random_seed");
            MediaCollector.Gathered gathered = pictures.gathered(ValidationFrames.chance(seed));
            work.progress(0.5, "");
            TaskData data = TaskMaker.data(gathered, options, directory);
            if (data.cloudStorageId != null) { // what was copied, or turned, stays as it is
                data.frames = data.frames.stream().map(each -> each.file().startsWith(directory) ? each
                        : cloudFrames.of(data, each)).toList();
            }
            store.write(() -> {
                if (!store.tasks.contains(task) || task.data != null) {
                    throw new Work.Failure("The task was removed, or got its data in another way");
                }
                maker.install(task, data, options);
                return null;
            });
            done = true;
            return Work.Result.NONE;
        } catch (MediaException bad) {
            throw new Work.Failure(bad.getMessage());
        } finally {
            if (!done) {
                FileTrees.delete(directory);
                fail(task, options);
            }
        }
    }
}
