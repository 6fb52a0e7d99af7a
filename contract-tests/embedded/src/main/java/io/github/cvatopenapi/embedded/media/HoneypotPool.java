package io.github.cvatopenapi.embedded.media;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A task with a validation pool: some frames become the pool, appended last, and each job gets a few of them hidden
 * among its own as honeypots.
 *
 * @param order     for each frame of the task which of the uploaded pictures it shows
 * @param jobs      segments of the annotation jobs
 * @param pool      frames of the pool, as numbers in the task; the ground truth job has these
 * @param honeypots number in the task to the number of the pool frame it repeats, in ascending order
 */
public record HoneypotPool(List<Integer> order, Segments jobs, List<Integer> pool, Map<Integer, Integer> honeypots) {

    /**
     * Lays a task out.
     *
     * @param pictures    number of uploaded pictures
     * @param chosen      pictures that make the pool, in the order it shall have
     * @param segmentSize frames of its own in each job; 0 means all in one
     * @param perJob      honeypots in each job
     */
    public static HoneypotPool layOut(int pictures, List<Integer> chosen, int segmentSize, int perJob, Random random) {
        List<Integer> own = new ArrayList<>();
        for (int each = 0; each < pictures; each++) {
            if (!chosen.contains(each)) {
                own.add(each);
            }
        }
        if (own.isEmpty()) {
            throw new MediaException(
                    "Cannot create task: too few non-honeypot frames left after selecting validation frames");
        }
        Collections.shuffle(own, random);
        int size = segmentSize <= 0 ? own.size() : segmentSize;
        int honeypotsPerJob = Math.min(chosen.size(), perJob);
        Map<Integer, Integer> uses = new HashMap<>();
        Map<Integer, Integer> repeats = new LinkedHashMap<>();
        List<Integer> order = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (int from = 0; from < own.size(); from += size) {
            List<Integer> job = new ArrayList<>(own.subList(from, Math.min(from + size, own.size())));
            List<Integer> hidden = leastUsed(chosen, honeypotsPerJob, uses, random);
            job.addAll(hidden);
            Collections.shuffle(job, random);
            for (int picture : job) {
                if (hidden.contains(picture)) {
                    repeats.put(order.size(), picture);
                }
                order.add(picture);
            }
            counts.add(job.size());
        }
        Map<Integer, Integer> placeOf = new HashMap<>();
        for (int picture : chosen) {
            placeOf.put(picture, order.size());
            order.add(picture);
        }
        repeats.replaceAll((frame, picture) -> placeOf.get(picture));
        return new HoneypotPool(order, Segments.ofCounts(counts),
                chosen.stream().map(placeOf::get).toList(), repeats);
    }

    /**
     * Draws new pool frames for the honeypots of a job, none twice in it and the least used first.
     *
     * @param usable pool frames that may be drawn
     * @param uses   how often each is in use elsewhere; counted up for those drawn
     */
    public static List<Integer> leastUsed(List<Integer> usable, int count, Map<Integer, Integer> uses, Random random) {
        if (usable.size() < count) {
            throw new MediaException("Not enough validation frames in the pool: " + count + " needed, "
                    + usable.size() + " can be used");
        }
        List<Integer> candidates = new ArrayList<>(usable);
        Collections.shuffle(candidates, random);
        candidates.sort(Comparator.comparingInt(each -> uses.getOrDefault(each, 0)));
        List<Integer> drawn = List.copyOf(candidates.subList(0, count));
        new HashSet<>(drawn).forEach(each -> uses.merge(each, 1, Integer::sum));
        return drawn;
    }
}
