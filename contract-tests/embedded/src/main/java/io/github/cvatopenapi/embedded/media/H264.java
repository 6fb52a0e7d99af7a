package io.github.cvatopenapi.embedded.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jcodec.codecs.h264.H264Decoder;
import org.jcodec.codecs.h264.H264Utils;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.common.logging.Logger;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Size;
import org.jcodec.scale.AWTUtil;

/** Decodes H.264 of the profiles baseline, main and high, 8 bits and 4:2:0, not interlaced. For one thread. */
final class H264 implements AutoCloseable {

    /** Most pixels of a frame that is decoded, 4096 by 2304: as the decoder keeps up to 17 of them. */
    private static final int MAX_PIXELS = 4096 * 2304;
    private static final int SLICE = 1;
    private static final int KEY_SLICE = 5;

    static {
        Logger.addSink(message -> {
            // what the library finds odd in a stream is no news to anybody
        });
    }

    /** Parameter sets and the length of the sizes before each unit, from the container. */
    private record Setup(int sizeLength, List<ByteBuffer> sequences, List<ByteBuffer> pictures) {

        static Setup of(byte[] bytes) {
            ByteBuffer setup = ByteBuffer.wrap(bytes);
            int sizeLength = (setup.get(4) & 3) + 1;
            setup.position(5);
            return new Setup(sizeLength, units(setup, setup.get() & 0x1f), units(setup, setup.get()));
        }

        private static List<ByteBuffer> units(ByteBuffer setup, int count) {
            List<ByteBuffer> units = new ArrayList<>();
            for (int each = 0; each < count; each++) {
                int length = Short.toUnsignedInt(setup.getShort());
                byte[] unit = new byte[length - 1];
                setup.get();
                setup.get(unit);
                units.add(ByteBuffer.wrap(unit));
            }
            return units;
        }
    }

    private final VideoTrack track;
    private final Setup setup;
    private final H264Decoder decoder = new H264Decoder();
    private final SeqParameterSet sequence;

    private H264(VideoTrack track) {
        this.track = track;
        this.setup = Setup.of(track.setup());
        this.sequence = H264Utils.readSPS(copy(setup.sequences.get(0)));
        decoder.addSps(setup.sequences.stream().map(H264::copy).toList());
        decoder.addPps(setup.pictures.stream().map(H264::copy).toList());
    }

    /** A decoder for the track; null if it is of another codec, or of a kind of this one that is not decoded. */
    static H264 of(VideoTrack track) {
        boolean named = track.codec().equals("avc1") || track.codec().equals("V_MPEG4/ISO/AVC");
        if (!named || !Libraries.VIDEO.present() || track.setup().length == 0) {
            return null;
        }
        try {
            Setup setup = Setup.of(track.setup());
            boolean plain = setup.sequences.stream().allMatch(H264::isPlain);
            return plain && !setup.sequences.isEmpty() && !setup.pictures.isEmpty() ? new H264(track) : null;
        } catch (RuntimeException broken) {
            return null;
        }
    }

    private static boolean isPlain(ByteBuffer unit) {
        SeqParameterSet read = H264Utils.readSPS(copy(unit));
        Size size = H264Utils.getPicSize(read);
        return read.chromaFormatIdc == ColorSpace.YUV420J
                && read.bitDepthLumaMinus8 == 0 && read.bitDepthChromaMinus8 == 0 && read.frameMbsOnlyFlag
                && read.log2MaxFrameNumMinus4 >= 0 && read.log2MaxFrameNumMinus4 <= 12
                && read.numRefFrames >= 0 && read.numRefFrames <= 16
                && size.getWidth() > 0 && size.getHeight() > 0
                && (read.picWidthInMbsMinus1 + 1L) * (read.picHeightInMapUnitsMinus1 + 1L) * 256 <= MAX_PIXELS;
    }

    private static ByteBuffer copy(ByteBuffer unit) {
        return ByteBuffer.wrap(unit.array().clone());
    }

    /** Of what is decoded, in pixels. */
    int width() {
        return H264Utils.getPicSize(sequence).getWidth();
    }

    /** Of what is decoded, in pixels. */
    int height() {
        return H264Utils.getPicSize(sequence).getHeight();
    }

    /**
     * Decodes the next picture in the order of decoding.
     *
     * @return null if the sample holds none
     */
    BufferedImage next(FileChannel file, VideoTrack.Sample sample) throws IOException {
        List<ByteBuffer> slices = slices(Mp4.bytes(file, sample.offset(), sample.size()));
        if (slices.isEmpty()) {
            return null;
        }
        int width = sequence.picWidthInMbsMinus1 + 1 << 4;
        int height = sequence.picHeightInMapUnitsMinus1 + 1 << 4;
        byte[][] planes = {new byte[width * height], new byte[width * height / 4], new byte[width * height / 4]};
        Picture decoded = decoder.decodeFrameFromNals(slices, planes);
        return decoded == null ? null : AWTUtil.toBufferedImage(decoded.cropped());
    }

    /** Only what is part of a picture: parameter sets on the way would escape the checks of the first ones. */
    private List<ByteBuffer> slices(ByteBuffer sample) {
        List<ByteBuffer> slices = new ArrayList<>();
        while (sample.remaining() > setup.sizeLength()) {
            int length = 0;
            for (int each = 0; each < setup.sizeLength(); each++) {
                length = length << 8 | sample.get() & 0xff;
            }
            if (length <= 0 || length > sample.remaining()) {
                throw new MediaException("A frame of the video is cut off");
            }
            ByteBuffer unit = sample.slice(sample.position(), length);
            int type = unit.get(0) & 0x1f;
            if (type == SLICE || type == KEY_SLICE) {
                slices.add(unit);
            }
            sample.position(sample.position() + length);
        }
        return slices;
    }

    /** Ends the threads that the library starts for pictures of several slices and keeps to itself. */
    @Override
    public void close() {
        try {
            Field threads = H264Decoder.class.getDeclaredField("tp");
            threads.setAccessible(true);
            if (threads.get(decoder) instanceof ExecutorService running) {
                running.shutdownNow();
            }
        } catch (ReflectiveOperationException otherVersion) {
            // they are daemons, and few
        }
    }
}
