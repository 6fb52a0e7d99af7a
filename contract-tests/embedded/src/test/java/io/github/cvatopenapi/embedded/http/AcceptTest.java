package io.github.cvatopenapi.embedded.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "application/vnd.cvat+json              | false",
        "application/vnd.cvat+json; version=2.0 | false",
        "text/html;version=2 | false",
        "application/vnd.cvat+json; version=1.0 | true",
        "*/*;version=3 | true",
        "application/vnd.cvat+json;q=0.5; version=9 | true",
    })
    void knowsOneVersion(String header, boolean other) {
        assertThat(Accept.otherVersion(header)).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "application/vnd.cvat+json                                       | JSON",
        "application/vnd.cvat+json; version=2.0                          | JSON",
        "*/*                                                             | JSON",
        "application/*                                                   | JSON",
        "text/html                                                       | PAGE",
        "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8 | PAGE",
        "text/html;q=0.9, application/vnd.cvat+json;q=0.5                | JSON",
        "*/*, text/html                                                  | PAGE",
        "application/json, text/plain, */*                               | JSON",
        "application/json                                                | NOTHING_WE_HAVE",
        "application/xml                                                 | NOTHING_WE_HAVE",
    })
    void takesWhatIsMostParticularThenJson(String header, Accept accept) {
        assertThat(Accept.of(header)).isEqualTo(accept);
    }
}
