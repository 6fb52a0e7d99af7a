package io.github.cvatopenapi.embedded.engine;

import io.github.cvatopenapi.embedded.store.User;
import java.time.Instant;

/**
 * Asynchronous work, known by its request id. Described before it is submitted; the state is the {@link WorkQueue}'s
 * to change.
 */
public final class Work {

    /** The states of a request. Cancelled work is forgotten. */
    public enum Status { QUEUED, STARTED, FINISHED, FAILED }

    /** What the work does, outside the store's lock; it takes the lock itself to read and to put in its result. */
    @FunctionalInterface
    public interface Task {

        /** Does the work; {@link Failure} when the input is no good. */
        Result run(Work work) throws Exception;
    }

    /**
     * What comes of it.
     *
     * @param path of the download on this server, beginning with a slash; null for none
     * @param id   of what was made, null for none
     */
    public record Result(String path, Long id) {
        public static final Result NONE = new Result(null, null);
    }

    /** The work cannot be done; the message is for the one who asked for it. */
    public static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Failure(String message) {
            super(message);
        }
    }

    final String id;
    final User owner;
    final Instant created = Instants.now();
    final String type;
    final String target;
    Long project;
    Long task;
    Long job;
    String format;
    Boolean lightweight;
    Status status = Status.QUEUED;
    Instant started;
    Instant finished;
    Result result = Result.NONE;
    volatile String message = "";
    volatile double progress;

    /**
     * Work that the caller owns.
     *
     * @param id   such as {@code action=export&target=task&target_id=1&user_id=2&subresource=backup}: the same work
     *             has the same id
     * @param type such as {@code export:backup}
     * @param target such as {@code task}
     */
    public Work(Call call, String id, String type, String target) {
        this.id = id;
        this.owner = call.user();
        this.type = type;
        this.target = target;
    }

    public Work project(Long id) {
        this.project = id;
        return this;
    }

    public Work task(Long id) {
        this.task = id;
        return this;
    }

    public Work job(Long id) {
        this.job = id;
        return this;
    }

    /** The annotation format, as the server names it. */
    public Work format(String name) {
        this.format = name;
        return this;
    }

    /** That a backup leaves out what is in a cloud storage. */
    public Work lightweight() {
        this.lightweight = true;
        return this;
    }

    public String id() {
        return id;
    }

    public User owner() {
        return owner;
    }

    public String type() {
        return type;
    }

    public String target() {
        return target;
    }

    public Instant created() {
        return created;
    }

    public Long project() {
        return project;
    }

    public Long task() {
        return task;
    }

    public Long job() {
        return job;
    }

    public String format() {
        return format;
    }

    /** Null where it makes no difference. */
    public Boolean isLightweight() {
        return lightweight;
    }

    /** Says how far it is, for those who poll; from 0 to 1. */
    public void progress(double progress, String message) {
        this.progress = progress;
        this.message = message;
    }
}
