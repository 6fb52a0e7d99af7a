package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.run.Polling;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** Gives the server exports to do, so that what is asked for next has to wait. */
public final class QueueFiller {

    private static final List<String> FORMATS = List.of("CVAT for video 1.1", "Datumaro 1.0", "YOLO 1.1",
            "PASCAL VOC 1.1", "LabelMe 3.0");

    private static final int TRIES = 5;

    /** How often work must be taken while it runs: once or twice could be because it ended just then. */
    private static final int TOO_OFTEN = 3;

    private QueueFiller() {
    }

    /**
     * Asks for exports of a task or job in several formats.
     *
     * @param tag {@code tasks} or {@code jobs}
     * @return the answer to the last of them
     */
    public static Answer fill(Run run, long target, String tag) {
        Answer last = null;
        for (String format : FORMATS) {
            last = run.main().call(tag + "_create_dataset_export").path(target).query("format", format)
                    .query("save_images", true).expect(202);
        }
        return last;
    }

    /** Whether the request that an answer told has not been begun, so that nothing behind it has. */
    public static boolean waits(Run run, Answer accepted) {
        Answer request = run.main().call("requests_retrieve").path(accepted.at("rq_id")).send();
        return request.status() == 200 && "queued".equals(request.at("status")) && request.at("started_date") == null;
    }

    /**
     * Asserts that the same work asked for again while it waits or runs gets 409 with the same request, whatever the
     * speed of the server: where it is taken each time, because it had ended before, the work is put behind other work,
     * and it is a fault only if that is known to wait even then, and the work is taken while it runs as well.
     */
    static void conflict(Run run, long target, String tag, Call work) {
        Answer first = work.expect(202).has("rq_id");
        for (int i = 0; i < TRIES; i++) {
            if (refused(first, work.send())) {
                return;
            }
        }
        Answer before = fill(run, target, tag);
        if (refused(first, work.send()) || refused(first, work.send())) {
            return;
        }
        if (waits(run, before) && takenWhileItRuns(run, first, work)) {
            throw first.fail("the same work was taken again while it waited and while it ran");
        }
        throw new TestAbortedException("work ends too quickly here for some to be seen while it waits, or what waits "
                + "is replaced, as where an account has one piece of work run at a time "
                + "(ONE_RUNNING_JOB_IN_QUEUE_PER_USER)");
    }

    /** Whether the work is taken each time that it was seen to run just before. */
    private static boolean takenWhileItRuns(Run run, Answer first, Call work) {
        int taken = 0;
        for (int i = 0; i < 2 * TRIES && taken < TOO_OFTEN; i++) {
            Answer seen = Polling.until(run.settings().timeout(),
                    () -> run.main().call("requests_retrieve").path(first.at("rq_id")).expect(200),
                    request -> !"queued".equals(request.at("status")), request -> request.fail("still queued"));
            if (refused(first, work.send())) {
                return false;
            }
            taken += "started".equals(seen.at("status")) ? 1 : 0;
        }
        return taken == TOO_OFTEN;
    }

    private static boolean refused(Answer first, Answer second) {
        if (second.status() == 202) {
            return false;
        }
        second.status(409).has("rq_id", first.at("rq_id"));
        return true;
    }
}
