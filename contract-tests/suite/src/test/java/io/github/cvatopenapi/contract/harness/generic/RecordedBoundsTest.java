package io.github.cvatopenapi.contract.harness.generic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Deviation;
import io.github.cvatopenapi.spec.Deviations;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Parameter;
import io.github.cvatopenapi.spec.Trees;
import io.github.cvatopenapi.spec.recorded.RecordedExchange;
import io.github.cvatopenapi.spec.recorded.Recordings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real server was sent these values: what it made of them is what the suite expects, or the ledger says so. */
class RecordedBoundsTest {

    private final Contract contract = Contract.load();
    private final Deviations ledger = Deviations.packaged().on(Recordings.VERSION);

    @BeforeEach
    void theContractIsOfTheRecordedVersion() {
        Recordings.assumeTheyAreOf(contract.version());
    }

    private Optional<BoundaryCase.Expected> expected(Operation operation, String note) {
        String[] parts = note.split(": ", 2);
        String way = parts.length < 2 ? "" : parts[1];
        if (operation.method().equals("GET")) {
            return operation.parameter("query", parts[0]).map(Parameter::schema)
                    .map(schema -> ParameterBoundsChecks.expected(BoundaryCase.resolved(contract, schema), way));
        }
        if (way.equals("absent")) {
            return Optional.of(BoundaryCase.Expected.REFUSED);
        }
        Map<String, Object> body = BoundaryCase.resolved(contract,
                operation.requestBody("application/json").orElseThrow().schema());
        String name = parts[0];
        if (name.startsWith("shape ")) {
            Map<String, Object> shapes =
                    BoundaryCase.resolved(contract, Trees.object(Trees.at(body, "properties", "shapes")));
            body = BoundaryCase.resolved(contract, Trees.object(shapes.get("items")));
            name = name.substring("shape ".length());
        }
        Map<String, Object> property = Trees.object(Trees.at(body, "properties", name));
        return BoundaryCase.of(BoundaryCase.resolved(contract, property)).stream()
                .filter(each -> each.way().equals(way))
                .map(BoundaryCase::expected).findFirst();
    }

    private static boolean kept(BoundaryCase.Expected expected, int status) {
        return switch (expected) {
            case ACCEPTED -> status < 300;
            case REFUSED -> status >= 400 && status < 500;
            case NOT_BROKEN -> status < 500;
        };
    }

    @Test
    void everyRecordedValueIsAnsweredAsExpectedOrKnown() {
        List<String> surprises = new ArrayList<>();
        int compared = 0;
        for (RecordedExchange recorded : Recordings.read("observed-bounds")) {
            if (recorded.operation().isEmpty() || !recorded.note().contains(": ")
                    || recorded.note().startsWith("path: ")) {
                continue;
            }
            Operation operation = contract.operation(recorded.operation().get());
            String rule = (operation.method().equals("GET") ? Rule.ERROR_QUERY_BOUNDS : Rule.ERROR_BODY_BOUNDS).id();
            Optional<BoundaryCase.Expected> expected = expected(operation, recorded.note());
            if (expected.isEmpty()) {
                continue; // the corrected document allows what the pinned one forbids
            }
            compared++;
            // no consensus had been merged where these were recorded
            boolean known = ledger.find(operation.id(), rule, recorded.note())
                    .filter(each -> !each.condition().equals("consensus-request")).isPresent();
            if (kept(expected.get(), recorded.status()) == known) {
                surprises.add(operation.id() + " " + recorded.note() + " -> " + recorded.status() + ", expected "
                        + expected.get() + (known ? ", but the ledger has it" : ""));
            }
        }
        assertThat(compared).isGreaterThan(2000);
        assertThat(surprises).isEmpty();
    }

    @Test
    void theLedgerNamesRulesOfTheCatalogue() {
        List<String> unknown = new ArrayList<>();
        for (Deviation deviation : ledger.entries()) {
            if (Rule.of(deviation.rule()).isEmpty()) {
                unknown.add(deviation.id() + ": " + deviation.rule());
            }
        }
        assertThat(unknown).isEmpty();
    }
}
