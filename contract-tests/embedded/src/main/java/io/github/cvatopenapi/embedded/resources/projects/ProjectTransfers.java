package io.github.cvatopenapi.embedded.resources.projects;

import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.transfer.Transfers;

/** Files that carry projects, and the datasets in them, in and out. */
public final class ProjectTransfers {

    public ProjectTransfers(Instance instance, Transfers transfers) {
        instance.operations.on("projects_create_dataset_export", transfers.exports()::project);
        instance.operations.on("projects_create_dataset", transfers.imports()::project);
        instance.operations.optionalSlash("projects_create_dataset");
        instance.operations.on("projects_create_backup_export", transfers.backups()::project);
        instance.operations.on("projects_create_backup", transfers.restores()::project);
        instance.operations.optionalSlash("projects_create_backup");
    }
}
