package io.github.cvatopenapi.embedded.store;

/** What someone says of an issue. */
public final class Comment extends Entity implements Owned {
    public Issue issue;
    public User owner;
    public String message = "";

    @Override
    public User owner() {
        return owner;
    }

    @Override
    public User assignee() {
        return null;
    }

    @Override
    public Organization organization() {
        return issue.organization();
    }

    @Override
    public Owned within() {
        return issue;
    }
}
