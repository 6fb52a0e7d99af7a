package io.github.cvatopenapi.embedded.formats;

import io.github.cvatopenapi.embedded.media.Archives;
import io.github.cvatopenapi.embedded.media.MediaException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes and unpacks the zip files in which formats come. */
final class Zips implements AutoCloseable {

    private final ZipOutputStream zip;
    private final Set<String> written = new HashSet<>();

    Zips(Path target) {
        try {
            zip = new ZipOutputStream(Files.newOutputStream(target));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What writes the content of one entry; it must not close the stream. */
    interface Content {
        void writeTo(OutputStream out) throws Exception;
    }

    void add(String name, Content content) {
        if (!written.add(name)) {
            return;
        }
        try {
            zip.putNextEntry(new ZipEntry(name));
            content.writeTo(new FilterOutputStream(zip) {
                @Override
                public void write(byte[] bytes, int from, int count) throws IOException {
                    out.write(bytes, from, count);
                }

                @Override
                public void close() throws IOException {
                    flush();
                }
            });
            zip.closeEntry();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new FormatException("'" + name + "' cannot be written", failed);
        }
    }

    void add(String name, Path file) {
        add(name, out -> Files.copy(file, out));
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Unpacks below a directory, which is made.
     *
     * @throws FormatException if it is no zip file, or one that should not be unpacked
     */
    static List<String> unpack(Path archive, Path into) {
        try {
            return Archives.unpack(archive, Files.createDirectories(into), Archives.Limits.DEFAULT);
        } catch (MediaException refused) {
            throw new FormatException(refused.getMessage(), refused);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
