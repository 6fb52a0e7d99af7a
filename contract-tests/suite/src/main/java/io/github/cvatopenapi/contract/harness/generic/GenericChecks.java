package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.run.CheckExtension;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Operation;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The checks that the document itself brings for every operation. A tag extends this class in its own package, names
 * itself and says how its operations are called rightly; which rules apply follows from what the document says they
 * answer.
 */
@ExtendWith(CheckExtension.class)
public abstract class GenericChecks {

    /** Puts the checks of one kind together. */
    interface Generator {
        void generate(Operation operation, Samples samples, CheckPlan plan);
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
    Stream<DynamicTest> pathBounds(Run run) {
        return checks(run, new PathBoundsChecks());
    }

    @TestFactory
    Stream<DynamicTest> together(Run run) {
        return checks(run, new TogetherChecks());
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
    Stream<DynamicTest> orders(Run run) {
        return checks(run, new OrderChecks());
    }

    @TestFactory
    Stream<DynamicTest> foreignLists(Run run) {
        return checks(run, new ForeignListChecks());
    }

    @TestFactory
    Stream<DynamicTest> organizations(Run run) {
        return checks(run, new OrganizationChecks());
    }

    @TestFactory
    Stream<DynamicTest> filters(Run run) {
        return checks(run, new FilterChecks());
    }

    @TestFactory
    Stream<DynamicTest> readOnlyTokens(Run run) {
        return checks(run, new ReadOnlyChecks());
    }

    @TestFactory
    Stream<DynamicTest> fields(Run run) {
        return checks(run, new FieldChecks());
    }

    private Stream<DynamicTest> checks(Run run, Generator generator) {
        Samples samples = new Samples(run.contract());
        samples(samples);
        CheckPlan plan = new CheckPlan(run);
        run.contract().operations().stream().filter(operation -> operation.tag().equals(tag))
                .forEach(operation -> generator.generate(operation, samples, plan));
        return plan.tests();
    }

    /**
     * Checks of the tag's own that are alike; called by a {@code @TestFactory} of the tag. Nothing is called in
     * {@code fill}.
     */
    protected static Stream<DynamicTest> checks(Run run, Consumer<CheckPlan> fill) {
        CheckPlan plan = new CheckPlan(run);
        fill.accept(plan);
        return plan.tests();
    }
}
