package io.github.cvatopenapi.embedded.resources.storages;

import io.github.cvatopenapi.embedded.media.Archives;
import io.github.cvatopenapi.embedded.media.Images;
import io.github.cvatopenapi.embedded.media.Manifest;
import io.github.cvatopenapi.embedded.media.MediaException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A bucket: a folder whose files are its objects, with their paths in it as keys. Whatever a key says, nothing outside
 * the folder is read or written: no key climbs, and links are not followed. Safe for threads.
 */
public final class Bucket implements ServerFiles {

    private final String name;
    private final Path directory;
    private final Consumer<Path> furnishing;
    private boolean furnished;

    /**
     * A bucket of that name.
     *
     * @param directory  a real path, without links
     * @param furnishing puts in what the bucket has from the start, when it is first used
     */
    Bucket(String name, Path directory, Consumer<Path> furnishing) {
        this.name = name;
        this.directory = directory;
        this.furnishing = furnishing;
    }

    private synchronized Path directory() {
        if (!furnished) {
            furnishing.accept(directory);
            furnished = true;
        }
        return directory;
    }

    /** Every key, sorted; that of a directory ends in a slash. */
    public List<String> keys() {
        return keys(directory());
    }

    private List<String> keys(Path folder) {
        List<String> keys = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                    if (!path.equals(directory)) {
                        keys.add(key(path) + "/");
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        keys.add(key(path));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path path, IOException unreadable) {
                    return FileVisitResult.CONTINUE; // it has no objects that can be read
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.sort(keys);
        return keys;
    }

    private String key(Path path) {
        return directory.relativize(path).toString().replace('\\', '/');
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Where the object of a key is, or would be.
     *
     * @throws MediaException for a key that no object here can have
     */
    private Path place(String key) {
        Path root = directory();
        Path place = Archives.inside(root, key);
        if (!key(place).equals(key)) {
            throw new MediaException("Bad key '" + key + "': it must be a path inside the bucket, "
                    + "with single slashes and no parts such as '.'");
        }
        for (Path part = place; !part.equals(root); part = part.getParent()) {
            if (Files.isSymbolicLink(part)) {
                throw new MediaException("Bad key '" + key + "': links in the bucket are not followed");
            }
        }
        return place;
    }

    @Override
    public Path file(String key) {
        try {
            Path place = place(key);
            return isFile(place) ? place : null;
        } catch (MediaException none) {
            return null;
        }
    }

    @Override
    public List<String> below(String key) {
        try {
            Path place = place(key.endsWith("/") ? key.substring(0, key.length() - 1) : key);
            return !key.endsWith("/") && isFile(place) ? List.of(key) : !isFolder(place) ? List.of()
                    : keys(place).stream().filter(each -> !each.endsWith("/")).toList();
        } catch (MediaException none) {
            return List.of();
        }
    }

    @Override
    public String missing(String key) {
        return "The file '" + key + "' not found on the cloud storage '" + name + "'";
    }

    /**
     * Moves a file to the key, in place of the object that has it.
     *
     * @throws MediaException when no object can have the key, or not beside the others
     */
    public void put(String key, Path file) {
        Path place = place(key);
        try {
            if (isFolder(place)) {
                throw new MediaException("Bad key '" + key + "': other objects are below it");
            }
            Files.createDirectories(place.getParent());
            Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new MediaException("The object '" + key + "' cannot be stored beside the others", e);
        }
    }

    /** The keys of the images that a manifest lists; it must exist. */
    public List<String> listedBy(String manifest) {
        String folder = manifest.substring(0, manifest.lastIndexOf('/') + 1);
        return Manifest.read(file(manifest)).stream().map(entry -> folder + entry.name()).toList();
    }

    /** The key of the first image, of the manifests if there are any, else of all; null where there is none. */
    public String firstImage(List<String> manifests) {
        Stream<String> keys = manifests.isEmpty() ? keys().stream() : manifests.stream()
                .filter(each -> file(each) != null).flatMap(each -> listedBy(each).stream());
        return keys.filter(each -> Images.isImageName(each) && file(each) != null).findFirst().orElse(null);
    }
}
