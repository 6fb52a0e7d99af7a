package io.github.cvatopenapi.embedded.resources.permissions;

import io.github.cvatopenapi.embedded.store.Guide;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Labeled;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.User;

/** Says who may look at a guide, and so at its assets, and who may change them. */
public final class GuidePermissions {

    private final Store store;
    private final Permissions permissions;

    public GuidePermissions(Store store, Permissions permissions) {
        this.store = store;
        this.permissions = permissions;
    }

    /** Whoever may look at the target, and who has a job in it. */
    public boolean sees(User user, Guide guide) {
        return permissions.sees(user, guide.target) || store.jobs.all().stream()
                .anyMatch(job -> job.assignee == user && covers(guide.target, job));
    }

    private static boolean covers(Labeled target, Job job) {
        return job.task == target || job.task.project == target;
    }

    /** Whoever may change the target. */
    public boolean changes(User user, Guide guide) {
        return permissions.sees(user, guide.target);
    }
}
