package io.github.cvatopenapi.embedded.quality;

import java.awt.geom.Area;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the objects of a frame with the ground truth. */
public final class Comparison {

    private final Thresholds thresholds;

    public Comparison(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /**
     * The tally of a frame.
     *
     * @param frame  its number in the job, for conflicts
     * @param width  of the picture, in pixels, as is height
     */
    public Tally compare(int frame, int width, int height, List<AnnotatedObject> objects,
            List<AnnotatedObject> truths) {
        Similarity similarity = new Similarity(thresholds, width, height);
        Matching matching = Matching.of(objects, truths, similarity::of, thresholds.iou());
        Tally tally = new Tally();
        tally.objects = objects.size();
        tally.truths = truths.size();
        matching.second().forEach(each -> {
            tally.missing++;
            tally.confuse(Tally.UNMATCHED, each.label());
            tally.conflicts.add(new Conflict("missing_annotation", frame, List.of(each)));
        });
        matching.first().forEach(each -> {
            tally.extra++;
            tally.confuse(each.label(), Tally.UNMATCHED);
            tally.conflicts.add(new Conflict("extra_annotation", frame, List.of(each)));
        });
        matching.pairs().forEach(pair -> pair(tally, frame, pair, similarity));
        groups(tally, frame, matching.pairs());
        covered(tally, frame, objects);
        if (objects.isEmpty() && truths.isEmpty() && thresholds.emptyIsAnnotated()) {
            tally.objects = 1;
            tally.truths = 1;
            tally.right = 1;
        }
        return tally;
    }

    private void pair(Tally tally, int frame, Matching.Pair pair, Similarity similarity) {
        AnnotatedObject object = pair.first();
        AnnotatedObject truth = pair.second();
        List<AnnotatedObject> both = List.of(object, truth);
        tally.overlap += pair.similarity();
        tally.confuse(object.label(), truth.label());
        if (!object.label().equals(truth.label())) {
            tally.wrongLabel++;
            tally.conflicts.add(new Conflict("mismatching_label", frame, both));
            return;
        }
        tally.right++;
        if (pair.similarity() < thresholds.lowOverlap()) {
            tally.conflicts.add(new Conflict("low_overlap", frame, both));
        }
        if (thresholds.orientation() != null && object.kindOfShape() == AnnotatedObject.Kind.LINE
                && similarity.lines(object, truth, true) > similarity.lines(object, truth,
                        false) + thresholds.orientation()) {
            tally.conflicts.add(new Conflict("mismatching_direction", frame, both));
        }
        if (thresholds.attributes() && !object.attributes().equals(truth.attributes())) {
            tally.conflicts.add(new Conflict("mismatching_attributes", frame, both));
        }
    }

    /** Compares, for each pair, who else is in the group of each. */
    private void groups(Tally tally, int frame, List<Matching.Pair> pairs) {
        if (thresholds.groupMatch() == null) {
            return;
        }
        Map<Long, Set<Matching.Pair>> given = new HashMap<>();
        Map<Long, Set<Matching.Pair>> truth = new HashMap<>();
        for (Matching.Pair pair : pairs) {
            given.computeIfAbsent(pair.first().group(), any -> new HashSet<>()).add(pair);
            truth.computeIfAbsent(pair.second().group(), any -> new HashSet<>()).add(pair);
        }
        for (Matching.Pair pair : pairs) {
            Set<Matching.Pair> one = pair.first().group() == 0 ? Set.of(pair) : given.get(pair.first().group());
            Set<Matching.Pair> other = pair.second().group() == 0 ? Set.of(pair) : truth.get(pair.second().group());
            long common = one.stream().filter(other::contains).count();
            if (Tally.share(common, one.size() + other.size() - common) < thresholds.groupMatch()) {
                tally.conflicts.add(new Conflict("mismatching_groups", frame, List.of(pair.first(), pair.second())));
            }
        }
    }

    /** Polygons and masks that others hide. */
    private void covered(Tally tally, int frame, List<AnnotatedObject> objects) {
        if (thresholds.visibility() == null) {
            return;
        }
        List<AnnotatedObject> stack = new ArrayList<>(objects.stream()
                .filter(each -> "polygon".equals(each.type()) || "mask".equals(each.type())).toList());
        stack.sort(Comparator.comparingLong(AnnotatedObject::zOrder).reversed());
        Area above = new Area();
        for (int i = 0; i < stack.size(); i++) {
            Area area = Outlines.of(stack.get(i));
            if (i > 0 && Outlines.visible(area, above) < thresholds.visibility()) {
                tally.conflicts.add(new Conflict("covered_annotation", frame, List.of(stack.get(i))));
            }
            above.add(area);
        }
    }
}
