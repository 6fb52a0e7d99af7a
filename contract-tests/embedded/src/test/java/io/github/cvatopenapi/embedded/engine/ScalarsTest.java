package io.github.cvatopenapi.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {

    @ParameterizedTest
    @CsvSource({"2026-01-02T03:04:05.123456789Z, 2026-01-02T03:04:05.123456Z",
        "2026-01-02 03:04:05.9999999, 2026-01-02T03:04:05.999999Z", "2026-01-02T03:04:05+02:00, 2026-01-02T01:04:05Z",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z", "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z"})
    void datesAreKeptToTheMicrosecond(String sent, String kept) {
        assertThat(Scalars.instant(sent)).isEqualTo(Instant.parse(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10000-01-01T00:00:00Z", "+10000-01-01T00:00:00Z", "9999-12-31T23:59:59-01:00",
        "0000-12-31T00:00:00Z", "-0001-01-01T00:00:00Z", "yesterday", ""})
    void datesOutsideOfTheCalendarAreNone(String sent) {
        assertThat(Scalars.instant(sent)).isNull();
    }
}
