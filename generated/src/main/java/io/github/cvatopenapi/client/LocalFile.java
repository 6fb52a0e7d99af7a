package io.github.cvatopenapi.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * A file to be sent. Looked at once and before any call, so that a bad one costs nothing on the server.
 *
 * @param path where it is
 * @param name its own name, under which it is sent
 * @param size how many bytes it has
 */
record LocalFile(Path path, String name, long size) {

    /** The file at that place; fails if there is none that can be read. */
    static LocalFile of(Path path) {
        Objects.requireNonNull(path, "file");
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw Disk.unreadable(path, "it is a directory: name the files in it");
            }
            if (!attributes.isRegularFile()) {
                throw Disk.unreadable(path, "it is no regular file");
            }
            if (!Files.isReadable(path)) {
                throw Disk.unreadable(path, "access is denied");
            }
            return new LocalFile(path, path.getFileName().toString(), attributes.size());
        } catch (IOException e) {
            throw Disk.unreadable(path, e);
        }
    }
}
