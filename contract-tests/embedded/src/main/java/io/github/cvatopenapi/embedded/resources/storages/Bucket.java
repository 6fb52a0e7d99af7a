package io.github.cvatopenapi.embedded.resources.storages;

import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.media.Images;
import io.github.cvatopenapi.embedded.media.Manifest;
import io.github.cvatopenapi.embedded.media.SampleFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The one bucket there is, in a directory of the instance that is made when it is first asked for. Safe for threads.
 */
public final class Bucket {

    private final Path directory;
    private boolean made;

    public Bucket(Path directory) {
        this.directory = directory;
    }

    /** Whether a storage of that provider and name is this bucket; every other one does not exist. */
    public static boolean is(String provider, String resource) {
        return provider.equals("AWS_S3_BUCKET") && resource.equals(SampleFiles.BUCKET);
    }

    /** Where its files are; paths in it are the keys. */
    public synchronized Path directory() {
        if (!made) {
            try {
                Files.createDirectories(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            SampleFiles.makeBucket(directory);
            made = true;
        }
        return directory;
    }

    /** Every key, sorted; that of an empty directory ends in a slash. */
    public List<String> keys() {
        Path root = directory();
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> !path.equals(root))
                    .map(path -> root.relativize(path).toString().replace('\\', '/') + (Files.isDirectory(path) ? "/"
                            : ""))
                    .sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of a key, null where there is none. */
    public Path file(String key) {
        return key.endsWith("/") || !keys().contains(key) ? null : directory().resolve(key);
    }

    /** The keys of the images that a manifest lists; it must exist. */
    public List<String> listedBy(String manifest) {
        String folder = manifest.substring(0, manifest.lastIndexOf('/') + 1);
        return Manifest.read(file(manifest)).stream().map(entry -> folder + entry.name()).toList();
    }

    /** The key of the first image, of the manifests if there are any, else of all; null where there is none. */
    public String firstImage(List<String> manifests) {
        Stream<String> keys = manifests.isEmpty() ? keys().stream() : manifests.stream()
                .flatMap(each -> listedBy(each).stream());
        return keys.filter(Images::isImageName).findFirst().orElse(null);
    }

    /**
     * One level below a prefix: directories first, each entry as the server describes it. Names are relative to the
     * last
     * directory in the prefix.
     */
    public static List<Map<String, Object>> level(List<String> keys, String prefix) {
        TreeSet<String> directories = new TreeSet<>();
        TreeSet<String> files = new TreeSet<>();
        int start = prefix.lastIndexOf('/') + 1;
        for (String key : keys) {
            if (key.startsWith(prefix) && !key.equals(prefix)) {
                int slash = key.indexOf('/', prefix.length());
                if (slash < 0) {
                    files.add(key.substring(start));
                } else {
                    directories.add(key.substring(start, slash));
                }
            }
        }
        List<Map<String, Object>> level = new ArrayList<>();
        directories.forEach(name -> level.add(Json.object("name", name, "type", "DIR", "mime_type", "DIR")));
        files.forEach(name -> level.add(Json.object("name", name, "type", "REG", "mime_type", mimeType(name))));
        return level;
    }

    /** The server's word for what a file name promises. */
    private static String mimeType(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Images.isImageName(lower) ? "image" : lower.endsWith(".zip") ? "archive" : "unknown";
    }
}
