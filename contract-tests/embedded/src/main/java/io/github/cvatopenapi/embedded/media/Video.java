package io.github.cvatopenapi.embedded.media;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

/**
 * A video file. Its frames are decoded when they are first asked for, some at a time, and kept as PNG. Frames of a
 * codec that is not decoded here are drawn: their number and size are right, and each shows its number in binary, black
 * for one.
 * Safe for threads.
 */
public final class Video {

    /** Frames that are decoded together, as decoding can start at few of them only. */
    private static final int RUN = 36;
    /** So many decode at once, so that their memory stays bounded. */
    private static final Semaphore DECODERS = new Semaphore(2);

    /** As many as the largest number of a frame has. */
    private static final int BITS = Integer.SIZE - Integer.numberOfLeadingZeros(VideoTrack.MAX_FRAMES);

    private final Path file;
    private final String name;
    private final Path directory;
    private final VideoTrack track;
    private final List<Integer> shown;
    private final boolean decoded;
    /** Set once a run took too long: its thread may still be at work, and no other is started. */
    private MediaException tooSlow;
    private final int width;
    private final int height;

    private Video(Path file, String name, Path directory, VideoTrack track) {
        this.file = file;
        this.name = name;
        this.directory = directory;
        this.track = track;
        this.shown = track.shown();
        try (H264 decoder = H264.of(track)) {
            this.decoded = decoder != null;
            this.width = decoded ? decoder.width() : track.width();
            this.height = decoded ? decoder.height() : track.height();
        }
    }

    /**
     * Reads the list of frames, and decodes the first.
     *
     * @param name      of the file in messages
     * @param directory where decoded frames are kept; made when needed
     * @throws MediaException if it is no video, one too large or one that cannot be decoded
     */
    public static Video open(Path file, String name, Path directory) {
        Libraries.VIDEO.require(name);
        try (FileChannel channel = FileChannel.open(file)) {
            VideoTrack track = track(channel, name);
            Video video = new Video(file, name, directory, track);
            video.frame(0);
            return video;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static VideoTrack track(FileChannel channel, String name) throws IOException {
        if (Matroska.is(channel)) {
            return Matroska.read(channel, name);
        }
        if (Mp4.is(channel)) {
            return Mp4.read(channel, name);
        }
        throw new MediaException("The video '" + name + "' is in a container that this embedded instance does not "
                + "read; use MP4, MOV, WebM or MKV");
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** Number of frames. */
    public int size() {
        return shown.size();
    }

    /**
     * The PNG file of a frame.
     *
     * @param number counted from 0 in the order in which frames are shown
     * @throws MediaException if it cannot be decoded
     */
    public Path frame(int number) {
        Path place = place(number);
        if (!Files.exists(place)) {
            make(number);
        }
        return place;
    }

    private Path place(int number) {
        return directory.resolve(String.format(Locale.ROOT, "%06d.png", number));
    }

    private synchronized void make(int number) {
        int from = number - number % RUN;
        int to = number == 0 ? 1 : Math.min(size(), from + RUN);
        if (Files.exists(place(number))) {
            return;
        }
        if (tooSlow != null) {
            throw tooSlow;
        }
        try {
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            Files.createDirectories(directory);
            if (decoded) {
                DECODERS.acquireUninterruptibly();
                try {
                    TimeLimit.run("Frame " + number + " of the video '" + name + "'", TimeLimit.USUAL, () -> {
                        decode(from, to);
                        return null;
                    });
                } catch (MediaException failed) {
                    tooSlow = failed.getCause() instanceof TimeoutException ? failed : null;
                    throw failed;
                } finally {
                    DECODERS.release();
                }
            } else {
                for (int each = from; each < to; each++) {
                    keep(draw(each), each);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (!Files.exists(place(number))) {
            throw new MediaException("Frame " + number + " of the video '" + name + "' cannot be decoded");
        }
    }

    /** Decodes from the last place before these frames at which that can start. */
    private void decode(int from, int to) throws IOException {
        Map<Integer, Integer> wanted = new HashMap<>();
        for (int each = from; each < to; each++) {
            wanted.put(shown.get(each), each);
        }
        try (FileChannel channel = FileChannel.open(file); H264 decoder = H264.of(track)) {
            for (int each = start(from); !wanted.isEmpty() && each < track.samples().size(); each++) {
                BufferedImage picture = decoder.next(channel, track.samples().get(each));
                Integer number = wanted.remove(each);
                if (number != null && picture != null) {
                    keep(picture, number);
                }
                if (Thread.interrupted()) {
                    return;
                }
            }
        }
    }

    private int start(int frame) {
        long time = track.samples().get(shown.get(frame)).time();
        int start = 0;
        for (int each = 0; each < track.samples().size(); each++) {
            VideoTrack.Sample sample = track.samples().get(each);
            if (sample.key() && sample.time() <= time) {
                start = each;
            }
        }
        return start;
    }

    private void keep(BufferedImage picture, int number) throws IOException {
        Path part = directory.resolve(UUID.randomUUID() + ".part");
        Images.writePng(picture, part);
        Files.move(part, place(number), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Without letters, as not every machine has a font. */
    private BufferedImage draw(int number) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        Color shade = Color.getHSBColor((float) number / size(), 0.5f, 0.9f);
        graphics.setPaint(new GradientPaint(0, 0, shade, width, height, shade.darker()));
        graphics.fillRect(0, 0, width, height);
        for (int bit = 0; bit < BITS; bit++) {
            graphics.setColor((number >> BITS - 1 - bit & 1) == 1 ? Color.BLACK : Color.WHITE);
            graphics.fillRect(width * bit / BITS, height / 4, Math.max(1, width / BITS), height / 2);
        }
        graphics.dispose();
        return picture;
    }
}
