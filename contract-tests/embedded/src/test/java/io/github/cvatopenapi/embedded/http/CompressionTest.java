package io.github.cvatopenapi.embedded.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class CompressionTest {

    @Test
    void makesGzipThatJavaReads() throws IOException {
        byte[] body = "compress me ".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        byte[] smaller = Compression.gzip(body);

        assertThat(smaller.length).isLessThan(body.length);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(smaller)).readAllBytes()).isEqualTo(body);
    }

    @Test
    void leavesWhatDoesNotGetSmaller() {
        assertThat(Compression.gzip(new byte[] {1, 2, 3})).isNull();
    }
}
