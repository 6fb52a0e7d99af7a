package io.github.cvatopenapi.contract.harness.run;

/**
 * Data that checks share: made once in a run, when it is first needed.
 *
 * @param <T> what it is
 */
public interface SharedData<T> {

    /** What it is, in words. */
    String what();

    /** Makes it; called at most once in a run. */
    T make(Run run);
}
