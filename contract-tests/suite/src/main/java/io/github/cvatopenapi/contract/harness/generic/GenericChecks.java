package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.CheckExtension;
import io.github.cvatopenapi.contract.harness.CheckId;
import io.github.cvatopenapi.contract.harness.Checks;
import io.github.cvatopenapi.contract.harness.Rule;
import io.github.cvatopenapi.contract.harness.Run;
import io.github.cvatopenapi.spec.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The checks that the document itself brings for every operation. A tag extends this class in its own package, names
 * itself and says how its operations are called rightly; which rules apply follows from what the document says they answer.
 */
@ExtendWith(CheckExtension.class)
public abstract class GenericChecks {

    /** Puts the checks of one kind together. */
    interface Generator {
        void generate(Operation operation, Samples samples, Plan plan);
    }

    /** The checks that were put together so far. */
    static final class Plan {
        private final Run run;
        private final List<DynamicTest> tests = new ArrayList<>();

        Plan(Run run) {
            this.run = run;
        }

        Run run() {
            return run;
        }

        void add(Operation operation, Rule rule, String caseName, String behaviour, Checks.Body body) {
            CheckId id = new CheckId(operation, rule, caseName, behaviour);
            tests.add(DynamicTest.dynamicTest(id.displayName(), () -> run.checks().run(id, body)));
        }
    }

    private final String tag;

    protected GenericChecks(String tag) {
        this.tag = tag;
    }

    /** Says how the operations of the tag are called rightly. Nothing is called here; fixtures are only named. */
    protected abstract void samples(Samples samples);

    @TestFactory
    Stream<DynamicTest> access(Run run) {
        return checks(run, new AccessChecks());
    }

    @TestFactory
    Stream<DynamicTest> methods(Run run) {
        return checks(run, new MethodChecks());
    }

    @TestFactory
    Stream<DynamicTest> media(Run run) {
        return checks(run, new MediaChecks());
    }

    @TestFactory
    Stream<DynamicTest> bodies(Run run) {
        return checks(run, new BodyChecks());
    }

    @TestFactory
    Stream<DynamicTest> bodyBounds(Run run) {
        return checks(run, new BodyBoundsChecks());
    }

    @TestFactory
    Stream<DynamicTest> parameterBounds(Run run) {
        return checks(run, new ParameterBoundsChecks());
    }

    @TestFactory
    Stream<DynamicTest> missing(Run run) {
        return checks(run, new MissingChecks());
    }

    @TestFactory
    Stream<DynamicTest> pages(Run run) {
        return checks(run, new PageChecks());
    }

    @TestFactory
    Stream<DynamicTest> filters(Run run) {
        return checks(run, new FilterChecks());
    }

    private Stream<DynamicTest> checks(Run run, Generator generator) {
        Samples samples = new Samples(run.contract());
        samples(samples);
        Plan plan = new Plan(run);
        run.contract().operations().stream().filter(operation -> operation.tag().equals(tag))
                .forEach(operation -> generator.generate(operation, samples, plan));
        return plan.tests.stream();
    }
}
