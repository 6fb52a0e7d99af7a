package io.github.cvatopenapi.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionRangeTest {

    @ParameterizedTest
    @CsvSource({
        "2.58.1, 2.58.1, true",
        "2.58.1, 2.58.2, false",
        "2.58, 2.58.0, true",
        ">=2.58 <2.59, 2.58.9, true",
        ">=2.58 <2.59, 2.59.0, false",
        ">=2.58.1, 2.100, true",
        ">=2.58.1, 2.9.9, false",
        "<=2.58.1, 2.58.1-rc1, true",
        ">2.58.1, 2.58.1, false",
    })
    void holdsAVersionOrNot(String range, String version, boolean contains) {
        assertThat(VersionRange.parse(range).contains(version)).isEqualTo(contains);
    }

    @Test
    void saysWhatARangeLooksLike() {
        assertThatThrownBy(() -> VersionRange.parse("2.58.x")).isInstanceOf(SpecException.class)
                .hasMessage("\"2.58.x\" is not a range of versions; 2.58.1 and >=2.58 <2.59 are.");
    }

    @Test
    void versionsMayHaveAsManyPartsAsTheyLike() {
        String version = "1" + ".0".repeat(1 << 19);
        assertThat(VersionRange.parse(">=" + version).contains("1.0")).isTrue();
    }
}
