package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Operation;
import java.util.Map;

/** Bodies that are no JSON, or no object. */
final class BodyChecks implements GenericChecks.Generator {

    private static final String JSON = "application/json";

    @Override
    public void generate(Operation operation, Samples samples, CheckPlan plan) {
        boolean json = operation.requestBody(JSON).isPresent() && operation.response(400).isPresent();
        if (!json) {
            return;
        }
        samples.find(operation.id()).filter(Sample::hasBody).ifPresent(sample -> {
            Run run = plan.run();
            plan.add(operation, Rule.ERROR_MALFORMED, "broken", "broken JSON gets 400",
                    () -> sample.call(run).body(JSON, "{broken").expect(400).readableError());
            wrong(plan, operation, sample, "array", "[]");
            if (operation.method().equals("POST") && operation.bodyRequired()) {
                wrong(plan, operation, sample, "null", "null");
                if (operation.requestBody(JSON).filter(body -> required(run, body.schema())).isPresent()) {
                    wrong(plan, operation, sample, "empty", "");
                }
            }
        });
    }

    private static boolean required(Run run, Map<String, Object> schema) {
        return run.contract().resolve(schema).containsKey("required");
    }

    private static void wrong(CheckPlan plan, Operation operation, Sample sample, String caseName, String body) {
        plan.add(operation, Rule.ERROR_TYPE, caseName, "a body that is no object is refused",
                () -> sample.call(plan.run()).body(JSON, body).send().readableError());
    }
}
