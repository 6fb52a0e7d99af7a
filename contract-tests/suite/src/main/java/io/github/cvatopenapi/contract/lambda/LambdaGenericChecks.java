package io.github.cvatopenapi.contract.lambda;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.util.List;
import java.util.Map;

/** What the document brings for the operations of the tag {@code lambda}. */
final class LambdaGenericChecks extends GenericChecks {

    /** Nothing is called by that name, so nothing works on a task. */
    private static final String NONE = "none";

    LambdaGenericChecks() {
        super("lambda");
    }

    @Override
    protected void samples(Samples samples) {
        for (String operation : List.of("lambda_list_functions", "lambda_retrieve_functions")) {
            samples.of(operation).by(LambdaFixtures::caller);
        }
        samples.of("lambda_create_functions").path(run -> NONE)
                .json(run -> Map.of("function", NONE, "task", run.get(TaskFixtures.WITH_IMAGES))).bounds();
        samples.of("lambda_create_requests").json(run -> Map.of("function", NONE, "task",
                run.get(TaskFixtures.WITH_IMAGES))).bounds();
    }
}
