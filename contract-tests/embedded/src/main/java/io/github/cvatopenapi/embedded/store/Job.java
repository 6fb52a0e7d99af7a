package io.github.cvatopenapi.embedded.store;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A part of a task that one person annotates. */
public final class Job extends Entity implements Owned {

    public static final String ANNOTATION = "annotation";
    public static final String GROUND_TRUTH = "ground_truth";
    public static final String CONSENSUS_REPLICA = "consensus_replica";

    public Task task;
    /** One of the names above. */
    public String type = ANNOTATION;
    /** First and last frame, both included. */
    public int start;
    public int stop;
    /** The frames between them that it is for; null for all. */
    public List<Integer> included;
    /** For a replica the job that it repeats, else null. */
    public Job parent;
    public User assignee;
    public Instant assigneeUpdated;
    public String stage = "annotation";
    public String state = "new";
    public final Annotations annotations = new Annotations();

    /** Nobody owns a job but who owns its task. */
    @Override
    public User owner() {
        return null;
    }

    @Override
    public User assignee() {
        return assignee;
    }

    @Override
    public Organization organization() {
        return task.organization;
    }

    @Override
    public Owned within() {
        return task;
    }

    /** Numbers of its frames, ascending. */
    public List<Integer> frames() {
        return included != null ? included : IntStream.rangeClosed(start, stop).boxed().toList();
    }

    public boolean has(int frame) {
        return included != null ? included.contains(frame) : frame >= start && frame <= stop;
    }

    /** How far it is in one word: a job at its last stage is in validation until it is completed there. */
    public String status() {
        return stage.equals("annotation") ? "annotation"
                : stage.equals("acceptance") && state.equals("completed") ? "completed" : "validation";
    }
}
