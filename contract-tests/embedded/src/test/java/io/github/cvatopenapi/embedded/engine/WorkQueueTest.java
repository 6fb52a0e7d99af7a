package io.github.cvatopenapi.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.cvatopenapi.embedded.store.User;
import io.github.cvatopenapi.spec.Contract;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkQueueTest {

    private static final Duration WORK_TIME = Duration.ofMillis(100);
    private final WorkQueue queue = new WorkQueue(WORK_TIME);
    private final CountDownLatch hold = new CountDownLatch(1);

    @AfterEach
    void close() {
        hold.countDown();
        queue.close();
    }

    private static Work work(String id) {
        Caller caller = new Caller(new User(), Caller.Way.BASIC, null, null);
        Call call = new Call(Contract.load().operation("projects_list"), new Request(""), caller, Context.NONE);
        return new Work(call, id, "export:backup", "task");
    }

    private Work.Status status(String id) {
        return queue.get(id).status();
    }

    private Work.Result held(Work any) throws InterruptedException {
        hold.await();
        return Work.Result.NONE;
    }

    @Test
    void takesTheSetTimeAndKeepsTheResult() {
        long start = System.nanoTime();
        assertThat(queue.submit(work("a"), any -> new Work.Result("/x", 7L)).status()).isEqualTo(202);
        await().until(() -> status("a") == Work.Status.FINISHED);

        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(WORK_TIME.toNanos());
        assertThat(queue.get("a").path()).isEqualTo("/x");
        assertThat(queue.get("a").resultId()).isEqualTo(7L);
        assertThat(queue.get("a").finished()).isAfter(queue.get("a").started());
    }

    @Test
    void doesTwoAtOnce() {
        for (String id : new String[] {"a", "b", "c"}) {
            queue.submit(work(id), this::held);
        }
        await().until(() -> status("a") == Work.Status.STARTED && status("b") == Work.Status.STARTED);

        assertThat(status("c")).isEqualTo(Work.Status.QUEUED);
        hold.countDown();
        await().until(() -> status("c") == Work.Status.FINISHED);
    }

    @Test
    void refusesTheSameWhileItIsUnderWay() {
        queue.submit(work("a"), this::held);

        assertThatThrownBy(() -> queue.submit(work("a"), this::held)).isInstanceOfSatisfying(Fault.class,
                fault -> assertThat(fault.answer().status()).isEqualTo(409));
        hold.countDown();
        await().until(() -> status("a") == Work.Status.FINISHED);
        assertThat(queue.submit(work("a"), any -> Work.Result.NONE).status()).isEqualTo(202);
        assertThat(queue.newestFirst()).hasSize(1);
    }

    @Test
    void keepsTheReasonOfAFailure() {
        queue.submit(work("a"), any -> {
            throw new Work.Failure("not an image");
        });
        await().until(() -> status("a") == Work.Status.FAILED);

        assertThat(queue.get("a").message()).isEqualTo("not an image");
    }

    @Test
    void takesTheSetTimeToFailToo() {
        long start = System.nanoTime();
        queue.submit(work("a"), any -> {
            throw new IllegalStateException("a fault of ours");
        });
        await().until(() -> status("a") == Work.Status.FAILED);

        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(WORK_TIME.toNanos());
        assertThat(queue.get("a").message()).as("says nothing of the inside").doesNotContain("fault of ours");
    }

    @Test
    void forgetsWhatWasCancelledForTheSameAgain() {
        queue.submit(work("a"), this::held);
        await().until(() -> status("a") == Work.Status.STARTED);
        queue.cancel("a");
        queue.submit(work("a"), any -> new Work.Result("/second", null));
        await().until(() -> status("a") == Work.Status.FINISHED);

        assertThat(queue.get("a").path()).isEqualTo("/second");
    }

    @Test
    void cancelsWhatHasNotEnded() {
        queue.submit(work("a"), this::held);
        queue.submit(work("b"), any -> Work.Result.NONE);
        await().until(() -> status("b") == Work.Status.FINISHED);

        assertThat(queue.cancel("a")).isTrue();
        assertThat(queue.get("a")).isNull();
        assertThat(queue.cancel("b")).isFalse();
        assertThat(queue.cancel("never")).isFalse();
    }
}
