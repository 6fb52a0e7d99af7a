package io.github.cvatopenapi.embedded.media;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.VideoEncoder;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.io.SeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.muxer.MP4Muxer;
import org.jcodec.scale.AWTUtil;

/** Writes runs of frames as MP4 files with H.264 in them, the form in which editors load video. */
final class VideoChunks {

    private static final int FRAMES_PER_SECOND = 25;
    /** Bytes to spare for the headings of a frame of few pixels. */
    private static final int HEADINGS = 1 << 16;

    /** The encoder keeps one byte for each pixel, too few for small pictures. */
    private static final int SMALLEST = 32;
    /** Pixels; looking further takes long and saves little. */
    private static final int MOTION = 4;
    private static final int COARSEST = 51;
    private static final int COARSER = 8;

    private VideoChunks() {
    }

    /**
     * Writes the frames in the order given, less finely than wished for where the encoder has no room for that.
     *
     * @param quality 0 (smallest) to 100 (best)
     */
    static void write(List<Frame> frames, int quality, Path target) throws IOException {
        for (int coarseness = 12 + (100 - quality) / 3;; coarseness += COARSER) {
            try {
                write(frames, new H264Encoder(new Fixed(Math.min(COARSEST, coarseness))), target);
                return;
            } catch (BufferOverflowException tooFine) {
                if (coarseness >= COARSEST) {
                    throw new IOException("The frames cannot be written as video", tooFine);
                }
            }
        }
    }

    private static void write(List<Frame> frames, H264Encoder encoder, Path target) throws IOException {
        encoder.setMotionSearchRange(MOTION);
        try (SeekableByteChannel file = NIOUtils.writableChannel(target.toFile())) {
            int width = side(frames.get(0).width());
            int height = side(frames.get(0).height());
            MP4Muxer muxer = MP4Muxer.createMP4MuxerToChannel(file);
            MuxerTrack track = muxer.addVideoTrack(Codec.H264,
                    VideoCodecMeta.createSimpleVideoCodecMeta(new Size(width, height), ColorSpace.YUV420J));
            for (int each = 0; each < frames.size(); each++) {
                Picture picture = AWTUtil.fromBufferedImage(padded(frames.get(each), width, height),
                        ColorSpace.YUV420J);
                ByteBuffer space = ByteBuffer.allocate(encoder.estimateBufferSize(picture) + HEADINGS);
                VideoEncoder.EncodedFrame encoded = encoder.encodeFrame(picture, space);
                track.addFrame(Packet.createPacket(encoded.getData(), each, FRAMES_PER_SECOND, 1, each,
                        encoded.isKeyFrame() ? Packet.FrameType.KEY : Packet.FrameType.INTER, null));
            }
            muxer.finish();
        }
    }

    /** Even, as the codec wants it, and no smaller than the encoder has room for. */
    private static int side(int pixels) {
        return Math.max(SMALLEST, pixels + 1 & ~1);
    }

    /** The picture in the upper left corner of one of this size. */
    private static BufferedImage padded(Frame frame, int width, int height) throws IOException {
        BufferedImage padded = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = padded.createGraphics();
        graphics.drawImage(ImageIO.read(frame.file().toFile()), 0, 0, null);
        graphics.dispose();
        return padded;
    }

    /** The same coarseness for every frame. */
    private record Fixed(int coarseness) implements RateControl {

        @Override
        public int startPicture(Size size, int maximum, SliceType type) {
            return coarseness;
        }

        @Override
        public int initialQpDelta() {
            return 0;
        }

        @Override
        public int accept(int bits) {
            return 0;
        }
    }
}
