package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code tasks}. */
final class TasksGenericChecks extends GenericChecks {

    TasksGenericChecks() {
        super("tasks");
    }

    @Override
    protected void samples(Samples samples) {
        // what can be called without a sample is checked already
    }
}
