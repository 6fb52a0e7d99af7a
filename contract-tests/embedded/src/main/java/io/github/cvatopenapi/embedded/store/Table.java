package io.github.cvatopenapi.embedded.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Entities of one kind by ascending id, with indexes. Not safe for threads by itself: see {@link Store}. */
public final class Table<T extends Entity> {

    /** Finds entities by a value that never changes once they are added, such as the task of a job. */
    public static final class Index<T extends Entity> {
        private final Function<T, Object> key;
        private final Map<Object, Map<Long, T>> entries = new HashMap<>();

        private Index(Function<T, Object> key) {
            this.key = key;
        }

        /** Those of that value, by ascending id; a copy. */
        public List<T> get(Object value) {
            return new ArrayList<>(entries.getOrDefault(value, Map.of()).values());
        }

        private void add(T entity) {
            entries.computeIfAbsent(key.apply(entity), any -> new LinkedHashMap<>()).put(entity.id, entity);
        }

        private void remove(T entity) {
            Map<Long, T> same = entries.get(key.apply(entity));
            if (same != null && same.remove(entity.id) != null && same.isEmpty()) {
                entries.remove(key.apply(entity));
            }
        }
    }

    private final NavigableMap<Long, T> rows = new TreeMap<>();
    private final List<Index<T>> indexes = new ArrayList<>();
    private final List<Consumer<T>> added = new ArrayList<>();
    private long last;

    /** A new index; to be asked for before the first entity is added. */
    public Index<T> index(Function<T, Object> key) {
        Index<T> index = new Index<>(key);
        indexes.add(index);
        return index;
    }

    /** Told of every entity after it was added: for what comes into being with it. */
    public void onAdd(Consumer<T> listener) {
        added.add(listener);
    }

    /** Gives the entity the next id, and dates where it has none, and keeps it. */
    public T add(T entity) {
        entity.id = ++last;
        if (entity.created == null) {
            entity.created = Instant.now().truncatedTo(ChronoUnit.MICROS);
        }
        if (entity.updated == null) {
            entity.updated = entity.created;
        }
        rows.put(entity.id, entity);
        indexes.forEach(index -> index.add(entity));
        added.forEach(listener -> listener.accept(entity));
        return entity;
    }

    /** The entity of that id, or null. */
    public T get(long id) {
        return rows.get(id);
    }

    /** Forgets the entity; ids are never given twice. */
    public void remove(T entity) {
        if (rows.remove(entity.id) != null) {
            indexes.forEach(index -> index.remove(entity));
        }
    }

    public boolean contains(T entity) {
        return entity != null && rows.get(entity.id) == entity;
    }

    public int size() {
        return rows.size();
    }

    /** Every entity, the oldest first; a view. */
    public Collection<T> all() {
        return Collections.unmodifiableCollection(rows.values());
    }

    /** Every entity, the newest first; a view. */
    public Collection<T> newestFirst() {
        return Collections.unmodifiableCollection(rows.descendingMap().values());
    }
}
