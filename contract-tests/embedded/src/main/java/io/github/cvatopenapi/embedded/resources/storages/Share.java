package io.github.cvatopenapi.embedded.resources.storages;

import io.github.cvatopenapi.embedded.media.SampleFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The files that the server itself has, to make tasks of. Made when they are first asked for. Safe for threads. */
public final class Share implements ServerFiles {

    /**
     * An entry of a directory.
     *
     * @param type     {@code DIR} or {@code REG}
     * @param mimeType as the server names it: {@code DIR}, {@code image}, {@code archive} or {@code unknown}
     */
    public record Entry(String name, String type, String mimeType) {
    }

    private final Path directory;
    private boolean made;

    public Share(Path directory) {
        this.directory = directory;
    }

    /** The file or directory of that path, which may begin with a slash; null where there is none inside the share. */
    private synchronized Path find(String path) {
        if (!made) {
            made = true;
            try {
                SampleFiles.makeShare(Files.createDirectories(directory));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        try {
            Path found = directory.resolve(path.replaceFirst("^/+", "")).normalize();
            return found.startsWith(directory) && Files.exists(found) ? found : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    @Override
    public List<String> below(String name) {
        Path found = find(name);
        if (found == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(found)) {
            return files.filter(Files::isRegularFile).sorted()
                    .map(each -> directory.relativize(each).toString().replace('\\', '/')).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path file(String name) {
        Path found = find(name);
        return found == null || !Files.isRegularFile(found) ? null : found;
    }

    @Override
    public String missing(String name) {
        return "No such file or directory: '" + name + "'";
    }

    /** What a directory holds, directories first; null where there is none of that path. */
    public List<Entry> list(String path) {
        Path found = find(path);
        if (found == null || !Files.isDirectory(found)) {
            return null;
        }
        try (Stream<Path> files = Files.list(found)) {
            return files.map(Share::entry).sorted(Comparator.comparing(Entry::type).thenComparing(Entry::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(Path file) {
        String name = file.getFileName().toString();
        if (Files.isDirectory(file)) {
            return new Entry(name, "DIR", "DIR");
        }
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return new Entry(name, "REG", switch (extension) {
            case "png", "jpg", "jpeg", "bmp", "gif", "webp" -> "image";
            case "zip", "tar", "gz" -> "archive";
            default -> "unknown";
        });
    }
}
