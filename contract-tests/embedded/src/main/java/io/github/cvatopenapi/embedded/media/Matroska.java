package io.github.cvatopenapi.embedded.media;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads from a WebM or Matroska file where its frames are (RFC 8794, RFC 9559). */
final class Matroska {

    private static final int SEGMENT = 0x18538067;
    private static final int TRACKS = 0x1654AE6B;
    private static final int TRACK = 0xAE;
    private static final int TRACK_NUMBER = 0xD7;
    private static final int TRACK_TYPE = 0x83;
    private static final int CODEC = 0x86;
    private static final int SETUP = 0x63A2;
    private static final int VIDEO = 0xE0;
    private static final int WIDTH = 0xB0;
    private static final int HEIGHT = 0xBA;
    private static final int CLUSTER = 0x1F43B675;
    private static final int TIME = 0xE7;
    private static final int SIMPLE_BLOCK = 0xA3;
    private static final int BLOCK_GROUP = 0xA0;
    private static final int BLOCK = 0xA1;
    private static final int REFERENCE = 0xFB;
    private static final Set<Integer> HOLDERS = Set.of(SEGMENT, TRACKS, TRACK, VIDEO, CLUSTER, BLOCK_GROUP);
    private static final int MAX_ELEMENTS = 1_000_000;
    private static final int MAX_SETUP = 1 << 20;
    private static final int INVISIBLE = 0x08;

    /** One track, filled as its elements are met. */
    private static final class Track {
        long number;
        long type;
        String codec = "";
        byte[] setup = {};
        long width;
        long height;
    }

    private final FileChannel file;
    private final List<Track> tracks = new ArrayList<>();
    private final List<VideoTrack.Sample> samples = new ArrayList<>();
    private long cluster;
    /** Whether the last block was one of the samples. */
    private boolean taken;

    private Matroska(FileChannel file) {
        this.file = file;
    }

    /** Whether the first bytes are those of such a file. */
    static boolean is(FileChannel file) throws IOException {
        ByteBuffer start = Mp4.bytes(file, 0, 4);
        return start.remaining() == 4 && start.getInt() == 0x1A45DFA3;
    }

    /**
     * Reads the first video track.
     *
     * @throws MediaException if there is none, or the file is broken
     */
    static VideoTrack read(FileChannel file, String name) throws IOException {
        Matroska reader = new Matroska(file);
        try {
            reader.elements();
        } catch (BufferUnderflowException | IllegalArgumentException broken) {
            throw new MediaException("The video '" + name + "' has a broken list of frames", broken);
        }
        Track video = reader.video();
        if (video == null) {
            throw new MediaException(Mp4.NO_VIDEO);
        }
        return new VideoTrack(video.codec, (int) Math.min(Integer.MAX_VALUE, video.width),
                (int) Math.min(Integer.MAX_VALUE, video.height), video.setup, reader.samples)
                .checked(name, file.size());
    }

    private Track video() {
        return tracks.stream().filter(each -> each.type == 1).findFirst().orElse(null);
    }

    /** Goes through all elements as they lie in the file; of one that holds others, to the first in it. */
    private void elements() throws IOException {
        long length = file.size();
        int count = 0;
        for (long at = 0; at < length;) {
            ByteBuffer heading = Mp4.bytes(file, at, (int) Math.min(12, length - at));
            int idLength = Integer.numberOfLeadingZeros(heading.get(0) & 0xff) - 23;
            if (idLength > 4 || heading.remaining() <= idLength || ++count > MAX_ELEMENTS) {
                return;
            }
            int id = 0;
            for (int each = 0; each < idLength; each++) {
                id = id << 8 | heading.get() & 0xff;
            }
            long size = number(heading);
            long start = at + heading.position();
            if (HOLDERS.contains(id)) {
                at = start;
                if (id == TRACK) {
                    tracks.add(new Track());
                }
            } else {
                at = size < 0 || size > length - start ? length : start + size;
                element(id, start, at);
            }
        }
    }

    private void element(int id, long start, long end) throws IOException {
        switch (id) {
            case TIME -> cluster = unsigned(start, end);
            case SIMPLE_BLOCK, BLOCK -> block(start, end, id == BLOCK);
            case REFERENCE -> refer();
            default -> {
                if (!tracks.isEmpty()) {
                    ofTrack(tracks.get(tracks.size() - 1), id, start, end);
                }
            }
        }
    }

    private void ofTrack(Track track, int id, long start, long end) throws IOException {
        switch (id) {
            case TRACK_NUMBER -> track.number = unsigned(start, end);
            case TRACK_TYPE -> track.type = unsigned(start, end);
            case CODEC -> track.codec = new String(content(start, end), StandardCharsets.US_ASCII);
            case SETUP -> track.setup = content(start, end);
            case WIDTH -> track.width = unsigned(start, end);
            case HEIGHT -> track.height = unsigned(start, end);
            default -> {
            }
        }
    }

    private void block(long start, long end, boolean grouped) throws IOException {
        ByteBuffer heading = Mp4.bytes(file, start, (int) Math.min(13, end - start));
        long track = number(heading);
        short time = heading.getShort();
        int flags = heading.get();
        Track video = video();
        // the lowest bit but three of the first byte of VP8 says whether the frame is shown
        boolean hidden = (flags & INVISIBLE) != 0 || video != null && video.codec.equals("V_VP8")
                && heading.hasRemaining() && (heading.get(heading.position()) & 0x10) == 0;
        taken = video != null && track == video.number && !hidden;
        if (taken) {
            VideoTrack.requireCount(samples.size() + 1L);
            long offset = start + heading.position();
            samples.add(new VideoTrack.Sample(offset, (int) Math.min(Integer.MAX_VALUE, end - offset),
                    cluster + time, grouped || (flags & 0x80) != 0));
        }
    }

    /** The block before is made of others, so that decoding cannot start there. */
    private void refer() {
        if (taken) {
            VideoTrack.Sample last = samples.remove(samples.size() - 1);
            samples.add(new VideoTrack.Sample(last.offset(), last.size(), last.time(), false));
        }
    }

    /** A number of variable length; -1 for one of ones only, which means that the size is not known. */
    private static long number(ByteBuffer from) {
        int first = from.get() & 0xff;
        int length = Integer.numberOfLeadingZeros(first) - 23;
        if (length > 8) {
            throw new IllegalArgumentException("number");
        }
        long value = first & (0xff >> length);
        boolean ones = value == 0xff >> length;
        for (int each = 1; each < length; each++) {
            int next = from.get() & 0xff;
            ones &= next == 0xff;
            value = value << 8 | next;
        }
        return ones ? -1 : value;
    }

    private long unsigned(long start, long end) throws IOException {
        if (end - start > 8) {
            throw new IllegalArgumentException("integer");
        }
        long value = 0;
        for (byte each : content(start, end)) {
            value = value << 8 | each & 0xff;
        }
        return value;
    }

    private byte[] content(long start, long end) throws IOException {
        if (end - start > MAX_SETUP) {
            throw new IllegalArgumentException("too long");
        }
        ByteBuffer buffer = Mp4.bytes(file, start, (int) (end - start));
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
