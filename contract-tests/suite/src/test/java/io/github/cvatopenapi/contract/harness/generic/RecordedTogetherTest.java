package io.github.cvatopenapi.contract.harness.generic;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.recorded.RecordedExchange;
import io.github.cvatopenapi.spec.recorded.Recordings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever must be named when it is wrong among others, a real server named when it was wrong alone. */
class RecordedTogetherTest {

    private final Contract contract = Contract.load();

    @BeforeEach
    void theContractIsOfTheRecordedVersion() {
        Recordings.assumeTheyAreOf(contract.version());
    }

    @Test
    void whatMustBeNamedWasNamedWhenItWasWrongAlone() {
        List<String> surprises = new ArrayList<>();
        int compared = 0;
        for (RecordedExchange recorded : Recordings.read("observed-bounds")) {
            String property = recorded.note().split(": ")[0];
            if (recorded.operation().isEmpty() || !recorded.note().contains(": ") || !recorded.request().has("json")) {
                continue;
            }
            Operation operation = contract.operation(recorded.operation().get());
            Object sent = JsonTrees.at(JsonTrees.read(recorded.request().get("json").toString()), property);
            for (WrongBodies.WrongBody body : TogetherChecks.of(contract, operation)) {
                if (body.named().contains(property) && JsonTrees.same(body.members().get(property), sent)) {
                    compared++;
                    String error = recorded.json().map(JsonElement::toString).orElse("");
                    if (recorded.status() != 400 || !error.contains("\"" + property + "\"")) {
                        surprises.add(operation.id() + " " + recorded.note() + " -> " + recorded.status());
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(400);
        assertThat(surprises).isEmpty();
    }
}
