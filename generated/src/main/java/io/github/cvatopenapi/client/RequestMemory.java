package io.github.cvatopenapi.client;

import io.github.cvatopenapi.client.model.Request;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which requests this client saw end, by id and date of creation. The id of a repeated export is always the same, so
 * that an old end could pass for the new one. Keeps the last thousand. Safe for use by several threads.
 */
final class RequestMemory {

    private static final int SIZE = 1_000;

    private record End(OffsetDateTime created, long number) {
    }

    private long number;
    private final Map<String, End> ends = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, End> eldest) {
            return size() > SIZE;
        }
    };

    synchronized void ended(Request request) {
        if (request.getCreatedDate() != null) {
            ends.remove(request.getId());
            ends.put(request.getId(), new End(request.getCreatedDate(), ++number));
        }
    }

    /** The present, for {@link #lastEnded}. */
    synchronized long now() {
        return number;
    }

    /**
     * When the attempt was created that was seen to end before the given present; null when none was. An end seen later
     * may be that of the attempt in question, if another thread waits for it too.
     */
    synchronized OffsetDateTime lastEnded(String id, long present) {
        End end = ends.get(id);
        return end == null || end.number() > present ? null : end.created();
    }
}
