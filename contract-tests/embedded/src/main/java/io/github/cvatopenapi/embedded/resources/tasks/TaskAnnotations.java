package io.github.cvatopenapi.embedded.resources.tasks;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotationEditing;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotationStore;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.PathEntities;
import io.github.cvatopenapi.embedded.resources.storages.FilePlaces;
import io.github.cvatopenapi.embedded.resources.transfer.RetiredExports;
import io.github.cvatopenapi.embedded.store.Task;

/** What is drawn in tasks. */
public final class TaskAnnotations {

    private final AnnotationEditing editing;
    private final AnnotationStore annotations;
    private final PathEntities ofPath;
    private final FilePlaces places;

    public TaskAnnotations(Instance instance, AnnotationEditing editing) {
        this.editing = editing;
        this.annotations = new AnnotationStore(instance.store);
        this.ofPath = instance.ofPath;
        this.places = instance.places;
        instance.operations.on("tasks_retrieve_annotations", this::retrieve);
        instance.operations.optionalSlash("tasks_retrieve_annotations");
        instance.operations.on("tasks_update_annotations", this::replace);
        instance.operations.on("tasks_partial_update_annotations", call -> editing.patch(call, withData(call)));
        instance.rules.whole("tasks_partial_update_annotations");
        instance.operations.on("tasks_destroy_annotations", call ->
                editing.clear(annotations.jobs(ofPath.task(call))));
    }

    private Task withData(Call call) {
        Task task = ofPath.task(call);
        if (task.data == null) {
            throw Fault.list("The task has no data yet");
        }
        return task;
    }

    private Answer replace(Call call) {
        Task task = withData(call);
        RetiredExports.refuseImport(call);
        return editing.put(call, task);
    }

    private Answer retrieve(Call call) {
        Task task = ofPath.task(call);
        RetiredExports.refuse(call, "tasks", places);
        if (task.data == null) {
            throw Fault.sentence(400, "Exporting annotations from a task without data is not allowed");
        }
        return Answer.ok(annotations.of(task).view());
    }
}
