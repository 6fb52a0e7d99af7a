package io.github.cvatopenapi.contract.consensus;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.LabelledTask;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import io.github.cvatopenapi.contract.tasks.TaskSettings;
import java.util.List;
import java.util.Map;

/** Tasks with consensus that checks share. */
public final class ConsensusFixtures {

    /**
     * A task of consensus after what was drawn in its replicas was merged.
     *
     * @param task      the task
     * @param job       its only job
     * @param label     its only label
     * @param early     the answer to a merge of the task when nothing was drawn yet
     * @param earlyJob  the answer to a merge of a job at that time
     * @param accepted  the answer to the merge
     * @param finished  the finished request
     */
    record Merged(long task, long job, Object label, Answer early, Answer earlyJob, Answer accepted, Answer finished) {
    }

    /** A task of consensus without data. */
    public static final Fixture<Long> TASK = Fixture.of("a task of consensus", run ->
            TaskFixtures.make(run, TaskSettings.TWO_REPLICAS));

    /** The settings of tasks of consensus. */
    static final TaskSettings SETTINGS = new TaskSettings("consensus", TASK, TaskSettings.TWO_REPLICAS);

    /** A task whose two replicas have the same rectangle, merged. */
    static final Fixture<Merged> MERGED = Fixture.of("a merged task of consensus", ConsensusFixtures::merged);

    private ConsensusFixtures() {
    }

    private static Merged merged(Run run) {
        long task = TaskFixtures.withImages(run, 1, TaskSettings.TWO_REPLICAS);
        Object label = run.main().call("labels_list").query("task_id", task).expect(200).has("results.0.id")
                .at("results.0.id");
        Answer list = run.main().call("jobs_list").query("task_id", task).query("sort", "id").expect(200)
                .has("count", 3);
        List<Long> replicas = list.results().stream().filter(job -> "consensus_replica".equals(job.get("type")))
                .map(job -> ((Number) job.get("id")).longValue()).toList();
        if (replicas.size() != 2) {
            throw list.fail("the replicas are " + replicas + ", expected two");
        }
        Answer early = merge(run, Map.of("task_id", task));
        Answer earlyJob = merge(run, Map.of("job_id", replicas.get(0)));
        for (long replica : replicas) {
            run.main().call("jobs_update_annotations").path(replica)
                    .json(LabelledTask.sheet(List.of(), List.of(LabelledTask.bare(label, 0)), List.of())).expect(200);
            run.main().call("jobs_partial_update").path(replica)
                    .json(Map.of("stage", "acceptance", "state", "completed")).expect(200);
        }
        Answer accepted = merge(run, Map.of("task_id", task));
        Answer finished = accepted.status() == 202
                ? run.await(run.main(), String.valueOf(accepted.at("rq_id"))) : accepted;
        return new Merged(task, TaskFixtures.jobs(run, task).get(0), label, early, earlyJob, accepted, finished);
    }

    static Answer merge(Run run, Map<String, ?> body) {
        return run.main().call("consensus_create_merge").json(body).send();
    }
}
