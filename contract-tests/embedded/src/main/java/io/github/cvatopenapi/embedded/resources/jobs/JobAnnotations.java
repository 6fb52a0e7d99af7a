package io.github.cvatopenapi.embedded.resources.jobs;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotationEditing;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotationStore;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.PathEntities;
import io.github.cvatopenapi.embedded.resources.storages.FilePlaces;
import io.github.cvatopenapi.embedded.resources.transfer.RetiredExports;
import io.github.cvatopenapi.embedded.store.Job;
import java.util.List;

/** What is drawn in jobs. */
public final class JobAnnotations {

    private final AnnotationEditing editing;
    private final AnnotationStore annotations;
    private final PathEntities ofPath;
    private final FilePlaces places;

    public JobAnnotations(Instance instance, AnnotationEditing editing) {
        this.editing = editing;
        this.annotations = new AnnotationStore(instance.store);
        this.ofPath = instance.ofPath;
        this.places = instance.places;
        instance.operations.on("jobs_retrieve_annotations", this::retrieve);
        instance.operations.optionalSlash("jobs_retrieve_annotations");
        instance.operations.on("jobs_update_annotations", this::replace);
        instance.operations.on("jobs_partial_update_annotations", call -> editing.patch(call, ofPath.job(call)));
        instance.rules.whole("jobs_partial_update_annotations");
        instance.operations.on("jobs_destroy_annotations", call -> editing.clear(List.of(ofPath.job(call))));
    }

    private Answer replace(Call call) {
        Job job = ofPath.job(call);
        RetiredExports.refuseImport(call);
        return editing.put(call, job);
    }

    private Answer retrieve(Call call) {
        Job job = ofPath.job(call);
        RetiredExports.refuse(call, "jobs", places);
        return Answer.ok(annotations.of(job).view());
    }
}
