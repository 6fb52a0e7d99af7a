package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every timeout means the same, and is checked where it is set. */
class TimeoutsTest extends ServerFixture {

    static Stream<Consumer<Duration>> timeouts() {
        CvatClientBuilder builder = CvatClient.builder();
        CvatClient client = CvatClient.builder().baseUrl("http://cvat.invalid").build();
        return Stream.of(builder::connectTimeout, builder::readTimeout, builder::writeTimeout, builder::callTimeout,
                client.pending("r")::timeout, TransferOptions.DEFAULT::withTimeout);
    }

    @ParameterizedTest
    @MethodSource("timeouts")
    void whatIsNoTimeoutIsRefusedWhereItIsSet(Consumer<Duration> setting) {
        List<Duration> none = List.of(Duration.ofSeconds(-1), Duration.ofNanos(1), Duration.ofDays(25),
                ChronoUnit.FOREVER.getDuration());
        assertThat(none).allSatisfy(timeout -> assertThatThrownBy(() -> setting.accept(timeout))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("the \\w*[tT]imeout " + timeout
                        + " is none: give one from 1 millisecond to 24 days, or zero for without end"));
        assertThatThrownBy(() -> setting.accept(null)).isInstanceOf(NullPointerException.class)
                .hasMessageMatching("\\w*[tT]imeout");
    }

    @ParameterizedTest
    @MethodSource("timeouts")
    void whatIsOneIsTaken(Consumer<Duration> setting) {
        assertThatCode(() -> Stream.of(Duration.ZERO, Duration.ofMillis(1), Duration.ofDays(24)).forEach(setting))
                .doesNotThrowAnyException();
    }

    @Test
    void zeroWaitsWithoutEnd() {
        int looks = 1_000;
        for (int i = 1; i < looks; i++) {
            answer(json(200, "{\"status\": \"started\"}"));
        }
        answer(json(200, "{\"status\": \"finished\"}"));
        try (CvatClient client = settings().build()) {
            client.pending("r").timeout(Duration.ZERO).await();
        }
        assertThat(server.getRequestCount()).isEqualTo(looks);
        assertThat(Duration.between(FakeTime.START, time.now())).isGreaterThan(PendingRequest.DEFAULT_TIMEOUT);
    }

    @Test
    void zeroIsNoLimitOfACall() {
        answer(json(200, "{\"id\": 5}"));
        try (CvatClient client = settings().connectTimeout(Duration.ZERO).readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO).callTimeout(Duration.ZERO).build()) {
            assertThat(client.execute(client.users().usersRetrieveSelf()).getId()).isEqualTo(5);
        }
    }
}
