package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Operation;
import java.util.List;
import java.util.Map;

/** What does not exist: objects, pages and organizations. */
final class MissingChecks implements GenericChecks.Generator {

    /** That it is no number is not looked at where the organization is named in another way too. */
    private static final String NO_NUMBER = "abc";

    private static final String NO_ORGANIZATION = "no-such-org-" + MissingResource.ID;

    @Override
    public void generate(Operation operation, Samples samples, CheckPlan plan) {
        Run run = plan.run();
        boolean object = operation.parameters().stream().anyMatch(each -> each.in().equals("path"));
        if (object && operation.response(404).isPresent()) {
            plan.add(operation, Rule.ERROR_MISSING, "", "what does not exist gets 404",
                    () -> empty(samples, operation, run).expect(404).readableError());
        }
        if (operation.parameter("query", "org").isPresent()) {
            for (String way : List.of("org", "org_id", "X-Organization")) {
                if (operation.parameters().stream().anyMatch(each -> each.name().equals(way))) {
                    plan.add(operation, Rule.ORG_UNKNOWN, way, "an unknown organization gets 404",
                            () -> unknown(empty(samples, operation, run), way).expect(404).readableError());
                }
            }
            if (!operation.paged()) {
                plan.add(operation, Rule.ORG_CONTEXT, "org and org_id", "two ways at once to name it are refused",
                        () -> unknown(empty(samples, operation, run), "org").query("org_id", NO_NUMBER).expect(400)
                                .readableError());
                plan.add(operation, Rule.ORG_CONTEXT, "org and another X-Organization",
                        "two organizations at once are refused",
                        () -> unknown(empty(samples, operation, run), "org").inOrganization(NO_ORGANIZATION + "2")
                                .expect(400).readableError());
            }
        }
    }

    private static Call unknown(Call call, String way) {
        return switch (way) {
            case "org" -> call.query("org", NO_ORGANIZATION);
            case "org_id" -> call.query("org_id", MissingResource.ID);
            default -> call.inOrganization(NO_ORGANIZATION);
        };
    }

    /** The organization is looked up before anybody looks at the body. */
    private static Call empty(Samples samples, Operation operation, Run run) {
        Call call = MissingResource.in(samples.caller(operation.id(), run).call(operation.id()), operation);
        return operation.requestBodies().isEmpty() ? call : call.json(Map.of());
    }
}
