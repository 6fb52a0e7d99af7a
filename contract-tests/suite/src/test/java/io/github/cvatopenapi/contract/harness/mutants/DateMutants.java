package io.github.cvatopenapi.contract.harness.mutants;

import static io.github.cvatopenapi.contract.harness.mutants.Break.*;
import static io.github.cvatopenapi.contract.harness.rules.Rule.*;

import io.github.cvatopenapi.embedded.Interceptor;
import java.util.List;

/** Changes that leave no date behind, or one too many. */
final class DateMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant("a project is not dated when a label is removed", "labels_destroy", LIFECYCLE_DATE,
                undated("projects_retrieve")),
            new Mutant("a task is not dated when a label is removed", "labels_destroy", LIFECYCLE_DATE,
                undated("tasks_retrieve")),
            new Mutant("a project is not dated when a label changes", "labels_partial_update", LIFECYCLE_DATE,
                undated("projects_retrieve")),
            new Mutant("a task is not dated when something is drawn", "jobs_partial_update_annotations",
                LIFECYCLE_DATE, undated("tasks_retrieve")),
            new Mutant("a job is not dated when its annotations are replaced", "jobs_update_annotations",
                LIFECYCLE_DATE, undated("jobs_retrieve")),
            new Mutant("a project is not dated when its guide changes", "guides_partial_update", LIFECYCLE_DATE,
                undated("projects_retrieve")),
            new Mutant("a task is not dated when a frame is taken out", "tasks_partial_update_data_meta",
                LIFECYCLE_CHANGE, undated("tasks_retrieve")),
            new Mutant("an issue is dated by a comment", "comments_create", LIFECYCLE_DATE,
                answers("issues_retrieve", 200, response -> body(response, issue -> issue.put("updated_date",
                        text(response).contains("\"count\":1") ? issue.get("created_date")
                                : "2999-01-01T00:00:00Z")))),
            own("projects"), own("tasks"), own("issues"), own("organizations"), own("webhooks"), own("jobs"),
            own("cloudstorages"));

    private DateMutants() {
    }

    private static Mutant own(String tag) {
        Interceptor read = undated(tag + "_retrieve");
        Interceptor change = undated(tag + "_partial_update");
        return new Mutant("a change leaves the date as it was", tag + "_partial_update", LIFECYCLE_CHANGE,
                (request, chain) -> read.intercept(request, next -> change.intercept(next, chain)));
    }

    /** What the operation answers always has the date of its making. */
    private static Interceptor undated(String operation) {
        return body(operation, thing -> thing.put("updated_date", thing.get("created_date")));
    }
}
