package io.github.cvatopenapi.client;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Where a download goes: to a file, or into a directory under the server's name. Looked at before any work begins. Only
 * where a regular file or nothing is, is written: what a rename would do to links and devices nobody wants.
 */
final class Destination {

    private static final String NOT_FREE = "a link, device or directory is there: name another place";

    private final Path directory;
    private final Path file;

    private Destination(Path directory, Path file) {
        this.directory = directory;
        this.file = file;
    }

    /** Fails if no file can be written there. */
    static Destination of(Path path) {
        Objects.requireNonNull(path, "destination");
        if (Files.isDirectory(path)) {
            return checked(path, new Destination(path, null));
        }
        if (!free(path)) {
            throw Disk.unwritable(path, NOT_FREE);
        }
        return checked(path, new Destination(path.toAbsolutePath().getParent(), path));
    }

    private static Destination checked(Path path, Destination destination) {
        if (!Files.isDirectory(destination.directory)) {
            throw Disk.unwritable(path, "there is no directory " + destination.directory);
        }
        if (!Files.isWritable(destination.directory)) {
            throw Disk.unwritable(path, "access to the directory " + destination.directory + " is denied");
        }
        return destination;
    }

    private static boolean free(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || !Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** A new file beside the place, with the mode that any new file gets. */
    Path part() {
        Path part = directory.resolve(".cvat-" + UUID.randomUUID() + ".part");
        try {
            return Files.createFile(part);
        } catch (IOException e) {
            throw Disk.unwritable(part, e);
        }
    }

    /** Gives the whole file its name, which the server may tell in the header; where that fails, nothing is lost. */
    Path place(Path part, String disposition) {
        Path to = file == null ? named(disposition) : file;
        try {
            if (!free(to)) {
                throw new IOException(NOT_FREE);
            }
            keepMode(part, to);
            move(part, to);
            return to;
        } catch (IOException e) {
            throw Disk.unwritable(to, Disk.reason(e) + "; the whole download is " + part.toAbsolutePath(), e);
        }
    }

    private Path named(String disposition) {
        String name = FileNames.of(disposition, directory.getFileSystem());
        Path named = directory.resolve(name);
        for (int number = 1; !free(named); number++) {
            named = directory.resolve(FileNames.withSuffix(name, "_" + number));
        }
        return named;
    }

    /** A file that is replaced may have been made private. Where all files have the same mode, none can be set. */
    private static void keepMode(Path part, Path old) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
        if (view == null || !Files.exists(old)) {
            return;
        }
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(old);
        if (!mode.equals(view.readAttributes().permissions())) {
            view.setPermissions(mode);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
