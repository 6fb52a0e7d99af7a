package io.github.cvatopenapi.client;

import io.github.cvatopenapi.client.model.DataRequest;

/**
 * Which frames of a video, or of a row of images, become frames of a task. Immutable. What is beyond the end of a video
 * only the server knows.
 *
 * @param start the first frame, from zero
 * @param stop the last frame, included; null for the last that there is
 * @param step every how many frames one is taken; 1 takes all
 */
public record FrameRange(int start, Integer stop, int step) {

    /** Every frame. */
    public static final FrameRange ALL = new FrameRange(0, null, 1);

    /**
     * Checks the range.
     *
     * @param start the first frame, from zero
     * @param stop the last frame, included; null for the last that there is
     * @param step every how many frames one is taken; 1 takes all
     * @throws IllegalArgumentException if the start is negative, the stop before it, or the step less than 1
     */
    public FrameRange {
        if (start < 0) {
            throw new IllegalArgumentException("the first frame must be 0 or more, not " + start);
        }
        if (stop != null && stop < start) {
            throw new IllegalArgumentException("the last frame, " + stop + ", is before the first, " + start);
        }
        if (step < 1) {
            throw new IllegalArgumentException("the step must be at least 1 frame, not " + step);
        }
    }

    /**
     * The frames between two, both included.
     *
     * @param start the first frame, from zero
     * @param stop the last frame
     * @return the range, with every frame in it
     * @throws IllegalArgumentException if the start is negative or the stop before it
     */
    public static FrameRange between(int start, int stop) {
        return new FrameRange(start, stop, 1);
    }

    /**
     * The frames from one to the end.
     *
     * @param start the first frame, from zero
     * @return the range, with every frame in it
     * @throws IllegalArgumentException if the start is negative
     */
    public static FrameRange from(int start) {
        return new FrameRange(start, null, 1);
    }

    /**
     * The same range with another step.
     *
     * @param frames every how many frames one is taken, the first of the range to begin with
     * @return a new range
     * @throws IllegalArgumentException if it is less than 1
     */
    public FrameRange every(int frames) {
        return new FrameRange(start, stop, frames);
    }

    /** The settings with this range in place of theirs; what takes all is not sent. */
    DataRequest in(DataRequest data) {
        return TaskCreation.copy(data).startFrame(start == 0 ? null : Integer.valueOf(start)).stopFrame(stop)
                .frameFilter(step == 1 ? null : "step=" + step);
    }
}
