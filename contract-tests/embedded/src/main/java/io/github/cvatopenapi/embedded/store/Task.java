package io.github.cvatopenapi.embedded.store;

import java.time.Instant;
import java.util.List;

/** A task. It has data, and with it jobs, once pictures were attached. */
public final class Task extends Entity implements Labeled {
    public String name;
    /** The project whose labels it shares, or null. */
    public Project project;
    public User owner;
    public User assignee;
    public Instant assigneeUpdated;
    public String bugTracker = "";
    public String subset = "";
    public Organization organization;
    /** How far its jobs were when one was last changed: jobs that come or go later do not count before. */
    public String status = "annotation";
    public Storage sourceStorage;
    public Storage targetStorage;
    /** As asked for; after data was attached, as it is. 0 for all in one. */
    public int segmentSize;
    /** As asked for, null for the default; after data was attached, as it is. */
    public Integer overlap;
    public int consensusReplicas;
    /** Null before pictures were attached. */
    public TaskData data;

    /** The least advanced of all jobs says how far the task is. */
    public void progress(List<Job> jobs) {
        List<String> all = jobs.stream().map(Job::status).toList();
        status = all.contains("annotation") ? "annotation" : all.contains("validation") ? "validation" : "completed";
    }

    /** Whose labels it has: the project's, or its own. */
    public Labeled labels() {
        return project == null ? this : project;
    }

    @Override
    public String kind() {
        return "task";
    }

    @Override
    public long identity() {
        return id;
    }

    @Override
    public Owned within() {
        return project;
    }

    @Override
    public User owner() {
        return owner;
    }

    @Override
    public User assignee() {
        return assignee;
    }

    @Override
    public Organization organization() {
        return organization;
    }
}
