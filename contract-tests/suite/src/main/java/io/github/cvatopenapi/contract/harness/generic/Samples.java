package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Contract;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The samples of a tag. */
public final class Samples {

    private final Contract contract;
    private final Map<String, Sample> byOperation = new LinkedHashMap<>();
    private Function<Run, Caller> caller = Sample.MAIN;

    Samples(Contract contract) {
        this.contract = contract;
    }

    /** Who calls the operations of this tag; the main account where nothing is said. Say it before the samples. */
    public void by(Function<Run, Caller> who) {
        caller = who;
    }

    /** Begins the sample of an operation. */
    public Sample of(String operationId) {
        Sample sample = new Sample(contract.operation(operationId)).by(caller);
        byOperation.put(operationId, sample);
        return sample;
    }

    /** Who calls the operation. */
    Caller caller(String operationId, Run run) {
        Sample sample = byOperation.get(operationId);
        return sample == null ? caller.apply(run) : sample.caller(run);
    }

    /** The sample of an operation; one without values where none was given and none is needed. */
    Optional<Sample> find(String operationId) {
        Sample sample = byOperation.get(operationId);
        if (sample == null) {
            sample = new Sample(contract.operation(operationId)).by(caller);
        }
        return sample.complete() ? Optional.of(sample) : Optional.empty();
    }
}
