package io.github.cvatopenapi.embedded.store;

import java.time.Instant;

/** Tasks that share their labels. */
public final class Project extends Entity implements Labeled {
    public String name;
    public User owner;
    public User assignee;
    public Instant assigneeUpdated;
    public String bugTracker = "";
    public String status = "annotation";
    public Organization organization;
    public Storage sourceStorage;
    public Storage targetStorage;

    @Override
    public String kind() {
        return "project";
    }

    @Override
    public long identity() {
        return id;
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
