package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Bodies in which many properties are wrong at once, each of which the error must name. */
final class TogetherChecks implements GenericChecks.Generator {

    private static final String FORM = "multipart/form-data";

    /** Of a webhook of no such type nobody knows who may make it. */
    private static final Map<String, Set<String>> LEFT_OUT = Map.of("webhooks_create", Set.of("type"),
            "webhooks_update", Set.of("type"));

    /**
     * A contact is whatever it is, and to an organization that is not named nobody is invited; the others were not seen
     * to be looked at together with the rest.
     */
    private static final Map<String, Set<String>> UNNAMED = Map.of(
            "organizations_create", Set.of("contact"), "organizations_partial_update", Set.of("contact"),
            "users_partial_update", Set.of("groups"), "invitations_create", Set.of("email", "role"));

    @Override
    public void generate(Operation operation, Samples samples, CheckPlan plan) {
        samples.find(operation.id()).filter(sample -> sample.isWrongTogether() && sample.hasBody())
                .ifPresent(sample -> operation.requestBody("application/json").ifPresent(json -> {
                    List<WrongBodies.WrongBody> bodies = of(plan.run().contract(), operation);
                    for (int i = 0; i < bodies.size(); i++) {
                        WrongBodies.WrongBody wrong = bodies.get(i);
                        plan.add(operation, Rule.ERROR_TOGETHER, "body " + (i + 1), sample.hasBounds()
                                ? "each of several wrong properties is named" : "several wrong properties are refused",
                                () -> wrong(plan.run(), sample, wrong));
                    }
                    if (operation.requestBody(FORM).isPresent()) {
                        forms(plan, operation, sample);
                    }
                }));
    }

    private static void forms(CheckPlan plan, Operation operation, Sample sample) {
        Contract contract = plan.run().contract();
        List<Map<String, Object>> forms = WrongForms.of(contract,
                BoundaryCase.resolved(contract, operation.requestBody(FORM).orElseThrow().schema()));
        for (int i = 0; i < forms.size(); i++) {
            Map<String, Object> wrong = forms.get(i);
            plan.add(operation, Rule.ERROR_TOGETHER, "form " + (i + 1), "several wrong properties are refused",
                    () -> {
                        Call call = sample.call(plan.run());
                        wrong.forEach((name, value) -> {
                            if (value instanceof WrongForms.JsonPart part) {
                                call.jsonField(name, part.value());
                            } else {
                                call.field(name, value);
                            }
                        });
                        call.send().readableError();
                    });
        }
    }

    static List<WrongBodies.WrongBody> of(Contract contract, Operation operation) {
        return WrongBodies.of(contract, BoundaryCase.resolved(contract,
                operation.requestBody("application/json").orElseThrow().schema()),
                LEFT_OUT.getOrDefault(operation.id(), Set.of()), UNNAMED.getOrDefault(operation.id(), Set.of()));
    }

    /** What is named was recorded of the operations whose values were tried one by one. */
    private static void wrong(Run run, Sample sample, WrongBodies.WrongBody wrong) {
        Map<String, Object> sent = sample.body(run);
        sent.putAll(wrong.members());
        Call call = sample.call(run).json(sent);
        if (sample.hasBounds()) {
            named(call, wrong);
        } else {
            call.send().readableError();
        }
    }

    private static void named(Call call, WrongBodies.WrongBody wrong) {
        Answer answer = call.expect(400).readableError();
        // some errors are lines of text: a property and what is wrong with it
        String quote = answer.json() == null ? "" : "\"";
        List<String> missing = wrong.named().stream()
                .filter(name -> !answer.text().contains(quote + name + quote)).toList();
        if (!missing.isEmpty()) {
            throw answer.fail("the error does not name " + String.join(", ", missing));
        }
    }
}
