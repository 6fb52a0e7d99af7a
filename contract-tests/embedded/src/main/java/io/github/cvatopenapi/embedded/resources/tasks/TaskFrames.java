package io.github.cvatopenapi.embedded.resources.tasks;

import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.taskdata.DataMeta;
import io.github.cvatopenapi.embedded.resources.taskdata.TaskMedia;
import io.github.cvatopenapi.embedded.resources.taskdata.ValidationLayouts;
import java.util.List;

/** The frames of tasks: pictures and facts of them, and which of them check the work. */
public final class TaskFrames {

    public TaskFrames(Instance instance, TaskMedia media, DataMeta meta, ValidationLayouts layouts) {
        instance.operations.on("tasks_retrieve_data", media::taskData);
        instance.operations.on("tasks_retrieve_preview", media::taskPreview);
        List.of("tasks_retrieve_data", "tasks_retrieve_preview").forEach(instance.operations::unlocked);
        instance.operations.on("tasks_retrieve_data_meta", meta::task);
        instance.operations.on("tasks_partial_update_data_meta", meta::updateTask);
        // whether the cloud storage exists is judged before whether the id is well formed
        instance.rules.anything("tasks_partial_update_data_meta", "cloud_storage_id");
        instance.operations.on("tasks_retrieve_validation_layout", layouts::task);
        instance.operations.on("tasks_partial_update_validation_layout", layouts::updateTask);
    }
}
