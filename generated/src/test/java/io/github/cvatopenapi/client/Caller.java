package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** Who makes a call that waits, on a thread of its own. */
final class Caller {

    private Caller() {
    }

    static <T> FutureTask<T> start(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "caller");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    static Throwable failure(FutureTask<?> task) {
        return catchThrowable(task::get).getCause();
    }
}
