package io.github.cvatopenapi.embedded.engine;

import io.github.cvatopenapi.embedded.store.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Lets resources listen to each other. Listeners run at once, under the write lock of the call that made the change;
 * slow work belongs into the {@link WorkQueue}. Filled before the first call.
 */
public final class Hooks {

    /** What happened to an entity. */
    public enum Event { CREATE, UPDATE, DELETE }

    /**
     * A change that others may want to know of.
     *
     * @param call   the call that made it; null for asynchronous work
     * @param kind   of the entity, as in the names of webhook events, such as {@code project}
     * @param entity after the change; for DELETE still complete
     * @param view   the representation after the change; for DELETE the last one
     * @param before for UPDATE the representation before, else null
     */
    public record Change(Call call, Event event, String kind, Entity entity,
            Map<String, Object> view, Map<String, Object> before) {
    }

    private record Cascade<T>(Class<T> type, BiConsumer<Call, T> action) {
        void run(Call call, Entity entity) {
            if (type.isInstance(entity)) {
                action.accept(call, type.cast(entity));
            }
        }
    }

    private final List<Consumer<Change>> listeners = new ArrayList<>();
    private final List<Cascade<?>> cascades = new ArrayList<>();

    /** Tells {@code listener} of every change. */
    public void listen(Consumer<Change> listener) {
        listeners.add(listener);
    }

    public void publish(Change change) {
        listeners.forEach(listener -> listener.accept(change));
    }

    /** Runs {@code action} when an entity of that type goes, so that what hangs on it can go first. */
    public <T extends Entity> void onRemoval(Class<T> type, BiConsumer<Call, T> action) {
        cascades.add(new Cascade<>(type, action));
    }

    /** Says that an entity is about to go; the caller takes it out of its table after. */
    public void removing(Call call, Entity entity) {
        cascades.forEach(cascade -> cascade.run(call, entity));
    }
}
