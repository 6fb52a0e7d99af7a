package io.github.cvatopenapi.embedded.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.embedded.media.Segments.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentsTest {

    @Test
    void sevenFramesInThreesAsRecorded() {
        Segments segments = Segments.evenly(7, 3, null);
        assertThat(segments.segments()).containsExactly(new Segment(0, 2), new Segment(3, 5), new Segment(6, 6));
        assertThat(segments.overlap()).isZero();
    }

    @Test
    void withoutASizeAllIsOneSegment() {
        assertThat(Segments.evenly(2, 0, null)).isEqualTo(new Segments(2, 0, List.of(new Segment(0, 1))));
        assertThat(Segments.evenly(2, 100, 5)).isEqualTo(new Segments(2, 1, List.of(new Segment(0, 1))));
    }

    @Test
    void neighboursShareTheOverlap() {
        assertThat(Segments.evenly(10, 4, 1).segments())
                .containsExactly(new Segment(0, 3), new Segment(3, 6), new Segment(6, 9));
    }

    @Test
    void overlapIsAtMostHalfASegment() {
        Segments segments = Segments.evenly(8, 4, 100);
        assertThat(segments.overlap()).isEqualTo(2);
        assertThat(segments.segments()).containsExactly(new Segment(0, 3), new Segment(2, 5), new Segment(4, 7));
    }

    @Test
    void countsFollowOneAnother() {
        assertThat(Segments.ofCounts(List.of(4, 3)).segments()).containsExactly(new Segment(0, 3), new Segment(4, 6));
    }
}
