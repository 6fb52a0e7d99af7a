package io.github.cvatopenapi.embedded.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.spec.Contract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordCostTest {

    private static final Contract CONTRACT = Contract.load();
    private static final Duration HASH = Duration.ofMillis(300);

    private final List<Duration> paid = new ArrayList<>();
    private final PasswordCost cost = new PasswordCost(CONTRACT, HASH, paid::add);

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "basic YTpi"})
    void userAndPasswordCostAHash(String authorization) {
        cost.ofCredentials(authorization);
        assertThat(paid).containsExactly(HASH);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"Bearer abc", "Token abc", ""})
    void otherCredentialsCostNothing(String authorization) {
        cost.ofCredentials(authorization);
        assertThat(paid).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"auth_create_login,1", "auth_create_register,1", "auth_create_password_change,1",
        "auth_create_password_reset_confirm,1", "auth_create_password_reset,0", "projects_create,0", "tasks_list,0"})
    void aBodyWithAPasswordCostsAHash(String operation, int hashes) {
        cost.ofBody(CONTRACT.operation(operation));
        assertThat(paid).hasSize(hashes);
    }

    @Test
    void nothingIsPaidWhereAHashTakesNoTime() {
        PasswordCost free = new PasswordCost(CONTRACT, Duration.ZERO, paid::add);
        free.ofCredentials("Basic YTpi");
        free.ofBody(CONTRACT.operation("auth_create_login"));
        assertThat(paid).isEmpty();
    }
}
