package io.github.cvatopenapi.embedded.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.embedded.engine.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private long now;
    private final Throttle throttle = new Throttle(() -> now);

    @Test
    void letsAHundredThroughInAMinute() {
        for (int i = 0; i < 100; i++) {
            throttle.count("a");
        }
        throttle.count("b");
        now += 30_000_000_000L;
        assertThatThrownBy(() -> throttle.count("a")).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.answer().status()).isEqualTo(429);
            assertThat(fault.answer().headers()).containsEntry("Retry-After", List.of("30"));
        });
        now += 30_000_000_000L;
        throttle.count("a");
    }
}
