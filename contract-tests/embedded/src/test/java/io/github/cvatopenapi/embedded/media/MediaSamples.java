package io.github.cvatopenapi.embedded.media;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files with which the recording of media was made, and zip files made on the spot. */
public final class MediaSamples {

    private MediaSamples() {
    }

    /** Where a file lies; it must not be changed. */
    public static Path file(String name) {
        return Path.of("src/test/resources/media", name);
    }

    /** The content of a file. */
    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** A zip file of these entries. */
    public static Path zip(Path target, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(target); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        return target;
    }
}
