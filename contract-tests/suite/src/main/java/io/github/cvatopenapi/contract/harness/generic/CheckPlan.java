package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.CheckRunner;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Checks that are put together one by one, each to become a JUnit test. */
public final class CheckPlan {

    private final Run run;
    private final List<DynamicTest> tests = new ArrayList<>();

    CheckPlan(Run run) {
        this.run = run;
    }

    /** The run that the checks belong to; to be called in bodies only. */
    public Run run() {
        return run;
    }

    /** Adds a check; {@code caseName} may be empty. An operation that this document has not gets none. */
    public void add(String operationId, Rule rule, String caseName, String behaviour, CheckRunner.Body body) {
        if (run.contract().has(operationId)) {
            add(run.contract().operation(operationId), rule, caseName, behaviour, body);
        }
    }

    /** What is not selected becomes no test: there are thousands. */
    void add(Operation operation, Rule rule, String caseName, String behaviour, CheckRunner.Body body) {
        CheckId id = new CheckId(operation, rule, caseName, behaviour);
        if (!run.checks().selects(id)) {
            return;
        }
        tests.add(DynamicTest.dynamicTest(id.displayName(), () -> run.checks().run(id, body)));
    }

    Stream<DynamicTest> tests() {
        return tests.stream();
    }
}
