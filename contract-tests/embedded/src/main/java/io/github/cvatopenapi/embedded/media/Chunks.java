package io.github.cvatopenapi.embedded.media;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes runs of frames as zip files, the form in which editors load them. */
public final class Chunks {

    /** Frames in one chunk where the caller named no number. */
    public static final int DEFAULT_SIZE = 72;

    private Chunks() {
    }

    /**
     * Writes a chunk. Files in it are numbered from 000000 in the order given.
     *
     * @param compressed whether pictures are turned to JPEG of the given quality, or kept as they were uploaded
     * @param quality    0 to 100, only used for compressed ones
     * @return checksum (CRC-32) of the file
     */
    public static long write(List<Frame> frames, boolean compressed, int quality, Path target) {
        CRC32 checksum = new CRC32();
        try (OutputStream file = new CheckedOutputStream(Files.newOutputStream(target), checksum);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            int number = 0;
            for (Frame frame : frames) {
                String extension = compressed ? "jpeg" : frame.extension();
                zip.putNextEntry(new ZipEntry(String.format(Locale.ROOT, "%06d.%s", number++, extension)));
                if (compressed) {
                    writeCompressed(frame, quality, zip);
                } else {
                    Files.copy(frame.file(), zip);
                }
                zip.closeEntry();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return checksum.getValue();
    }

    /** Writes one frame as JPEG. */
    public static void writeCompressed(Frame frame, int quality, OutputStream out) throws IOException {
        Images.writeJpeg(frame.file(), frame.name(), quality, out);
    }

    /** Writes a JPEG of at most 256 by 256 pixels. */
    public static void writePreview(Frame frame, OutputStream out) throws IOException {
        Images.writePreview(frame.file(), frame.name(), 256, out);
    }
}
