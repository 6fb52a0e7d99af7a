package io.github.cvatopenapi.spec.bump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cvatopenapi.spec.Contract;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class DriftTest {

    @Test
    void aServerOfThePinnedVersionHasNone() {
        String served = new Yaml().dump(Published.withProse(Published.pinned()))
                .replace("version: " + Contract.load().version(), "version: " + Contract.load().version() + " (2.0)");
        Drift drift = Drift.compare(served, "live");

        assertThat(drift.served()).isEqualTo(drift.pinned()).isEqualTo(Contract.load().version());
        assertThat(drift.changes()).isEmpty();
    }

    @Test
    void whatAServerHasBesidesIsTold() {
        String served = Published.pinned().replaceFirst("operationId: server_retrieve_about\n",
                "operationId: server_retrieve_about\n      deprecated: true\n");

        assertThat(Drift.compare(served, "live").changes()).extracting(Change::where, Change::detail)
                .containsExactly(tuple("server_retrieve_about", "deprecated"));
    }
}
