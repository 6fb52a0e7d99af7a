package io.github.cvatopenapi.embedded.store;

import java.time.Instant;

/**
 * What a {@link Table} holds: something with an id and two dates. Read and changed only under the lock of its
 * {@link Store}.
 */
public abstract class Entity {

    /** Given by the table when the entity is added; 0 before. */
    public long id;
    public Instant created;
    public Instant updated;
}
