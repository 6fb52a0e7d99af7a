package io.github.cvatopenapi.contract.consensus;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.LabelledTask;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.util.List;
import java.util.Map;

/** Tasks with consensus that checks share. */
public final class ConsensusFixtures {

    private static final Map<String, Object> TWO_REPLICAS = Map.of("consensus_replicas", 2);

    /**
     * An organization with tasks of consensus and nothing else in it.
     *
     * @param slug  of the organization
     * @param id    of the organization
     * @param tasks without data
     */
    public record Organized(String slug, long id, List<Long> tasks) {
    }

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

    /** An organization with three tasks of consensus. */
    public static final Fixture<Organized> ORGANIZED = Fixture.of("an organization with tasks of consensus", run -> {
        Answer organization = run.main().call("organizations_create").json(Map.of("slug", run.names().slug()))
                .expect(201);
        String slug = String.valueOf(organization.at("slug"));
        List<Long> tasks = List.of(1, 2, 3).stream().map(number -> run.main().call("tasks_create").inOrganization(slug)
                .json(Map.of("name", run.name("task"), "labels", List.of(Map.of("name", "car")),
                        "consensus_replicas", 2))
                .expect(201).id()).toList();
        return new Organized(slug, organization.id(), tasks);
    });

    /** A task of consensus without data. */
    public static final Fixture<Long> TASK = Fixture.of("a task of consensus", run ->
            TaskFixtures.make(run, TWO_REPLICAS));

    /** The settings of that task. */
    static final Fixture<Long> SETTINGS = Fixture.of("settings of consensus", run -> settings(run, run.get(TASK)));

    /** Settings that the checks of bounds change as they like. */
    static final Fixture<Long> TO_CHANGE = Fixture.of("settings of consensus to change",
            run -> settings(run, TaskFixtures.make(run, TWO_REPLICAS)));

    /** The settings of all tasks of an organization, and settings beside it. */
    static final Fixture<Sample.InOrganization> IN_ORGANIZATION = Fixture.of("settings of an organization", run -> {
        Organized organized = run.get(ORGANIZED);
        return new Sample.InOrganization(organized.slug(), organized.id(),
                organized.tasks().stream().map(task -> settings(run, task)).toList(), run.get(SETTINGS));
    });

    /** The same as items of the list. */
    static final Fixture<Sample.Items> SEVERAL = Fixture.of("several settings of consensus", run -> new Sample.Items(
            run.get(IN_ORGANIZATION).inside(), Map.of("org", run.get(IN_ORGANIZATION).slug())));

    /** A task whose two replicas have the same rectangle, merged. */
    static final Fixture<Merged> MERGED = Fixture.of("a merged task of consensus", ConsensusFixtures::merged);

    private ConsensusFixtures() {
    }

    /** The id of the settings of a task. */
    static long settings(Run run, long task) {
        return run.main().call("consensus_list_settings").query("task_id", task).expect(200).has("count", 1)
                .has("results.0.task_id", task).number("results.0.id");
    }

    private static Merged merged(Run run) {
        long task = TaskFixtures.withImages(run, 1, TWO_REPLICAS);
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
