package io.github.cvatopenapi.contract.harness.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenAddressTest {

    @ParameterizedTest
    @CsvSource({"https://cvat.example.com/api/tasks?page=2,/api/tasks?page=2",
        "http://traefik:8080/api/requests/a%26b,/api/requests/a%26b",
        "https://example.com/tools/cvat/api/tasks/1/data/,/api/tasks/1/data/",
        "/api/tasks?q=%2Fapi%2F,/api/tasks?q=%2Fapi%2F",
        "https://example.com/files/7?x=1,/files/7?x=1"})
    void whatIsBeforeTheApiIsLeftOut(String written, String asked) {
        assertThat(WrittenAddress.relative(written)).isEqualTo(asked);
    }
}
