package io.github.cvatopenapi.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.spec.Contract;
import org.junit.jupiter.api.Test;

class OperationsTest {

    private final Operations operations = new Operations(Contract.load());

    @Test
    void refusesOperationsThatTheContractHasNot() {
        assertThatThrownBy(() -> operations.on("no_such_operation", call -> Answer.noContent())).hasMessageContaining("no_such_operation");
    }

    @Test
    void refusesTwoHandlers() {
        operations.on("projects_list", call -> Answer.noContent());

        assertThatThrownBy(() -> operations.on("projects_list", call -> Answer.noContent())).hasMessageContaining("projects_list");
    }

    @Test
    void namesWhatIsMissing() {
        operations.on("projects_list", call -> Answer.noContent());

        assertThat(operations.missing()).hasSize(Contract.load().operations().size() - 1).doesNotContain("projects_list");
    }

    @Test
    void findsExtraPaths() {
        operations.extra("health", "GET", "/api/server/health/", call -> Answer.noContent());
        operations.extra("download", "GET", "/api/tasks/{id}/dataset/download", call -> Answer.noContent());

        assertThat(operations.at("/api/server/health/")).hasSize(1);
        assertThat(operations.at("/api/tasks/7/dataset/download")).hasSize(1);
        assertThat(operations.at("/api/nowhere")).isEmpty();
    }
}
