package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Operation;
import java.util.List;

/** What is somebody's own is in nobody else's lists: not in a second account's, and not in those of a new one. */
final class ForeignListChecks implements GenericChecks.Generator {

    /** Somebody who has nothing yet and was invited by nobody. */
    private static final Fixture<Caller> NEWCOMER = Fixture.of("an account that has nothing",
            run -> run.newcomer().caller());

    @Override
    public void generate(Operation operation, Samples samples, CheckPlan plan) {
        Run run = plan.run();
        samples.find(operation.id()).filter(sample -> operation.paged() && !operation.path().contains("{"))
                .ifPresent(sample -> sample.items().ifPresent(items -> {
                    plan.add(operation, Rule.AUTH_FOREIGN, "second account",
                            "what somebody has is not listed for others",
                            () -> hidden(run, sample, run.get(items), run.second()));
                    plan.add(operation, Rule.AUTH_FOREIGN, "new account", "who is new finds nothing of others",
                            () -> hidden(run, sample, run.get(items), run.get(NEWCOMER)));
                }));
    }

    /** The items are made before: a list asked for too early is empty whoever asks. */
    private static void hidden(Run run, Sample sample, Sample.Items items, Caller other) {
        Answer page = sample.calledBy(other, run).query("page_size", "all").expect(200);
        List<String> there = PageChecks.keys(page, sample.key()).stream().map(String::valueOf).toList();
        List<String> seen = items.ids().stream().map(String::valueOf).filter(there::contains).toList();
        if (!seen.isEmpty()) {
            throw page.fail(seen + " are listed for somebody else");
        }
    }
}
