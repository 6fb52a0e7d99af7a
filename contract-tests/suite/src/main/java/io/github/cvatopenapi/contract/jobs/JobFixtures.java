package io.github.cvatopenapi.contract.jobs;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs that checks share. */
public final class JobFixtures {

    /** The first job of {@link TaskFixtures#WITH_IMAGES}. */
    public static final Fixture<Long> JOB = Fixture.of("a job",
            run -> TaskFixtures.jobs(run, run.get(TaskFixtures.WITH_IMAGES)).get(0));

    /** The same for what reads a job to annotate and says nothing of what is in it. */
    static final Fixture<Long> ANY = Fixture.of("a job to annotate", run -> run.get(JOB))
            .orExisting(JobFixtures::first);

    /** The second job of the same task. */
    static final Fixture<Long> SECOND_JOB = Fixture.of("a second job",
            run -> TaskFixtures.jobs(run, run.get(TaskFixtures.WITH_IMAGES)).get(1));

    /** Four jobs of one task: a new one, one in progress, one in validation, and one that is accepted. */
    static final Fixture<Sample.Items> SEVERAL = Fixture.of("several jobs", run -> {
        long task = TaskFixtures.withImages(run, 4, Map.of("segment_size", 1));
        List<Long> jobs = TaskFixtures.jobs(run, task);
        change(run, jobs.get(1), Map.of("state", "in progress"));
        change(run, jobs.get(2), Map.of("stage", "validation"));
        change(run, jobs.get(3), Map.of("stage", "acceptance", "state", "completed"));
        return new Sample.Items(jobs, Map.of("task_id", String.valueOf(task)));
    });

    /** The two jobs of a task in an organization of its own, and one beside it. */
    static final Fixture<Sample.InOrganization> IN_ORGANIZATION = Fixture.of("jobs in an organization", run -> {
        Answer organization = run.main().call("organizations_create").json(Map.of("slug", run.names().slug()))
                .expect(201);
        String slug = String.valueOf(organization.at("slug"));
        long task = run.main().call("tasks_create").inOrganization(slug).json(Map.of("name", run.name("task"),
                "labels", List.of(Map.of("name", "car")), "segment_size", 1)).expect(201).id();
        TaskFixtures.upload(run, run.main(), task, 2);
        return new Sample.InOrganization(slug, organization.id(), TaskFixtures.jobs(run, task), run.get(JOB));
    });

    /** A job that the checks of bounds change as they like. */
    static final Fixture<Long> TO_CHANGE = Fixture.of("a job to change",
            run -> TaskFixtures.jobs(run, TaskFixtures.withImages(run, 2, Map.of())).get(0));

    /** Jobs of one task, one for each check that changes one. */
    static final Fixture<List<Long>> TO_MOVE = Fixture.of("jobs to change",
            run -> TaskFixtures.jobs(run, TaskFixtures.withImages(run, 5, Map.of("segment_size", 1))));

    /** A job whose annotations the checks of bounds change as they like. */
    static final Fixture<Long> TO_ANNOTATE = Fixture.of("a job to annotate",
            run -> TaskFixtures.jobs(run, TaskFixtures.withImages(run, 2, Map.of())).get(0));

    /** A job in which checks draw as they like, and of which they only look at the date. */
    static final Fixture<Long> TO_DRAW_IN = Fixture.of("a job to draw in", run -> make(run, 1));

    private JobFixtures() {
    }

    private static Optional<Long> first(Run run) {
        return run.main().call("jobs_list").query("type", "annotation").query("page_size", 1).expect(200).resultIds()
                .stream().map(id -> ((Number) id).longValue()).findFirst();
    }

    static Answer change(Run run, long job, Map<String, ?> change) {
        return run.main().call("jobs_partial_update").path(job).json(change).expect(200);
    }

    /** A new job with that many frames, alone in its task. */
    static long make(Run run, int pictures) {
        return TaskFixtures.jobs(run, TaskFixtures.withImages(run, pictures, Map.of())).get(0);
    }
}
