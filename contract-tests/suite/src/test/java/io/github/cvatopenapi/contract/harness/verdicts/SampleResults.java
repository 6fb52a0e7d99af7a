package io.github.cvatopenapi.contract.harness.verdicts;

import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Deviation;
import io.github.cvatopenapi.spec.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Results, ids and deviations that tests of the harness judge. */
public final class SampleResults {

    /** The version of the server, on which every deviation made here was seen. */
    public static final String VERSION = "2.58.1";

    public static final Function<String, Optional<Boolean>> NO_CONDITIONS = name -> Optional.empty();

    private SampleResults() {
    }

    public static CheckId id(Rule rule, String caseName) {
        return new CheckId(Contract.load().operation("projects_list"), rule, caseName, "something is right");
    }

    public static CheckResult result(Rule rule, String caseName, Verdict verdict) {
        return new CheckResult(id(rule, caseName), verdict, verdict == Verdict.PASS ? "" : "because", "", List.of(), 1);
    }

    public static Deviation deviation(Deviation.Kind kind, Rule rule, String condition, String... cases) {
        return new Deviation("known-thing", kind, Set.of("projects_list"), rule.id(), List.of(cases), "shown",
                new Evidence(Set.of(VERSION), Set.of("1.0.0")), false, condition, "It is so.");
    }

    public static Judge judge(boolean embedded, Function<String, Optional<Boolean>> conditions,
                              Deviation... deviations) {
        return new Judge(List.of(deviations), VERSION, embedded, conditions);
    }
}
