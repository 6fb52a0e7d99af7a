package io.github.cvatopenapi.contract.quality;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.util.List;
import java.util.Map;

/**
 * A task of two jobs with two frames each, compared with its ground truth on the frames 0 and 2. The ground truth has
 * one rectangle, on frame 0. The first job has the same one and another on this frame, which is one too many; the
 * second job has two too many on frame 2.
 *
 * @param task     the task
 * @param jobs     its two jobs
 * @param tooEarly the answer to a report asked for before the ground truth was accepted
 * @param accepted the answer to the report
 * @param finished the finished request
 */
record ComparedTask(long task, List<Long> jobs, Answer tooEarly, Answer accepted, Answer finished) {

    /** How many rectangles are too many. */
    static final int CONFLICTS = 3;

    static ComparedTask make(Run run) {
        long task = TaskFixtures.withImages(run, 4, Map.of("segment_size", 2));
        List<Long> jobs = TaskFixtures.jobs(run, task);
        Object label = run.main().call("labels_list").query("task_id", task).expect(200).has("results.0.id")
                .at("results.0.id");
        long truth = run.main().call("jobs_create").json(Map.of("task_id", task, "type", "ground_truth",
                "frame_selection_method", "manual", "frames", List.of(0, 2))).expect(201).id();
        QualityFixtures.draw(run, truth, List.of(QualityFixtures.rectangle(label, 0, 1)));
        QualityFixtures.draw(run, jobs.get(0),
                List.of(QualityFixtures.rectangle(label, 0, 1), QualityFixtures.rectangle(label, 0, 30)));
        QualityFixtures.draw(run, jobs.get(1),
                List.of(QualityFixtures.rectangle(label, 2, 1), QualityFixtures.rectangle(label, 2, 30)));
        Answer tooEarly = QualityFixtures.compute(run, Map.of("task_id", task));
        run.main().call("jobs_partial_update").path(truth).json(Map.of("stage", "acceptance", "state", "completed"))
                .expect(200);
        Answer accepted = QualityFixtures.compute(run, Map.of("task_id", task)).status(202);
        return new ComparedTask(task, jobs, tooEarly, accepted, run.awaitFinished(run.main(), accepted));
    }

    /** The id of the report on the task. */
    long report() {
        return finished.number("result_id");
    }

    /** The ids of the reports on its jobs. */
    List<Object> jobReports(Run run) {
        return run.main().call("quality_list_reports").query("parent_id", report()).query("sort", "id").expect(200)
                .has("count", jobs.size()).resultIds();
    }

    /** The id of the report on one of its jobs. */
    Object jobReport(Run run, int which) {
        Answer list = run.main().call("quality_list_reports").query("parent_id", report()).expect(200);
        return list.results().stream()
                .filter(each -> each.get("job_id") instanceof Number job && job.longValue() == jobs.get(which))
                .findFirst().orElseThrow(() -> list.fail("there is no report on job " + jobs.get(which))).get("id");
    }
}
