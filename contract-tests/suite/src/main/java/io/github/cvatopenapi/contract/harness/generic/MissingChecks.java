package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Operation;
import java.util.Map;

/** What does not exist: objects, pages and organizations. */
final class MissingChecks implements GenericChecks.Generator {

    private static final String NO_ORGANIZATION = "no-such-org-" + MissingResource.ID;

    @Override
    public void generate(Operation operation, Samples samples, CheckPlan plan) {
        Run run = plan.run();
        boolean object = operation.parameters().stream().anyMatch(each -> each.in().equals("path"));
        if (object && operation.response(404).isPresent()) {
            plan.add(operation, Rule.ERROR_MISSING, "", "what does not exist gets 404", () -> {
                Call call = MissingResource.in(samples.caller(operation.id(), run).call(operation.id()), operation);
                (operation.requestBodies().isEmpty() ? call : call.json(Map.of())).expect(404).readableError();
            });
        }
        if (operation.paged() && operation.parameter("query", "org").isPresent()) {
            plan.add(operation, Rule.ORG_UNKNOWN, "org", "an unknown organization gets 404",
                    () -> list(run, samples, operation).query("org", NO_ORGANIZATION).expect(404).readableError());
            plan.add(operation, Rule.ORG_UNKNOWN, "org_id", "an unknown organization gets 404",
                    () -> list(run, samples, operation).query("org_id", MissingResource.ID).expect(404)
                            .readableError());
            plan.add(operation, Rule.ORG_UNKNOWN, "X-Organization", "an unknown organization gets 404",
                    () -> list(run, samples, operation).inOrganization(NO_ORGANIZATION).expect(404).readableError());
        }
    }

    private static Call list(Run run, Samples samples, Operation operation) {
        return samples.caller(operation.id(), run).call(operation.id());
    }
}
