package io.github.cvatopenapi.embedded.media;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs decoders, which broken files can lead to loop or to ask for more memory than there is. */
final class TimeLimit {

    /** For one picture, page or run of frames. */
    static final Duration USUAL = Duration.ofMinutes(3);

    /** Work that may fail in any way. */
    interface Work<T> {
        T run() throws Exception;
    }

    private TimeLimit() {
    }

    /**
     * Runs work in a thread of its own, which is interrupted and left to itself when it takes too long.
     *
     * @param what is decoded, for the message
     * @throws MediaException if it takes too long or fails
     */
    static <T> T run(String what, Duration limit, Work<T> work) {
        FutureTask<T> task = new FutureTask<>(work::run);
        Thread thread = new Thread(task, "media-decoder");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof MediaException known) {
                throw known;
            }
            throw new MediaException(what + " cannot be decoded", failed.getCause());
        } catch (TimeoutException slow) {
            thread.interrupt();
            throw new MediaException(what + " was not decoded within " + limit.toSeconds() + " seconds", slow);
        } catch (InterruptedException stopped) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new MediaException(what + " was not decoded, as the instance ends", stopped);
        }
    }
}
