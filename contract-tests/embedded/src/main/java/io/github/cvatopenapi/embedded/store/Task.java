package io.github.cvatopenapi.embedded.store;

import java.util.List;

/** A task. It has data, and with it jobs, once pictures were attached. */
public final class Task extends ProjectOrTask {
    /** The project whose labels it shares, or null. */
    public Project project;
    public String subset = "";
    /** As asked for; after data was attached, as it is. 0 for all in one. */
    public int segmentSize;
    /** As asked for, null for the default; after data was attached, as it is. */
    public Integer overlap;
    public int consensusReplicas;
    /** Null before pictures were attached. */
    public TaskData data;
    /** What remains of data that could not be attached, or null; without frames. */
    public TaskData failed;

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
    public Owned within() {
        return project;
    }
}
