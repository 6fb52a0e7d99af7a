package io.github.cvatopenapi.embedded.resources.permissions;

import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.store.Entity;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Owned;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Table;
import io.github.cvatopenapi.embedded.store.Task;

/** Finds what a path names by {@code id}: 404 where there is none, 403 for those who may not look at it. */
public final class PathEntities {

    private final Store store;
    private final Permissions permissions;

    public PathEntities(Store store, Permissions permissions) {
        this.store = store;
        this.permissions = permissions;
    }

    public Task task(Call call) {
        return of(call, store.tasks, "Task");
    }

    public Job job(Call call) {
        return of(call, store.jobs, "Job");
    }

    public Project project(Call call) {
        return of(call, store.projects, "Project");
    }

    /** The entity of a table; the 404 names the kind. */
    public <T extends Entity & Owned> T of(Call call, Table<T> table, String kind) {
        T entity = EntityLookup.ofPath(call, table, kind);
        Permissions.require(permissions.sees(call.user(), entity));
        return entity;
    }
}
