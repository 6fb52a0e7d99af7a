package io.github.cvatopenapi.embedded.media;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The pictures of a video as its container lists them, not decoded yet.
 *
 * @param codec   the container's name for it, such as {@code avc1} or {@code V_VP8}
 * @param width   in pixels
 * @param height  in pixels
 * @param setup   what the decoder needs to start, empty if nothing
 * @param samples in the order of decoding
 */
record VideoTrack(String codec, int width, int height, byte[] setup, List<Sample> samples) {

    /** More frames than this are refused. */
    static final int MAX_FRAMES = 100_000;

    /**
     * One compressed picture.
     *
     * @param offset in the file, in bytes
     * @param size   in bytes
     * @param time   when it is shown, in units of the track
     * @param key    whether decoding can start here
     */
    record Sample(long offset, int size, long time, boolean key) {
    }

    /** Number of each frame, in the order in which they are shown, among the samples. */
    List<Integer> shown() {
        return IntStream.range(0, samples.size()).boxed()
                .sorted((one, other) -> Long.compare(samples.get(one).time(), samples.get(other).time())).toList();
    }

    /** The same, refused where it cannot be used: without frames, too many of them, or of a size that is too large. */
    VideoTrack checked(String name, long length) {
        if (samples.isEmpty() || width <= 0 || height <= 0) {
            throw new MediaException("The video '" + name + "' has no frames");
        }
        requireCount(samples.size());
        Images.check(new ImageInfo(width, height, "video"), name);
        for (Sample sample : samples) {
            if (sample.offset() < 0 || sample.size() < 0 || sample.offset() > length - sample.size()) {
                throw new MediaException("The video '" + name + "' lists " + samples.size()
                        + " frames, but ends before the last of them");
            }
        }
        return this;
    }

    /** Refuses more frames than are read. */
    static void requireCount(long frames) {
        if (frames > MAX_FRAMES) {
            throw new MediaException("The video has " + frames + " frames, at most " + MAX_FRAMES + " are read");
        }
    }
}
