package io.github.cvatopenapi.embedded.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void givesWhatTheWorkGives() {
        assertThat(TimeLimit.run("It", LONG, () -> 7)).isEqualTo(7);
    }

    @Test
    void workThatDoesNotEndIsGivenUp() {
        CountDownLatch interrupted = new CountDownLatch(1);
        assertThatThrownBy(() -> TimeLimit.run("The frame", Duration.ofMillis(50), () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return null;
        })).isInstanceOf(MediaException.class).hasMessageStartingWith("The frame was not decoded within");
        assertThat(interrupted).satisfies(CountDownLatch::await);
    }

    @Test
    void errorsOfADecoderBecomeASentence() {
        assertThatThrownBy(() -> TimeLimit.run("The frame", LONG, () -> {
            throw new OutOfMemoryError("a test");
        })).isInstanceOf(MediaException.class).hasMessage("The frame cannot be decoded");
        assertThatThrownBy(() -> TimeLimit.run("The frame", LONG, () -> {
            throw new MediaException("known");
        })).isInstanceOf(MediaException.class).hasMessage("known");
    }
}
