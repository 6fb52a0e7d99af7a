package io.github.cvatopenapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {

    @ParameterizedTest
    @CsvSource({
        "2.58.1, 2.58.1, 0",
        "2.58, 2.58.0, 0",
        "2.58.9, 2.59, -1",
        "2.9.9, 2.58.1, -1",
        "2.100, 2.58.1, 1",
        "2.58.1-rc1, 2.58.1, 0",
        "3, 2.73.0, 1",
    })
    void comeInTheOrderOfTheirNumbers(String one, String other, int order) {
        assertThat(Integer.signum(Versions.compare(one, other))).isEqualTo(order);
        assertThat(Integer.signum(Versions.compare(other, one))).isEqualTo(-order);
    }

    @ParameterizedTest
    @CsvSource({"2.58.1, true", "2.59, true", "2, false", "2.x, false", ">=2.58, false", "'', false"})
    void areNumbersWithPoints(String text, boolean valid) {
        assertThat(Versions.valid(text)).isEqualTo(valid);
    }
}
