package io.github.cvatopenapi.contract.lambda;

import io.github.cvatopenapi.contract.harness.Conditions;
import io.github.cvatopenapi.contract.harness.Run;
import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.harness.http.Caller;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** What the document brings for the operations of the tag {@code lambda}. */
final class LambdaGenericChecks extends GenericChecks {

    LambdaGenericChecks() {
        super("lambda");
    }

    @Override
    protected void samples(Samples samples) {
        for (String operation : List.of("lambda_list_functions", "lambda_retrieve_functions")) {
            samples.of(operation).by(LambdaGenericChecks::withFunctions);
        }
    }

    /** The main account, where there are functions to call; without their service everything about them is answered 503. */
    private static Caller withFunctions(Run run) {
        if (run.conditions().holds(Conditions.NO_FUNCTION_SERVICE).orElse(false)) {
            throw new TestAbortedException("there is no function service");
        }
        return run.main();
    }
}
