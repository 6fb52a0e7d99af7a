package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.http.Credentials;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.util.Map;

/**
 * Who is let in without credentials and with wrong ones. The calls name nothing, so that even one let in does no harm.
 */
final class AccessChecks implements GenericChecks.Generator {

    private static final Credentials WRONG_TOKEN = Credentials.wrong("token",
            "Token 0000000000000000000000000000000000000000");

    @Override
    public void generate(Operation operation, Samples samples, CheckPlan plan) {
        boolean refuses = operation.response(401).isPresent();
        if (refuses && Contract.pinned().operation(operation.id()).secured()) {
            plan.add(operation, Rule.AUTH_ANONYMOUS, "", "without credentials 401",
                    () -> refused(call(plan.run().anonymous(), operation)));
        }
        if (!operation.secured()) {
            plan.add(operation, Rule.AUTH_OPEN, "", "without credentials let in", () -> letIn(plan.run(), operation));
        }
        if (refuses) {
            plan.add(operation, Rule.AUTH_WRONG, "token", "with a wrong token 401",
                    () -> refused(call(plan.run().anonymous().with(WRONG_TOKEN), operation)));
        }
    }

    private static void letIn(Run run, Operation operation) {
        Answer answer = call(run.anonymous(), operation).send();
        if (answer.status() == 401 || answer.status() == 403 || answer.status() >= 500) {
            throw answer.fail("expected to be let in");
        }
    }

    private static Call call(Caller caller, Operation operation) {
        Call call = MissingResource.in(caller.call(operation.id()), operation);
        return operation.requestBodies().isEmpty() ? call : call.json(Map.of());
    }

    private static void refused(Call call) {
        Answer answer = call.expect(401);
        if (answer.header("WWW-Authenticate") == null) {
            throw answer.fail("there is no WWW-Authenticate");
        }
    }
}
