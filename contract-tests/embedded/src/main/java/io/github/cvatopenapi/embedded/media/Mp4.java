package io.github.cvatopenapi.embedded.media;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Reads from an MP4 or QuickTime file where its frames are (ISO/IEC 14496-12). Every count in the file is held against
 * the bytes that are there before anything is made for it.
 */
final class Mp4 {

    /** What the real server says of a file in which it finds no video. */
    static final String NO_VIDEO = "IndexError: tuple index out of range\n";
    private static final Set<String> FIRST = Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "pnot");
    private static final int MAX_INDEX = 64 << 20;
    private static final int MAX_DEPTH = 8;
    private static final Set<String> HOLDERS = Set.of("moov", "trak", "mdia", "minf", "stbl");

    /** The tables of one track. */
    private static final class Tables {
        String handler = "";
        String codec = "";
        int width;
        int height;
        byte[] setup = {};
        ByteBuffer sizes;
        ByteBuffer runs;
        ByteBuffer offsets;
        boolean wide;
        ByteBuffer durations;
        ByteBuffer shifts;
        ByteBuffer keys;
    }

    private final List<Tables> tracks = new ArrayList<>();

    private Mp4() {
    }

    /** Whether the first bytes are those of such a file. */
    static boolean is(FileChannel file) throws IOException {
        ByteBuffer start = bytes(file, 0, 8);
        return start.remaining() == 8 && FIRST.contains(type(start.position(4)));
    }

    /**
     * Reads the first video track.
     *
     * @throws MediaException if there is none or its tables contradict each other
     */
    static VideoTrack read(FileChannel file, String name) throws IOException {
        Mp4 mp4 = new Mp4();
        try {
            ByteBuffer index = index(file);
            if (index != null) {
                mp4.boxes(index, 0);
            }
            for (Tables each : mp4.tracks) {
                if (each.handler.equals("vide") && each.sizes != null) {
                    return track(each).checked(name, file.size());
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new MediaException("The video '" + name + "' has a broken list of frames", broken);
        }
        throw new MediaException(NO_VIDEO);
    }

    /** The box with all tables, null if there is none or it is cut off. */
    private static ByteBuffer index(FileChannel file) throws IOException {
        long length = file.size();
        for (long at = 0; at <= length - 8;) {
            ByteBuffer heading = bytes(file, at, (int) Math.min(16, length - at));
            long size = Integer.toUnsignedLong(heading.getInt());
            String type = type(heading);
            int start = 8;
            if (size == 1 && heading.remaining() >= 8) {
                size = heading.getLong();
                start = 16;
            } else if (size == 0) {
                size = length - at;
            }
            if (size < start || size > length - at) {
                return null;
            }
            if (type.equals("moov")) {
                if (size > MAX_INDEX) {
                    throw new MediaException("The list of frames of the video is larger than " + MAX_INDEX + " bytes");
                }
                return bytes(file, at + start, (int) size - start);
            }
            at += size;
        }
        return null;
    }

    static ByteBuffer bytes(FileChannel file, long at, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining() && file.read(buffer, at + buffer.position()) >= 0) {
            // goes on until all is there or the file ends
        }
        return buffer.flip();
    }

    private static String type(ByteBuffer buffer) {
        byte[] four = new byte[4];
        buffer.get(four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }

    private void boxes(ByteBuffer within, int depth) {
        each(within, (type, content) -> {
            if (HOLDERS.contains(type) && depth < MAX_DEPTH) {
                if (type.equals("trak")) {
                    tracks.add(new Tables());
                }
                boxes(content, depth + 1);
            } else if (type.equals("mvex")) {
                throw new MediaException("The video is a fragmented MP4, which this embedded instance does not read");
            } else if (!tracks.isEmpty()) {
                table(tracks.get(tracks.size() - 1), type, content);
            }
        });
    }

    private static void each(ByteBuffer within, BiConsumer<String, ByteBuffer> use) {
        while (within.remaining() >= 8) {
            int size = within.getInt();
            String type = type(within);
            int length = size == 0 ? within.remaining() : size - 8;
            if (length < 0 || length > within.remaining()) {
                return;
            }
            use.accept(type, within.slice(within.position(), length));
            within.position(within.position() + length);
        }
    }

    private static void table(Tables tables, String type, ByteBuffer content) {
        switch (type) {
            case "hdlr" -> tables.handler = tables.handler.isEmpty() ? type(content.position(8)) : tables.handler;
            case "stsd" -> entry(tables, content.position(8).slice());
            case "stsz" -> tables.sizes = content.position(4).slice();
            case "stsc" -> tables.runs = counted(content, 12);
            case "stco" -> tables.offsets = counted(content, 4);
            case "co64" -> {
                tables.offsets = counted(content, 8);
                tables.wide = true;
            }
            case "stts" -> tables.durations = counted(content, 8);
            case "ctts" -> tables.shifts = counted(content, 8);
            case "stss" -> tables.keys = counted(content, 4);
            default -> {
            }
        }
    }

    /** The entries of a table, whose number must fit the bytes that are there. */
    private static ByteBuffer counted(ByteBuffer content, int width) {
        long count = Integer.toUnsignedLong(content.position(4).getInt());
        if (count > content.remaining() / width) {
            throw new MediaException("The video claims a table of " + count + " entries, but has "
                    + content.remaining() / width);
        }
        return content.slice(8, (int) count * width);
    }

    private static void entry(Tables tables, ByteBuffer entries) {
        each(entries, (codec, entry) -> {
            if (tables.codec.isEmpty() && entry.remaining() >= 78) {
                tables.codec = codec;
                tables.width = Short.toUnsignedInt(entry.getShort(24));
                tables.height = Short.toUnsignedInt(entry.getShort(26));
                each(entry.position(78).slice(), (type, content) -> {
                    if (type.equals("avcC")) {
                        tables.setup = new byte[content.remaining()];
                        content.get(tables.setup);
                    }
                });
            }
        });
    }

    private static VideoTrack track(Tables tables) {
        int same = tables.sizes.getInt();
        long count = Integer.toUnsignedLong(tables.sizes.getInt());
        if (same == 0 && count > tables.sizes.remaining() / 4) {
            throw new MediaException("The video claims " + count + " frames, but lists "
                    + tables.sizes.remaining() / 4);
        }
        VideoTrack.requireCount(count);
        Set<Integer> keys = new HashSet<>();
        while (tables.keys != null && tables.keys.hasRemaining()) {
            keys.add(tables.keys.getInt() - 1);
        }
        long[] times = times(tables, (int) count);
        List<VideoTrack.Sample> samples = new ArrayList<>();
        int chunks = tables.offsets.remaining() / (tables.wide ? 8 : 4);
        int first = tables.runs.getInt();
        for (int run = 0; samples.size() < count; run++) {
            int each = tables.runs.getInt();
            tables.runs.getInt();
            boolean last = !tables.runs.hasRemaining();
            int next = last ? chunks + 1 : tables.runs.getInt();
            if (next <= first || each <= 0) {
                throw new IllegalArgumentException("run " + run);
            }
            for (int chunk = first; chunk < next && samples.size() < count; chunk++) {
                long offset = tables.wide ? tables.offsets.getLong(8 * (chunk - 1))
                        : Integer.toUnsignedLong(tables.offsets.getInt(4 * (chunk - 1)));
                for (int in = 0; in < each && samples.size() < count; in++) {
                    int number = samples.size();
                    int size = same == 0 ? tables.sizes.getInt() : same;
                    samples.add(new VideoTrack.Sample(offset, size, times[number],
                            tables.keys == null || keys.contains(number)));
                    offset += size;
                }
            }
            first = next;
        }
        return new VideoTrack(tables.codec, tables.width, tables.height, tables.setup, samples);
    }

    /** When each frame is shown: the sum of what lasts before it, and a shift where the order differs. */
    private static long[] times(Tables tables, int count) {
        long[] times = new long[count];
        long time = 0;
        int at = 0;
        while (tables.durations != null && tables.durations.hasRemaining() && at < count) {
            long many = Integer.toUnsignedLong(tables.durations.getInt());
            long lasting = Integer.toUnsignedLong(tables.durations.getInt());
            for (long each = 0; each < many && at < count; each++) {
                times[at++] = time;
                time += lasting;
            }
        }
        for (; at < count; at++) {
            times[at] = time++;
        }
        at = 0;
        while (tables.shifts != null && tables.shifts.hasRemaining() && at < count) {
            long many = Integer.toUnsignedLong(tables.shifts.getInt());
            int shift = tables.shifts.getInt();
            for (long each = 0; each < many && at < count; each++) {
                times[at++] += shift;
            }
        }
        return times;
    }
}
