package io.github.cvatopenapi.embedded.store;

import java.util.List;

/** A bucket that a user has made known. Its credentials are not kept: nothing here needs them. */
public final class CloudStorage extends Entity {
    public User owner;
    public Organization organization;
    public String provider;
    /** Name of the bucket. */
    public String resource;
    public String displayName;
    public String credentialsType;
    /** Such as {@code endpoint_url=http://host}; several with ampersands. */
    public String specificAttributes = "";
    public String description = "";
    /** Paths of manifests in the bucket. */
    public List<String> manifests = List.of();
}
