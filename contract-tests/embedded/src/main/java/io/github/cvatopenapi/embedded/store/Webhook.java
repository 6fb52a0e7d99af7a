package io.github.cvatopenapi.embedded.store;

import java.util.SortedSet;
import java.util.TreeSet;

/** Where the server calls when something changes in a project or in an organization. */
public final class Webhook extends Entity {
    public User owner;
    public Organization organization;
    /** Null for one of a whole organization. */
    public Project project;
    public String targetUrl;
    public String description = "";
    /** Signs what is sent; empty for no signature. Never shown. */
    public String secret = "";
    public String contentType = "application/json";
    public boolean active = true;
    /** Whether the certificate of the target is checked. */
    public boolean checkCertificate = true;
    public SortedSet<String> events = new TreeSet<>();

    /** As it goes over the wire. */
    public String type() {
        return project == null ? "organization" : "project";
    }
}
