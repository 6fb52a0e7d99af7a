package io.github.cvatopenapi.embedded.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.embedded.media.ValidationFrames.Amount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValidationFramesTest {

    @Test
    void uniformDrawsSoManyInOrder() {
        List<Integer> drawn = ValidationFrames.uniform(10, new Amount(4, null), ValidationFrames.chance(1L));
        assertThat(drawn).hasSize(4).isSorted().doesNotHaveDuplicates().allMatch(each -> each >= 0 && each < 10);
        assertThat(ValidationFrames.uniform(10, new Amount(4, null), ValidationFrames.chance(1L))).isEqualTo(drawn);
    }

    @Test
    void withoutASeedTheDrawDiffers() {
        Amount ten = new Amount(10, null);
        assertThat(IntStream.range(0, 20).mapToObj(each ->
                ValidationFrames.uniform(1000, ten, ValidationFrames.chance(null)))).doesNotHaveDuplicates();
    }

    @Test
    void aShareIsRoundedDownButNeverToNothing() {
        assertThat(new Amount(null, 0.29).of(10)).isEqualTo(2);
        assertThat(new Amount(null, 0.01).of(10)).isEqualTo(1);
        assertThatThrownBy(() -> new Amount(null, null).of(10)).hasMessageContaining("not specified");
    }

    @Test
    void moreThanThereAreIsRefused() {
        assertThatThrownBy(() -> ValidationFrames.uniform(3, new Amount(4, null), new Random()))
                .hasMessageContaining("(4)").hasMessageContaining("(3)");
    }

    @Test
    void perJobDrawsFromEachSegment() {
        Segments segments = Segments.evenly(9, 3, null);
        List<Integer> drawn = ValidationFrames.perJob(segments, new Amount(1, null), new Random(7));
        assertThat(drawn).hasSize(3);
        segments.segments().forEach(segment ->
                assertThat(drawn).filteredOn(each -> each >= segment.start() && each <= segment.stop()).hasSize(1));
    }

    @Test
    void manualSortsAndRefusesUnknownFrames() {
        assertThat(ValidationFrames.manual(7, List.of(2, 0, 2))).containsExactly(0, 2);
        assertThatThrownBy(() -> ValidationFrames.manual(3, List.of(0, 3))).hasMessageContaining("[3]");
        assertThatThrownBy(() -> ValidationFrames.manual(3, List.of())).isInstanceOf(MediaException.class);
    }

    @Test
    void poolIsLaidOutAsRecorded() {
        // Eight pictures, three in the pool, jobs of three with one honeypot: the recorded task had jobs of 4 and 3
        // frames.
        HoneypotPool pool = HoneypotPool.layOut(8, List.of(1, 4, 6), 3, 1, new Random(5));
        assertThat(pool.order()).hasSize(10);
        assertThat(pool.pool()).containsExactly(7, 8, 9);
        assertThat(pool.order().subList(7, 10)).containsExactly(1, 4, 6);
        assertThat(pool.jobs().segments()).containsExactly(new Segments.Segment(0, 3), new Segments.Segment(4, 6));
        assertThat(pool.honeypots()).hasSize(2);
        pool.honeypots().forEach((frame, real) ->
                assertThat(pool.order().get(frame)).isEqualTo(pool.order().get(real)));
        List<Integer> own = new ArrayList<>(IntStream.range(0, 7).boxed().toList());
        own.removeAll(pool.honeypots().keySet());
        assertThat(own.stream().map(pool.order()::get)).containsExactlyInAnyOrder(0, 2, 3, 5, 7);
    }

    @Test
    void honeypotsAreDrawnFromTheLeastUsed() {
        Map<Integer, Integer> uses = new HashMap<>(Map.of(7, 2, 8, 0, 9, 1));
        assertThat(HoneypotPool.leastUsed(List.of(7, 8, 9), 2, uses, new Random())).containsExactly(8, 9);
        assertThat(uses).containsEntry(8, 1).containsEntry(9, 2).containsEntry(7, 2);
        assertThatThrownBy(() -> HoneypotPool.leastUsed(List.of(7), 2, uses, new Random()))
                .hasMessageContaining("2 needed");
    }

    @Test
    void aPoolOfAllPicturesIsRefused() {
        assertThatThrownBy(() -> HoneypotPool.layOut(2, List.of(0, 1), 1, 1, new Random()))
                .hasMessageContaining("too few");
    }
}
