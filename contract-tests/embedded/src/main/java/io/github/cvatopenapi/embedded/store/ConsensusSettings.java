package io.github.cvatopenapi.embedded.store;

/** How the replicas of a task's jobs are merged. */
public final class ConsensusSettings extends Entity {
    public Task task;
    /** Least overlap, from 0 to 1, of what counts as the same object. */
    public double overlap = 0.4;
}
