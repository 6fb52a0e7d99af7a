package io.github.cvatopenapi.contract.harness.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.recorded.RecordedExchange;
import io.github.cvatopenapi.spec.recorded.Recordings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a real server answered must not be reported as a violation. */
class RecordedAnswersTest {

    private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private final Contract contract = Contract.load();
    private final ContractValidator holder = new ContractValidator(contract, Contract.pinned(), Set.of(),
            (exchange, statuses, fits) -> { });

    private final List<RecordedExchange> exchanges =
            Recordings.byVersion().getOrDefault(contract.version(), List.of());

    @BeforeEach
    void aServerOfTheContractsVersionWasRecorded() {
        Assumptions.assumeFalse(exchanges.isEmpty(), () -> "there are no recordings of " + contract.version());
    }

    private static byte[] body(RecordedExchange recorded) {
        if (recorded.json().isPresent()) {
            return GSON.toJson(recorded.json().get()).getBytes(StandardCharsets.UTF_8);
        }
        return recorded.hasBody() ? "not kept".getBytes(StandardCharsets.UTF_8) : new byte[0];
    }

    @Test
    void noRecordedAnswerBreaksTheContract() {
        List<String> broken = new ArrayList<>();
        int held = 0;
        for (RecordedExchange recorded : exchanges) {
            if (recorded.operation().isEmpty() || recorded.hasBody() && recorded.json().isEmpty()
                    && recorded.mediaType().contains("json")) {
                continue; // too large to have been kept
            }
            Operation operation = contract.operation(recorded.operation().get());
            Object accept = recorded.request().getAsJsonObject("headers").get("Accept");
            boolean anyMedia = accept == null || !accept.toString().contains(Call.CVAT_JSON);
            RawAnswer received = RawAnswer.of(recorded.status(), recorded.headers(), body(recorded));
            Object sent = recorded.request().has("json")
                    ? JsonTrees.read(GSON.toJson(recorded.request().get("json"))) : null;
            holder.validate(operation, sent, received, anyMedia).violations()
                    .forEach(violation -> broken.add(recorded + ": " + violation.message()));
            held++;
        }
        assertThat(held).isGreaterThan(4000);
        assertThat(broken).isEmpty();
    }
}
