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
    void leavesAloneWhatTheContractHasNot() {
        operations.on("no_such_operation", call -> Answer.noContent());
        operations.optionalSlash("no_such_operation");

        assertThat(operations.unanswered()).hasSameSizeAs(Contract.load().operations());
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

        assertThat(operations.unanswered()).containsExactly("tasks_list", "users_list");
        assertThat(operations.answer(Contract.load().operation("tasks_list"), null))
                .isEqualTo(Answer.sentence(501, "The embedded instance does not answer tasks_list yet."));
        assertThat(operations.unanswered()).isEmpty();
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
