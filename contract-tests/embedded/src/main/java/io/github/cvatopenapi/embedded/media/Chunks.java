package io.github.cvatopenapi.embedded.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Writes runs of frames in the forms in which editors load them. */
public final class Chunks {

    /** Frames in one chunk where the caller named no number. */
    public static final int DEFAULT_SIZE = 72;
    /** The same where the chunks are video files. */
    public static final int DEFAULT_VIDEO_SIZE = 36;
    private static final int PREVIEW_SIDE = 256;

    private Chunks() {
    }

    /**
     * Writes a chunk as a zip file. Files in it are numbered from 000000 in the order given.
     *
     * @param compressed whether pictures are turned to JPEG of the given quality, or kept as they were uploaded
     * @param quality    0 to 100, only used for compressed ones
     * @return checksum (CRC-32) of the file
     */
    public static long write(List<Frame> frames, boolean compressed, int quality, Path target) {
        CRC32 checksum = new CRC32();
        try (OutputStream file = new CheckedOutputStream(Files.newOutputStream(target), checksum)) {
            List<Entry> entries = new ArrayList<>();
            for (Frame frame : frames) {
                boolean jpeg = compressed && !frame.isPointCloud();
                entries.add(new Entry(String.format(Locale.ROOT, "%06d.%s", entries.size(),
                        jpeg ? "jpeg" : frame.extension()), out -> {
                            if (compressed) {
                                writeCompressed(frame, quality, out);
                            } else {
                                Files.copy(frame.file(), out);
                            }
                        }));
            }
            zip(entries, file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return checksum.getValue();
    }

    /**
     * Writes a chunk as an MP4 file.
     *
     * @param quality 0 to 100
     * @return checksum (CRC-32) of the file
     */
    public static long writeVideo(List<Frame> frames, int quality, Path target) {
        try {
            VideoChunks.write(frames, quality, target);
            CRC32 checksum = new CRC32();
            checksum.update(Files.readAllBytes(target));
            return checksum.getValue();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes one frame as JPEG; a point cloud as it is. */
    public static void writeCompressed(Frame frame, int quality, OutputStream out) throws IOException {
        if (frame.isPointCloud()) {
            Files.copy(frame.file(), out);
        } else {
            Images.writeJpeg(frame.file(), frame.name(), quality, out);
        }
    }

    /**
     * Writes a picture of at most 256 by 256 pixels; of a point cloud one as seen from above.
     *
     * @param png whether that of a point cloud is a PNG; all others are JPEG
     */
    public static void writePreview(Frame frame, boolean png, OutputStream out) throws IOException {
        if (frame.isPointCloud()) {
            BufferedImage drawn = PointClouds.draw(frame.file(), frame.name(), PREVIEW_SIDE);
            if (png) {
                ImageIO.write(drawn, "png", out);
            } else {
                Images.encodeJpeg(drawn, 90, out);
            }
        } else {
            Images.writePreview(frame.file(), frame.name(), PREVIEW_SIDE, out);
        }
    }

    /** Writes the pictures beside a frame as a zip file of JPEGs; one without entries where there are none. */
    public static void writeContext(Frame frame, int quality, OutputStream out) throws IOException {
        zip(frame.context().stream().map(each -> new Entry(each.name().replaceFirst("\\.[^.]*$", "") + ".jpg",
                to -> Images.writeJpeg(each.file(), each.name(), quality, to))).toList(), out);
    }

    /** What is in a zip file. */
    private record Entry(String name, Writing content) {
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static void zip(List<Entry> entries, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Entry each : entries) {
                zip.putNextEntry(new ZipEntry(each.name()));
                each.content().to(zip);
                zip.closeEntry();
            }
        }
    }
}
