package io.github.cvatopenapi.embedded.store;

import java.util.List;

/** Something that is not right in a frame of a job; what is said of it are its comments. */
public final class Issue extends Entity implements Owned {
    public Job job;
    public User owner;
    public User assignee;
    public long frame;
    /** Coordinates in pixels, x and y in turn. */
    public List<Double> position = List.of();
    public boolean resolved;

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
        return job.organization();
    }

    @Override
    public Owned within() {
        return job;
    }
}
