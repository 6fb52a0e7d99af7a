package io.github.cvatopenapi.embedded.store;

import java.nio.file.Path;

/** A file that a guide shows; known by its UUID. */
public final class Asset extends Entity {
    public String uuid;
    public Guide guide;
    public User owner;
    public String filename;
    public String mediaType;
    public Path file;
}
