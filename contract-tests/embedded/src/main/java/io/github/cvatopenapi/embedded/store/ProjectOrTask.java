package io.github.cvatopenapi.embedded.store;

import java.time.Instant;

/** What projects and tasks have alike: whose they are, who works on them, and where their exports go. */
public abstract sealed class ProjectOrTask extends Entity implements Labeled permits Project, Task {
    public String name;
    public User owner;
    public User assignee;
    public Instant assigneeUpdated;
    public String bugTracker = "";
    /** Of a task how far its jobs were when one was last changed: jobs that come or go later do not count before. */
    public String status = "annotation";
    public Organization organization;
    public Storage sourceStorage;
    public Storage targetStorage;

    /** Sets the assignee, null for nobody; the date tells when it last became another. */
    public void assign(User user, Instant now) {
        if (user != assignee) {
            assignee = user;
            assigneeUpdated = now;
        }
    }

    /** A user who is removed is neither owner nor assignee any more. */
    public void forget(User gone) {
        owner = owner == gone ? null : owner;
        assignee = assignee == gone ? null : assignee;
    }

    /** What was in an organization that is removed is in personal space. */
    public void forget(Organization gone) {
        organization = organization == gone ? null : organization;
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
