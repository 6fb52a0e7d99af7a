package io.github.cvatopenapi.embedded.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Thresholds USUAL = new Thresholds(0.4, 0.09, false, 0.01, 0.8, 0.1, 0.5, 0.05, true, false);

    private static AnnotatedObject drawn(String type, String label, double... points) {
        return new AnnotatedObject("shape", 1, 1, type, label, points, 0, 0, 0, Map.of(), List.of());
    }

    private static AnnotatedObject box(String label, double... points) {
        return drawn("rectangle", label, points);
    }

    private static AnnotatedObject with(AnnotatedObject drawn, long zOrder, long group, Map<Long, String> attributes) {
        return new AnnotatedObject(drawn.kind(), drawn.id(), drawn.job(), drawn.type(), drawn.label(), drawn.points(),
                0, zOrder,
                group, attributes,
                List.of());
    }

    private static Tally compare(Thresholds thresholds, List<AnnotatedObject> objects, List<AnnotatedObject> truths) {
        return new Comparison(thresholds).compare(0, 100, 100, objects, truths);
    }

    private static List<String> types(Tally tally) {
        return tally.conflicts.stream().map(Conflict::type).toList();
    }

    @Test
    void findsNothingWrongWithTheSame() {
        Tally tally = compare(USUAL, List.of(box("car", 1, 1, 20, 20)), List.of(box("car", 1, 1, 20, 20)));

        assertThat(types(tally)).isEmpty();
        assertThat(tally.right).isEqualTo(1);
        assertThat(tally.overlap).isEqualTo(1, within(1e-9));
    }

    @Test
    void countsWhatIsMissingAndWhatIsTooMuch() {
        Tally tally = compare(USUAL, List.of(box("car", 1, 1, 20, 20)), List.of(box("car", 50, 50, 70, 70)));

        assertThat(types(tally)).containsExactly("missing_annotation", "extra_annotation");
        assertThat(tally.total()).isEqualTo(2);
        assertThat(tally.confused("car", Tally.UNMATCHED)).isEqualTo(1);
        assertThat(tally.confused(Tally.UNMATCHED, "car")).isEqualTo(1);
        assertThat(tally.errors()).isEqualTo(2);
    }

    @Test
    void tellsAWrongLabelFromAWrongPlace() {
        Tally tally = compare(USUAL, List.of(box("bus", 1, 1, 20, 20)), List.of(box("car", 1, 1, 20, 20)));

        assertThat(types(tally)).containsExactly("mismatching_label");
        assertThat(tally.confused("bus", "car")).isEqualTo(1);
        assertThat(tally.right).isZero();
    }

    @Test
    void warnsOfLittleOverlap() {
        // 19 by 19 against 11 by 19: an overlap of 11/19
        Tally tally = compare(USUAL, List.of(box("car", 1, 1, 12, 20)), List.of(box("car", 1, 1, 20, 20)));

        assertThat(types(tally)).containsExactly("low_overlap");
        assertThat(tally.conflicts.get(0).severity()).isEqualTo("warning");
        assertThat(tally.overlap).isEqualTo(11.0 / 19, within(1e-9));
        assertThat(tally.right).isEqualTo(1);
    }

    @Test
    void pairsSoThatAllTogetherFitBest() {
        // the first object fits both truths, the second only one of them
        List<AnnotatedObject> objects = List.of(box("car", 0, 0, 10, 10), box("car", 0, 0, 10, 9));
        List<AnnotatedObject> truths = List.of(box("car", 0, 0, 10, 9.5), box("car", 0, 0, 10, 21));

        Tally tally = compare(USUAL, objects, truths);

        assertThat(tally.pairs()).isEqualTo(2);
    }

    @Test
    void knowsTurnedBoxesEllipsesPolygonsAndMasks() {
        AnnotatedObject turned = new AnnotatedObject("shape", 1, 1, "rectangle", "car", new double[] {40, 45, 60, 55},
                90, 0, 0, Map.of(),
                List.of());
        assertThat(new Similarity(USUAL, 100, 100).of(turned, box("car", 45, 40, 55, 60))).isEqualTo(1, within(1e-6));
        AnnotatedObject ellipse = drawn("ellipse", "car", 50, 50, 60, 45);
        assertThat(Outlines.size(Outlines.of(ellipse))).isEqualTo(Math.PI * 10 * 5, within(1.0));
        // a mask of the left half of a box of 4 by 2: two of each row of four
        AnnotatedObject mask = drawn("mask", "car", 0, 2, 2, 2, 2, 10, 10, 13, 11);
        assertThat(new Similarity(USUAL, 100, 100).of(mask, drawn("polygon", "car", 10, 10, 12, 10, 12, 12, 10, 12)))
                .isEqualTo(1, within(1e-6));
        assertThat(new Similarity(USUAL, 100, 100).of(turned, ellipse)).isZero();
    }

    @Test
    void takesHostileMasksForTheirBox() {
        AnnotatedObject endless = drawn("mask", "car", 0, 1e15, 10, 10, 13, 11);
        assertThat(Outlines.size(Outlines.of(endless))).isEqualTo(8, within(1e-6));
        AnnotatedObject huge = drawn("mask", "car", 0, 1e15, 0, 0, 1e12, 1e12);
        assertThat(Outlines.size(Outlines.of(huge))).isGreaterThan(1e23);
        assertThat(Outlines.size(Outlines.of(drawn("mask", "car", -5, 3, 9, 9, 5, 5)))).isZero();
    }

    @Test
    void comparesPointsByTheirDistance() {
        Similarity similarity = new Similarity(USUAL, 100, 100);
        AnnotatedObject points = drawn("points", "car", 10, 10, 20, 20);
        assertThat(similarity.of(points, points)).isEqualTo(1, within(1e-9));
        assertThat(similarity.of(points, drawn("points", "car", 11, 10, 20, 20))).isBetween(0.5, 0.99);
        assertThat(similarity.of(points, drawn("points", "car", 90, 90, 20, 20))).isLessThan(0.6);
        assertThat(similarity.of(points, drawn("points", "car", 10, 10))).isZero();
    }

    @Test
    void warnsOfLinesDrawnFromTheOtherEnd() {
        AnnotatedObject line = drawn("polyline", "car", 10, 10, 60, 10, 60, 60);
        AnnotatedObject reversed = drawn("polyline", "car", 60, 60, 60, 10, 10, 10);
        assertThat(types(compare(USUAL, List.of(reversed), List.of(line)))).containsExactly("mismatching_direction");
        assertThat(types(compare(USUAL, List.of(line), List.of(line)))).isEmpty();
    }

    @Test
    void warnsOfAttributesAndGroupsAndCoveredObjects() {
        AnnotatedObject car = box("car", 1, 1, 20, 20);
        AnnotatedObject other = box("car", 50, 50, 70, 70);
        assertThat(types(compare(USUAL, List.of(with(car, 0, 0, Map.of(7L, "red"))),
                List.of(with(car, 0, 0, Map.of(7L, "blue"))))))
                .containsExactly("mismatching_attributes");
        assertThat(types(compare(USUAL, List.of(with(car, 0, 1, Map.of()), with(other, 0, 1, Map.of())),
                List.of(car, other))))
                .isEmpty(); // half of each group is the same, which is enough
        Thresholds strict = new Thresholds(0.4, 0.09, false, 0.01, 0.8, 0.1, 0.9, 0.05, true, false);
        assertThat(types(compare(strict, List.of(with(car, 0, 1, Map.of()), with(other, 0, 1, Map.of())),
                List.of(car, other))))
                .containsExactly("mismatching_groups", "mismatching_groups");
        AnnotatedObject low = with(drawn("polygon", "car", 0, 0, 10, 0, 10, 10, 0, 10), 0, 0, Map.of());
        AnnotatedObject high = with(drawn("polygon", "car", 0, 0, 50, 0, 50, 50, 0, 50), 1, 0, Map.of());
        assertThat(types(compare(USUAL, List.of(low, high), List.of(low, high)))).containsExactly("covered_annotation");
    }

    @Test
    void countsAnEmptyFrameWhereAskedTo() {
        assertThat(compare(USUAL, List.of(), List.of()).total()).isZero();
        assertThat(compare(new Thresholds(0.4, 0.09, false, 0.01, 0.8, null, null, null, true, true), List.of(),
                List.of()).right).isEqualTo(1);
    }

    @Test
    void clustersWhatSeveralDrewAlike() {
        AnnotatedObject one = box("car", 0, 0, 20, 20);
        AnnotatedObject near = box("car", 0, 0, 20, 19);
        AnnotatedObject nearer = box("car", 0, 0, 20, 19.5);
        List<Clusters.Cluster> clusters = Clusters.of(List.of(List.of(one), List.of(near),
                List.of(nearer, box("bus", 0, 0, 20, 20))), 0.4, 100, 100);

        assertThat(clusters).extracting(Clusters.Cluster::votes).containsExactly(3, 1);
        assertThat(clusters.get(0).center()).isSameAs(nearer);
    }
}
