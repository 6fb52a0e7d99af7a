package io.github.cvatopenapi.embedded.resources.jobs;

import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.transfer.Transfers;

/** Files that carry what is drawn in jobs in and out. */
public final class JobTransfers {

    public JobTransfers(Instance instance, Transfers transfers) {
        instance.operations.on("jobs_create_dataset_export", transfers.exports()::job);
        instance.operations.on("jobs_create_annotations", transfers.imports()::job);
    }
}
