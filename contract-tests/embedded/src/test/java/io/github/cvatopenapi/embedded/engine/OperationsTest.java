package io.github.cvatopenapi.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationsTest {

    private final Operations operations = new Operations(Contract.load());

    @Test
    void refusesOperationsThatTheContractHasNot() {
        assertThatThrownBy(() -> operations.on("no_such_operation", call -> Answer.noContent()))
                .hasMessageContaining("no_such_operation");
    }

    @Test
    void refusesTwoHandlers() {
        operations.on("projects_list", call -> Answer.noContent());

        assertThatThrownBy(() -> operations.on("projects_list", call -> Answer.noContent()))
                .hasMessageContaining("projects_list");
    }

    @Test
    void namesWhatIsMissing() {
        Contract.load().operations().stream().map(Operation::id)
                .filter(id -> !List.of("tasks_list", "users_list").contains(id))
                .forEach(id -> operations.on(id, call -> Answer.noContent()));

        assertThatThrownBy(operations::requireAll).isInstanceOf(IllegalStateException.class)
                .hasMessage("Nothing answers tasks_list, users_list.");
        operations.on("users_list", call -> Answer.noContent());
        operations.on("tasks_list", call -> Answer.noContent());
        operations.requireAll();
    }

    @Test
    void findsExtraPaths() {
        operations.extra("health", "GET", "/api/server/health/", call -> Answer.noContent());
        operations.extra("download", "GET", "/api/tasks/{id}/dataset/download", call -> Answer.noContent());

        assertThat(operations.at("/api/server/health/")).hasSize(1);
        assertThat(operations.at("/api/tasks/7/dataset/download")).hasSize(1);
        assertThat(operations.at("/api/nowhere")).isEmpty();
    }

    @Test
    void takesNoLiteralPathForAnExtraOneWithAParameter() {
        operations.extra("piece", "PATCH", "/api/projects/{id}/dataset/{file}", call -> Answer.noContent());

        assertThat(operations.at("/api/projects/7/dataset/export")).extracting(Operation::id)
                .containsExactly("projects_create_dataset_export");
        assertThat(operations.at("/api/projects/7/dataset/1234")).extracting(Operation::id).containsExactly("piece");
    }
}
