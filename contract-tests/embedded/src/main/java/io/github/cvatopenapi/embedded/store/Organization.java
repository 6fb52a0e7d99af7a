package io.github.cvatopenapi.embedded.store;

/** A group of users with roles. */
public final class Organization extends Entity {
    public String slug;
    public String name = "";
    public String description = "";
    /** Any JSON. */
    public Object contact;
    public User owner;
}
