package io.github.cvatopenapi.embedded.media;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Chooses the frames of ground truth. The same seed gives the same frames, though not those that CVAT would draw. */
public final class ValidationFrames {

    /**
     * How many frames are wanted.
     *
     * @param count a number, or null
     * @param share a part between 0 and 1, used if there is no number; null if there is none
     */
    public record Amount(Integer count, Double share) {

        /** At least 1; of the share, rounded down. */
        public int of(int total) {
            if (count != null) {
                return count;
            }
            if (share != null) {
                return Math.max(1, (int) (share * total));
            }
            throw new MediaException("The number of validation frames is not specified");
        }
    }

    private ValidationFrames() {
    }

    /**
     * Chance from a seed; without one, null, it differs each time, as on a real server. Tests that must repeat give a
     * seed.
     */
    public static Random chance(Long seed) {
        return seed == null ? new Random() : new Random(seed);
    }

    /** Any of the frames, each as likely as another; ascending. */
    public static List<Integer> uniform(int frames, Amount amount, Random random) {
        int count = amount.of(frames);
        if (count > frames) {
            throw new MediaException("The number of validation frames requested (" + count
                    + ") is greater that the number of task frames (" + frames + ")");
        }
        return draw(IntStream.range(0, frames).boxed().toList(), count, random);
    }

    /** The same number out of each segment, frames shared by two counted for both; ascending. */
    public static List<Integer> perJob(Segments segments, Amount amount, Random random) {
        int count = amount.of(segments.size());
        if (count > segments.size()) {
            throw new MediaException("The requested number of GT frames per job must be less than task segment size ("
                    + segments.size() + ")");
        }
        Set<Integer> chosen = new TreeSet<>();
        for (Segments.Segment segment : segments.segments()) {
            List<Integer> all = IntStream.rangeClosed(segment.start(), segment.stop()).boxed().toList();
            List<Integer> free = new ArrayList<>(all);
            free.removeAll(chosen);
            int missing = Math.min(all.size(), count) - (all.size() - free.size());
            if (missing > 0) {
                chosen.addAll(draw(free, missing, random));
            }
        }
        return List.copyOf(chosen);
    }

    /** The given frames, ascending and each once. */
    public static List<Integer> manual(int frames, List<Integer> wanted) {
        if (wanted == null || wanted.isEmpty()) {
            throw new MediaException("The list of validation frames is empty");
        }
        Set<Integer> known = new TreeSet<>(wanted);
        Set<Integer> unknown = new LinkedHashSet<>(wanted);
        unknown.removeIf(each -> each >= 0 && each < frames);
        if (!unknown.isEmpty()) {
            throw new MediaException("Frames that do not exist in the task: " + unknown);
        }
        return List.copyOf(known);
    }

    private static List<Integer> draw(List<Integer> from, int count, Random random) {
        List<Integer> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, random);
        List<Integer> drawn = new ArrayList<>(shuffled.subList(0, Math.min(count, shuffled.size())));
        Collections.sort(drawn);
        return drawn;
    }
}
