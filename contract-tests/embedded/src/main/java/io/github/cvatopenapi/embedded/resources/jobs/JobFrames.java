package io.github.cvatopenapi.embedded.resources.jobs;

import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.taskdata.DataMeta;
import io.github.cvatopenapi.embedded.resources.taskdata.TaskMedia;
import io.github.cvatopenapi.embedded.resources.taskdata.ValidationLayouts;
import java.util.List;

/** The frames of jobs: pictures and facts of them, and which of them check the work. */
public final class JobFrames {

    public JobFrames(Instance instance, TaskMedia media, DataMeta meta, ValidationLayouts layouts) {
        instance.operations.on("jobs_retrieve_data", media::jobData);
        instance.operations.on("jobs_retrieve_preview", media::jobPreview);
        List.of("jobs_retrieve_data", "jobs_retrieve_preview").forEach(instance.operations::unlocked);
        instance.operations.on("jobs_retrieve_data_meta", meta::job);
        instance.operations.on("jobs_partial_update_data_meta", meta::updateJob);
        instance.operations.on("jobs_retrieve_validation_layout", layouts::job);
        instance.operations.on("jobs_partial_update_validation_layout", layouts::updateJob);
    }
}
