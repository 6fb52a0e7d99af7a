package io.github.cvatopenapi.embedded.resources.instance;

import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Hooks;
import io.github.cvatopenapi.embedded.store.Entity;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Makes several entities in one go: all of them, or none. Used under the write lock, once. */
public final class Batch {

    private final Store store;
    private final Hooks hooks;
    private final Call call;
    private final Deque<Entity> made = new ArrayDeque<>();

    public Batch(Instance instance, Call call) {
        this.store = instance.store;
        this.hooks = instance.hooks;
        this.call = call;
    }

    public void add(Project project) {
        made.push(store.projects.add(project));
    }

    public void add(Task task) {
        made.push(store.tasks.add(task));
    }

    /** Runs what makes them; whatever goes wrong, what was made before is taken back, last made first. */
    public <T> T run(Supplier<T> making) {
        try {
            return making.get();
        } catch (RuntimeException failed) {
            while (!made.isEmpty()) {
                Entity entity = made.pop();
                hooks.removing(call, entity);
                if (entity instanceof Task task) {
                    store.tasks.remove(task);
                } else if (entity instanceof Project project) {
                    store.projects.remove(project);
                }
            }
            throw failed;
        }
    }
}
