package io.github.cvatopenapi.embedded.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a comparison counted; tallies of frames add up to those of jobs, tasks and projects. */
public final class Tally {

    /** Stands for no counterpart. */
    public static final String UNMATCHED = "unmatched";

    public int objects;
    public int truths;
    public int right;
    public int wrongLabel;
    public int missing;
    public int extra;
    public double overlap;
    public final List<Conflict> conflicts = new ArrayList<>();
    /** By label that was given, then by label of the ground truth: how often. */
    public final Map<String, Map<String, Integer>> confusion = new TreeMap<>();

    void confuse(String given, String truth) {
        confusion.computeIfAbsent(given, any -> new TreeMap<>()).merge(truth, 1, Integer::sum);
    }

    public void add(Tally other) {
        objects += other.objects;
        truths += other.truths;
        right += other.right;
        wrongLabel += other.wrongLabel;
        missing += other.missing;
        extra += other.extra;
        overlap += other.overlap;
        conflicts.addAll(other.conflicts);
        other.confusion.forEach((given, row) -> row.forEach((truth, count) ->
                confusion.computeIfAbsent(given, any -> new TreeMap<>()).merge(truth, count, Integer::sum)));
    }

    /** Pairs of an object and its counterpart, whatever their labels. */
    public int pairs() {
        return right + wrongLabel;
    }

    public int total() {
        return right + wrongLabel + missing + extra;
    }

    public int confused(String given, String truth) {
        return confusion.getOrDefault(given, Map.of()).getOrDefault(truth, 0);
    }

    public long errors() {
        return conflicts.stream().filter(each -> each.severity().equals("error")).count();
    }

    /** A share, 0 of nothing. */
    public static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
