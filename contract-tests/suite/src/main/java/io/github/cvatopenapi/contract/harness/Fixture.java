package io.github.cvatopenapi.contract.harness;

import java.util.Optional;
import java.util.function.Function;
import org.opentest4j.TestAbortedException;

/**
 * Data that checks share: made once in a run, when it is first needed, and only read by checks.
 *
 * @param <T>      what it is
 */
public final class Fixture<T> implements SharedData<T> {

    private final String what;
    private final Function<Run, T> make;
    private Function<Run, Optional<T>> existing = run -> Optional.empty();

    private Fixture(String what, Function<Run, T> make) {
        this.what = what;
        this.make = make;
    }

    /**
     * @param what what it is, in words, such as {@code a task with images}
     * @param make makes it; called at most once in a run
     */
    public static <T> Fixture<T> of(String what, Function<Run, T> make) {
        return new Fixture<>(what, make);
    }

    /** Where it comes from in a read-only run: something that is there already and is only read. */
    public Fixture<T> orExisting(Function<Run, Optional<T>> find) {
        existing = find;
        return this;
    }

    /** The id of the first result of a list, as what stands in for a fixture in a read-only run. */
    public static Function<Run, Optional<Long>> firstOf(String listOperation) {
        return run -> {
            Object id = run.main().call(listOperation).query("page_size", 1).expect(200).at("results.0.id");
            return id instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
        };
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public T make(Run run) {
        if (!run.settings().readOnly()) {
            return make.apply(run);
        }
        return existing.apply(run).orElseThrow(() -> new TestAbortedException(
                "read-only: there is no " + what.replaceFirst("^an? ", "") + " to read"));
    }
}
