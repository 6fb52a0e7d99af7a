package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.http.Credentials;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Operation;
import java.util.Map;
import java.util.Set;

/** The right calls of what makes and changes, by a token of the main account that only reads. */
final class ReadOnlyChecks implements GenericChecks.Generator {

    /** What a token may do there was not observed. */
    private static final Set<String> NOT_OBSERVED = Set.of("auth", "events", "lambda", "memberships");

    private static final Fixture<Caller> READER = Fixture.of("a personal access token that only reads", run -> {
        Caller owner = run.mainWithPassword();
        Answer made = owner.call("auth_create_access_tokens")
                .json(Map.of("name", run.name("reader"), "read_only", true)).expect(201);
        if (!(made.at("value") instanceof String value)) {
            throw made.fail("there is no value, which is told here only");
        }
        run.redactor().hide(value);
        return owner.with(Credentials.bearer(value));
    });

    @Override
    public void generate(Operation operation, Samples samples, CheckPlan plan) {
        Run run = plan.run();
        samples.find(operation.id())
                .filter(sample -> sample.hasBody() && sample.byMain() && operation.response(403).isPresent()
                        && !NOT_OBSERVED.contains(operation.tag()))
                .ifPresent(sample -> plan.add(operation, Rule.AUTH_READ_ONLY, "", "a token that only reads is refused",
                        () -> sample.calledBy(run.get(READER), run).json(sample.body(run))
                                .expect(403).readableError()));
    }
}
