package io.github.cvatopenapi.embedded.media;

import java.util.ArrayList;
import java.util.List;

/**
 * The division of a task's frames into jobs.
 *
 * @param size     frames in each, the last may have fewer
 * @param overlap  frames a segment shares with the one before
 * @param segments in order
 */
public record Segments(int size, int overlap, List<Segment> segments) {

    /**
     * Frames of one job.
     *
     * @param start first frame
     * @param stop  last frame, included
     */
    public record Segment(int start, int stop) {
        public int count() {
            return stop - start + 1;
        }
    }

    /**
     * Divides frames evenly. The overlap is never more than half a segment.
     *
     * @param frames      number of frames, at least 1
     * @param segmentSize wanted frames in each; 0, or more than there are, means all in one
     * @param overlap     wanted overlap; null means none
     */
    public static Segments evenly(int frames, int segmentSize, Integer overlap) {
        int size = segmentSize <= 0 || segmentSize > frames ? frames : segmentSize;
        int shared = Math.max(0, Math.min(overlap == null ? 0 : overlap, size / 2));
        List<Segment> parts = new ArrayList<>();
        for (int start = 0; start < frames - shared || parts.isEmpty(); start += size - shared) {
            parts.add(new Segment(start, Math.min(start + size, frames) - 1));
        }
        return new Segments(size, shared, parts);
    }

    /** One after another with the given numbers of frames. */
    public static Segments ofCounts(List<Integer> counts) {
        List<Segment> parts = new ArrayList<>();
        int start = 0;
        for (int count : counts) {
            parts.add(new Segment(start, start + count - 1));
            start += count;
        }
        return new Segments(0, 0, parts);
    }
}
