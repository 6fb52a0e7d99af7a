package io.github.cvatopenapi.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A part of a file as a body, read while it is sent; can be sent again. */
final class FileSlice extends RequestBody {

    static final MediaType BYTES = MediaType.get("application/octet-stream");
    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final long offset;
    private final long length;
    private final MediaType type;

    FileSlice(Path file, long offset, long length, MediaType type) {
        this.file = file;
        this.offset = offset;
        this.length = length;
        this.type = type;
    }

    static FileSlice whole(LocalFile file) {
        return new FileSlice(file.path(), 0, file.size(), BYTES);
    }

    @Override
    public MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, Math.max(1, length)));
        try (FileChannel channel = open()) {
            for (long left = length; left > 0; ) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), left));
                int read = read(channel, buffer);
                sink.write(buffer.array(), 0, read);
                left -= read;
            }
        }
    }

    private FileChannel open() throws NestedFailure {
        try {
            return FileChannel.open(file).position(offset);
        } catch (IOException e) {
            throw new NestedFailure(Disk.unreadable(file, e));
        }
    }

    /** Tells failures of the disk from those of the connection. */
    private int read(FileChannel channel, ByteBuffer buffer) throws NestedFailure {
        int read;
        try {
            read = channel.read(buffer);
        } catch (IOException e) {
            throw new NestedFailure(Disk.unreadable(file, e));
        }
        if (read < 0) {
            throw new NestedFailure(Disk.unreadable(file, "it became shorter while it was sent"));
        }
        return read;
    }
}
