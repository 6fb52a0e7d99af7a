package io.github.cvatopenapi.embedded.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The temporary files of one call, gone at its end. */
final class TemporaryFiles implements AutoCloseable {

    private final Path directory;
    private final List<Path> files = new ArrayList<>();

    TemporaryFiles(Path directory) {
        this.directory = directory;
    }

    Path file() throws IOException {
        Path file = Files.createTempFile(directory, "call", null);
        files.add(file);
        return file;
    }

    @Override
    public void close() {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
