package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.http.Unreachable;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.opentest4j.TestAbortedException;

/** The fixtures of one run; whoever comes first makes, the others wait. Safe for threads. */
final class SharedDataCache {

    private final Map<SharedData<?>, CompletableFuture<Object>> made = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked") // a fixture only ever holds what it made
    <T> T get(SharedData<T> fixture, Run run) {
        CompletableFuture<Object> mine = new CompletableFuture<>();
        CompletableFuture<Object> there = made.putIfAbsent(fixture, mine);
        if (there == null) {
            try {
                mine.complete(run.checks().setup(fixture.what(), () -> fixture.make(run)));
            } catch (Throwable e) { // whatever it is, those who wait must learn of it
                mine.completeExceptionally(e);
            }
            there = mine;
        }
        try {
            return (T) there.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TestAbortedException aborted) {
                throw new TestAbortedException(aborted.getMessage());
            }
            if (e.getCause() instanceof Unreachable unreachable) {
                throw unreachable;
            }
            throw new FixtureFailed(fixture.what(), e.getCause());
        }
    }
}
