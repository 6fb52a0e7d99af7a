package io.github.cvatopenapi.contract.harness.cleanup;

import io.github.cvatopenapi.contract.harness.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What one run has in the bucket of the settings: objects whose keys begin with its id, or as a server names a file of
 * something whose name does. No other is ever removed. Nothing may be written before {@link #obstacle} found none.
 * Safe for threads.
 */
public final class RunBucket {

    /** How a server begins the name of a file that was given none: with what it is of. */
    private static final List<String> BEGINNINGS = List.of("", "project_", "task_");

    private final ObjectStore store;
    private final String name;
    private final String runId;
    private Optional<String> obstacle;
    private boolean written;
    private int removed;

    RunBucket(ObjectStore store, String name, String runId) {
        this.store = store;
        this.name = name;
        this.runId = runId;
    }

    /** That of the settings; null where there is none, or nothing may be changed. */
    public static RunBucket of(Settings settings, String runId) {
        return settings.bucket() == null || settings.readOnly() ? null
                : new RunBucket(ObjectStore.of(settings.bucket()), settings.bucket().name(), runId);
    }

    /** A key of this run's own. */
    public String key(String rest) {
        return runId + "-" + rest;
    }

    /**
     * Finds out, once, whether the suite can list, write and remove here by itself; removing comes first, so that
     * nothing stays where it cannot.
     *
     * @return why it cannot, a sentence's end; empty where it can
     */
    public synchronized Optional<String> obstacle() {
        if (obstacle == null) {
            obstacle = probe();
        }
        return obstacle;
    }

    private Optional<String> probe() {
        String key = key("probe");
        try {
            store.keys(key);
            store.remove(key);
            written = true;
            store.put(key, new byte[] {'?'});
            if (!store.keys(key).contains(key)) {
                return Optional.of("what is written does not show in its list");
            }
            store.remove(key);
            return store.keys(key).contains(key) ? Optional.of("what is removed stays in its list") : Optional.empty();
        } catch (StoreException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Writes an object under a key of this run's own. */
    public void put(String key, byte[] content) {
        if (obstacle().isPresent() || !own(key)) {
            throw new IllegalStateException("Nothing may be written as " + key + ".");
        }
        store.put(key, content);
    }

    /** Whether anything may be there because of this run. */
    public synchronized boolean written() {
        return written;
    }

    /** How many objects were removed. */
    public synchronized int removed() {
        return removed;
    }

    private boolean own(String key) {
        return BEGINNINGS.stream().anyMatch(each -> key.startsWith(each + runId));
    }

    /**
     * Removes everything.
     *
     * @return one sentence for each object that is still there
     */
    public synchronized List<String> removeAll() {
        List<String> left = new ArrayList<>();
        TreeSet<String> keys = new TreeSet<>();
        try {
            BEGINNINGS.forEach(each -> keys.addAll(store.keys(each + runId)));
        } catch (StoreException e) {
            left.add("the bucket " + name + " could not be searched for what the run wrote (" + e.getMessage() + ")");
        }
        keys.removeIf(key -> !own(key));
        for (String key : keys) {
            try {
                store.remove(key);
                removed++;
            } catch (StoreException e) {
                left.add("object " + key + " of the bucket " + name + " could not be removed (" + e.getMessage() + ")");
            }
        }
        return left;
    }
}
