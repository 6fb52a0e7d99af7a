package io.github.cvatopenapi.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the contract is answered, none with an error of the server but for the functions that are not
 * there.
 */
class CoverageTest {

    @Test
    void everyOperationIsAnswered() {
        try (EmbeddedCvat cvat = EmbeddedCvat.builder().throttling(false).start()) {
            Client admin = Client.admin(cvat);
            Map<String, Integer> broken = new TreeMap<>();
            for (Operation operation : Contract.load().operations()) {
                String path = operation.path().replaceAll("\\{[^}]+}", "987654");
                String body = operation.requestBodies().isEmpty() ? null : "{}";
                int status = admin.send(operation.method(), path, body).status();
                if (status >= 500) {
                    broken.put(operation.id(), status);
                }
            }
            assertThat(broken).isEqualTo(Map.of("lambda_list_functions", 503, "lambda_retrieve_functions", 503));
        }
    }
}
