package io.github.cvatopenapi.embedded.store;

/** What labels hang on: a project, or a task without a project. */
public interface Labeled extends Owned {

    /** {@code project} or {@code task}. */
    String kind();

    long identity();
}
