package io.github.cvatopenapi.embedded.resources.permissions;

import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;

/** Finds what a path names, for those who may look at it. */
public final class PathEntities {

    private final Store store;
    private final Permissions permissions;

    public PathEntities(Store store, Permissions permissions) {
        this.store = store;
        this.permissions = permissions;
    }

    /** The task of the path; 404 where there is none, 403 for those who may not look at it. */
    public Task task(Call call) {
        Task task = store.tasks.get(call.id());
        if (task == null) {
            throw Fault.noSuch("Task");
        }
        Permissions.require(permissions.sees(call.user(), task));
        return task;
    }

    /** The job of the path, likewise. */
    public Job job(Call call) {
        Job job = store.jobs.get(call.id());
        if (job == null) {
            throw Fault.noSuch("Job");
        }
        Permissions.require(permissions.sees(call.user(), job));
        return job;
    }

    /** The project of the path, likewise. */
    public Project project(Call call) {
        Project project = store.projects.get(call.id());
        if (project == null) {
            throw Fault.noSuch("Project");
        }
        Permissions.require(permissions.sees(call.user(), project));
        return project;
    }
}
