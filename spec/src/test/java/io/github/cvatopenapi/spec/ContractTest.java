package io.github.cvatopenapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContractTest {

    private final Contract contract = Contract.load();

    @Test
    void hasEveryOperationOfThePinnedDocument() {
        assertThat(contract.version()).isEqualTo("2.58.1");
        assertThat(contract.operations()).hasSize(154);
    }

    @Test
    void aLiteralSegmentWinsOverAParameter() {
        assertThat(contract.find("GET", "/api/users/self")).map(Operation::id).contains("users_retrieve_self");
        assertThat(contract.find("GET", "/api/users/7")).map(Operation::id).contains("users_retrieve");
        assertThat(contract.find("GET", "/api/nowhere")).isEmpty();
    }
}
