package io.github.cvatopenapi.contract.harness.cleanup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** A bucket that is a folder of this machine. No key leads out of it, and links in it are not followed. */
final class FolderStore implements ObjectStore {

    private final Path folder;

    FolderStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public List<String> keys(String prefix) {
        List<String> keys = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return leadsTo(directory, prefix) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && key(file).startsWith(prefix)) {
                        keys.add(key(file));
                    }
                    return FileVisitResult.CONTINUE;
                }

                /** What others remove meanwhile is not there, and what is theirs need not be readable. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException && !file.equals(folder) || !leadsTo(file, prefix)) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }
            });
        } catch (IOException e) {
            throw failed("read", e);
        }
        return keys;
    }

    /** Whether keys in a folder may begin with the prefix. */
    private boolean leadsTo(Path directory, String prefix) {
        String key = key(directory) + "/";
        return directory.equals(folder) || key.startsWith(prefix) || prefix.startsWith(key);
    }

    private String key(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    @Override
    public void put(String key, byte[] content) {
        Path file = file(key);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw failed("written to", e);
        }
    }

    /** Removes the file, and the folders that it leaves empty: a store has none. */
    @Override
    public void remove(String key) {
        Path file = file(key);
        try {
            Files.deleteIfExists(file);
            for (Path each = file.getParent(); !each.equals(folder) && empty(each); each = each.getParent()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw failed("cleared", e);
        }
    }

    private static boolean empty(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (var files = Files.newDirectoryStream(directory)) {
            return !files.iterator().hasNext();
        }
    }

    private Path file(String key) {
        try {
            Path file = folder.resolve(key);
            Path above = file.getParent();
            if (file.equals(file.normalize()) && file.startsWith(folder) && !file.equals(folder)
                    && (!Files.exists(above) || above.toRealPath().startsWith(folder.toRealPath()))) {
                return file;
            }
        } catch (InvalidPathException | IOException e) {
            throw new StoreException("the key " + key + " cannot be in a folder");
        }
        throw new StoreException("the key " + key + " leads out of the folder");
    }

    private StoreException failed(String what, IOException e) {
        return new StoreException("the folder " + folder + " cannot be " + what + " ("
                + e.getClass().getSimpleName() + ")");
    }
}
