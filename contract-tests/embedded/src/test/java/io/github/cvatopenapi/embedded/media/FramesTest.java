package io.github.cvatopenapi.embedded.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Order and choice of frames. */
class FramesTest {

    private static final List<String> NAMES = List.of("img_10.png", "img_9.png", "b/img_1.png", "img_009.png");

    @Test
    void lexicographicalOrderIsThatOfCharacters() {
        assertThat(FrameOrder.LEXICOGRAPHICAL.sort(NAMES, null))
                .containsExactly("b/img_1.png", "img_009.png", "img_10.png", "img_9.png");
    }

    @Test
    void naturalOrderReadsNumbers() {
        assertThat(FrameOrder.NATURAL.sort(NAMES, null))
                .containsExactly("b/img_1.png", "img_009.png", "img_9.png", "img_10.png");
        assertThat(FrameOrder.NATURALLY.compare("a99999999999999999999", "a100000000000000000000")).isNegative();
    }

    @Test
    void predefinedOrderIsTheOneGiven() {
        assertThat(FrameOrder.PREDEFINED.sort(NAMES, null)).isEqualTo(NAMES);
    }

    @Test
    void randomOrderDependsOnTheSeedOnly() {
        List<String> once = FrameOrder.RANDOM.sort(NAMES, new Random(3));
        assertThat(FrameOrder.RANDOM.sort(List.of("img_009.png", "b/img_1.png", "img_9.png", "img_10.png"),
                new Random(3)))
                .isEqualTo(once);
        assertThat(once).containsExactlyInAnyOrderElementsOf(NAMES);
    }

    @Test
    void methodsAreKnownByTheirNameInTheDocument() {
        assertThat(FrameOrder.of("natural")).isEqualTo(FrameOrder.NATURAL);
        assertThat(FrameOrder.of(null)).isEqualTo(FrameOrder.LEXICOGRAPHICAL);
    }

    @Test
    void rangeTakesStartStopAndStep() {
        assertThat(FrameRange.of(0, 0, null).of(3)).containsExactly(0, 1, 2);
        assertThat(FrameRange.of(1, 6, "step=2").of(10)).containsExactly(1, 3, 5);
        assertThat(FrameRange.of(5, 0, " step = 3 ").of(10)).containsExactly(5, 8);
        assertThat(FrameRange.of(10, 0, "").of(10)).isEmpty();
        assertThat(FrameRange.of(0, 99, "step=999999999").of(10)).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"step=0", "step=-1", "every second", "step=99999999999"})
    void otherFiltersAreRefused(String filter) {
        assertThatThrownBy(() -> FrameRange.of(0, 0, filter)).hasMessageContaining("step=2");
    }
}
