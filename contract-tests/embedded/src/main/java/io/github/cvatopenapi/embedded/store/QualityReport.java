package io.github.cvatopenapi.embedded.store;

import java.time.Instant;
import java.util.Map;

/** What a comparison with the ground truth found, for a job, a task or a project. Made once, never changed. */
public final class QualityReport extends Entity {
    /** The {@link Project}, {@link Task} or {@link Job}. */
    public Owned target;
    /** The report of the task that a job is in, or of the project; null for the one that was asked for. */
    public QualityReport parent;
    public Instant targetUpdated;
    /** Null for a project. */
    public Instant truthUpdated;
    public User assignee;
    /** As in lists. */
    public Map<String, Object> summary;
    /** As in the download, without what identifies the report. */
    public Map<String, Object> data;

    /** Null for a report on a project. */
    public Task task() {
        return target instanceof Job job ? job.task : target instanceof Task task ? task : null;
    }

    /** Null for a task that is in none. */
    public Project project() {
        return target instanceof Project project ? project : task().project;
    }

    /** {@code job}, {@code task} or {@code project}. */
    public String kind() {
        return target instanceof Job ? "job" : target instanceof Task ? "task" : "project";
    }
}
