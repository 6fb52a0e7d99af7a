package io.github.cvatopenapi.contract.harness.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GateTest {

    private final Gate gate = new Gate(Contract.load(), 2, Set.of("tasks_list", "requests_list"));

    private static Operation operation(String id) {
        return Contract.load().operation(id);
    }

    /** Whether the second call goes out only when the first has ended. */
    private boolean waits(String first, String second) throws InterruptedException {
        AtomicBoolean out = new AtomicBoolean();
        Thread other = new Thread(() -> {
            try (Gate.Way way = gate.enter(operation(second))) {
                out.set(true);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        boolean waited;
        try (Gate.Way way = gate.enter(operation(first))) {
            other.start();
            while (other.isAlive() && other.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            waited = !out.get();
        }
        other.join();
        assertThat(out).isTrue();
        return waited;
    }

    @Test
    void aListWaitsForRemovalsAndTheseForIt() throws InterruptedException {
        assertThat(waits("tasks_list", "tasks_destroy")).isTrue();
        assertThat(waits("tasks_destroy", "tasks_list")).isTrue();
        assertThat(waits("tasks_list", "organizations_destroy")).isTrue();
    }

    @Test
    void workThatIsEndedOrReplacedIsRemovedToo() throws InterruptedException {
        assertThat(waits("requests_list", "requests_create_cancel")).isTrue();
        assertThat(waits("requests_list", "projects_create_dataset_export")).isTrue();
    }

    @Test
    void allElseGoesTogether() throws InterruptedException {
        assertThat(waits("tasks_list", "requests_list")).isFalse();
        assertThat(waits("tasks_destroy", "projects_destroy")).isFalse();
        assertThat(waits("projects_list", "projects_destroy")).isFalse();
        assertThat(waits("tasks_list", "tasks_create")).isFalse();
        assertThat(waits("tasks_list", "tasks_partial_update")).isFalse();
    }

    @Test
    void noMoreGoOutThanMayBeUnderWay() throws InterruptedException {
        try (Gate.Way way = gate.enter(operation("tasks_create"))) {
            assertThat(waits("projects_create", "tasks_create")).isTrue();
        }
        assertThat(waits("projects_create", "tasks_create")).isFalse();
    }

    @Test
    void whoGivesUpTakesNoPlace() throws InterruptedException {
        try (Gate.Way list = gate.enter(operation("tasks_list"))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> gate.enter(operation("tasks_destroy"))).isInstanceOf(InterruptedException.class);
            assertThat(waits("tasks_list", "tasks_create")).isTrue();
        }
        assertThat(waits("tasks_destroy", "projects_destroy")).isFalse();
    }
}
