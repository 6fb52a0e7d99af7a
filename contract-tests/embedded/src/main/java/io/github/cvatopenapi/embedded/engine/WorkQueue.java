package io.github.cvatopenapi.embedded.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does asynchronous work, two at once, each taking at least a set time so that its states can be seen. Safe for
 * threads.
 */
public final class WorkQueue implements AutoCloseable {

    private static final int AT_ONCE = 2;
    private static final int CLOSING_SECONDS = 5;

    /**
     * A request as it stands; a copy.
     *
     * @param path of the result, null for none
     */
    public record Snapshot(Work work, Work.Status status, Instant started, Instant finished, String message,
                           double progress, String path, Long resultId) {
    }

    private final Duration least;
    private final Map<String, Work> works = new LinkedHashMap<>();
    private final Map<String, Future<?>> futures = new LinkedHashMap<>();
    private final ExecutorService threads;

    /** @param least the least time that work takes */
    public WorkQueue(Duration least) {
        this.least = least;
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
            Thread thread = new Thread(task, "cvat-work-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Takes work in, and answers 202 with its id. The same again takes the place of work that ended; while it is
     * queued or under way it is a 409 with the id.
     */
    public synchronized Answer submit(Work work, Work.Task task) {
        if (active(work.id)) {
            throw new Fault(Answer.json(409, Map.of("rq_id", work.id)));
        }
        works.remove(work.id);
        works.put(work.id, work);
        futures.put(work.id, threads.submit(() -> run(work, task)));
        return Answer.accepted(work.id);
    }

    /** Whether work of that id is queued or under way. */
    public synchronized boolean active(String id) {
        Work work = works.get(id);
        return work != null && work.finished == null;
    }

    private void run(Work work, Work.Task task) {
        long end = System.nanoTime() + least.toNanos();
        synchronized (this) {
            work.status = Work.Status.STARTED;
            work.started = Instants.now();
        }
        Work.Result result = null;
        String message = "";
        try {
            result = task.run(work);
        } catch (Work.Failure e) {
            message = e.getMessage();
        } catch (Fault e) {
            message = Json.write(e.answer().body());
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            if (!known(work)) {
                return; // cancelled, which is what interrupted it
            }
            System.getLogger(WorkQueue.class.getName())
                    .log(System.Logger.Level.ERROR, "Work " + work.type + " failed.", e);
            message = "The instance failed.";
        }
        if (pause(end)) {
            end(work, result, message);
        }
    }

    /** Waits for a point in time; false when interrupted, as by a cancellation. */
    private static boolean pause(long nanos) {
        try {
            long left = nanos - System.nanoTime();
            if (left > 0) {
                TimeUnit.NANOSECONDS.sleep(left);
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private synchronized boolean known(Work work) {
        return works.get(work.id) == work && !threads.isShutdown();
    }

    private synchronized void end(Work work, Work.Result result, String message) {
        if (known(work)) {
            work.finished = Instants.now();
            work.status = result == null ? Work.Status.FAILED : Work.Status.FINISHED;
            work.result = result == null ? Work.Result.NONE : result;
            work.message = message;
            futures.remove(work.id);
        }
    }

    /** Takes work in that cannot be done: it has failed when it can first be asked for. Answers 202 with its id. */
    public synchronized Answer refuse(Work work, String reason) {
        work.started = Instants.now();
        work.finished = work.started;
        work.status = Work.Status.FAILED;
        work.message = reason;
        works.remove(work.id);
        works.put(work.id, work);
        return Answer.accepted(work.id);
    }

    /** The work of that id, or null. */
    public synchronized Snapshot get(String id) {
        Work work = works.get(id);
        return work == null ? null : snapshot(work);
    }

    /** Everything that is known, the newest first. */
    public synchronized List<Snapshot> newestFirst() {
        List<Snapshot> all = new ArrayList<>(works.size());
        works.values().forEach(work -> all.add(0, snapshot(work)));
        return all;
    }

    private static Snapshot snapshot(Work work) {
        return new Snapshot(work, work.status, work.started, work.finished, work.message,
                work.progress, work.result.path(), work.result.id());
    }

    /** Ends work that is queued or under way and forgets it; false when it ended before. */
    public synchronized boolean cancel(String id) {
        if (!active(id)) {
            return false;
        }
        works.remove(id);
        Future<?> future = futures.remove(id);
        if (future != null) {
            future.cancel(true);
        }
        return true;
    }

    /** Forgets work; ends it first when it is queued or under way. */
    public synchronized void forget(String id) {
        if (!cancel(id)) {
            works.remove(id);
        }
    }

    /** Ends all work, and waits for it as long as it may take to notice. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
