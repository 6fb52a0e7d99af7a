package io.github.cvatopenapi.client.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@link TransferBench} measures, with a smaller file that still would not fit. */
class TransferTest {

    @Test
    void heapDoesNotGrowWithTheFile() throws Exception {
        assertThat(TransferBench.passes(256)).isTrue();
    }
}
