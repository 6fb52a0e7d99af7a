package io.github.cvatopenapi.embedded.resources.taskdata;

import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.media.Chunks;
import io.github.cvatopenapi.embedded.media.Frame;
import io.github.cvatopenapi.embedded.media.MediaException;
import io.github.cvatopenapi.embedded.store.TaskData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;

/** Makes copies of frames, and chunks of them, which are kept beside the data once made. Safe for threads. */
final class MediaCache {

    /** A chunk and its CRC-32. */
    record Chunk(Path file, long checksum) {
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static final int BEST = 100;

    private MediaCache() {
    }

    static byte[] original(Frame frame) {
        return bytes(out -> Files.copy(frame.file(), out));
    }

    static byte[] compressed(Frame frame, int quality) {
        return bytes(out -> Chunks.writeCompressed(frame, quality, out));
    }

    static byte[] context(Frame frame, int quality) {
        return bytes(out -> Chunks.writeContext(frame, quality, out));
    }

    static byte[] preview(Frame frame, boolean png) {
        return bytes(out -> Chunks.writePreview(frame, png, out));
    }

    private static byte[] bytes(Writing writing) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writing.to(out);
            return out.toByteArray();
        } catch (NoSuchFileException gone) {
            throw Fault.notFound(); // the task was removed since it was looked up
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof NoSuchFileException ? Fault.notFound() : e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MediaException broken) {
            throw unreadable(broken);
        }
    }

    /** The header of a picture may be whole while the rest of it is not. */
    private static Fault unreadable(MediaException broken) {
        return Fault.list(broken.getMessage());
    }

    static Chunk chunk(TaskData data, List<Integer> numbers, List<Frame> frames, boolean compressed) {
        boolean video = data.hasVideoChunks(!compressed);
        Path file = data.directory.resolve("chunks").resolve((compressed ? "compressed-" : "original-")
                + data.chunksUpdated.toEpochMilli() + "-" + Integer.toHexString(numbers.hashCode()) + "-"
                + numbers.get(0) + (video ? ".mp4" : ".zip"));
        try {
            if (Files.exists(file)) {
                CRC32 checksum = new CRC32();
                checksum.update(Files.readAllBytes(file));
                return new Chunk(file, checksum.getValue());
            }
            Path part = Files.createDirectories(file.getParent()).resolve(UUID.randomUUID().toString());
            List<Frame> run = numbers.stream().map(frames::get).toList();
            long checksum = video ? Chunks.writeVideo(run, compressed ? data.quality : BEST, part)
                    : Chunks.write(run, compressed, data.quality, part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE); // readers of one made meanwhile are not disturbed
            return new Chunk(file, checksum);
        } catch (IOException | UncheckedIOException e) {
            if (!Files.exists(data.directory)) {
                throw Fault.notFound(); // the task was removed since it was looked up
            }
            throw e instanceof IOException io ? new UncheckedIOException(io) : (UncheckedIOException) e;
        } catch (MediaException broken) {
            throw unreadable(broken);
        }
    }
}
