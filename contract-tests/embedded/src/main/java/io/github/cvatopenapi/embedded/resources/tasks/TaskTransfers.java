package io.github.cvatopenapi.embedded.resources.tasks;

import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.transfer.Transfers;

/** Files that carry tasks, and what is drawn in them, in and out. */
public final class TaskTransfers {

    public TaskTransfers(Instance instance, Transfers transfers) {
        instance.operations.on("tasks_create_dataset_export", transfers.exports()::task);
        instance.operations.on("tasks_create_annotations", transfers.imports()::task);
        instance.operations.on("tasks_create_backup_export", transfers.backups()::task);
        instance.operations.on("tasks_create_backup", transfers.restores()::task);
        instance.operations.optionalSlash("tasks_create_backup");
    }
}
