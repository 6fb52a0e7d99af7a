package io.github.cvatopenapi.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
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

    static FileSlice whole(Path file) throws IOException {
        return new FileSlice(file, 0, Files.size(file), BYTES);
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
        try (FileChannel channel = FileChannel.open(file)) {
            channel.position(offset);
            for (long left = length; left > 0; ) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), left));
                int read = channel.read(buffer);
                if (read < 0) {
                    throw new IOException("the file became shorter while it was sent: " + file);
                }
                sink.write(buffer.array(), 0, read);
                left -= read;
            }
        }
    }
}
