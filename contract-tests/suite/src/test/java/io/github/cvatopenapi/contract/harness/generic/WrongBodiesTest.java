package io.github.cvatopenapi.contract.harness.generic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.spec.Contract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongBodiesTest {

    /** A real server refuses who may not use it, or that there is none, before it says what is wrong with the rest. */
    @ParameterizedTest
    @ValueSource(strings = {"projects_create", "projects_partial_update", "tasks_create", "tasks_partial_update"})
    void noCloudStorageIsNamedThatMayBeSomebodyElses(String operation) {
        Contract contract = Contract.load();
        assertThat(TogetherChecks.of(contract, contract.operation(operation))).hasSizeGreaterThan(2)
                .allSatisfy(body -> {
                    assertThat(body.members()).containsKeys("target_storage", "source_storage");
                    assertThat(body.members().toString()).doesNotContain("cloud_storage_id");
                });
    }
}
