package io.github.cvatopenapi.contract.issues;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Issues that checks share. */
public final class IssueFixtures {

    /** What is said in the first comment of every issue. */
    static final String MESSAGE = "look here";

    /** A job in which checks report issues as they like. */
    public static final Fixture<Long> JOB = Fixture.of("a job to report issues in",
            run -> TaskFixtures.jobs(run, TaskFixtures.withImages(run, 2, Map.of())).get(0));

    /** An issue in that job. */
    public static final Fixture<Long> ISSUE = Fixture.of("an issue", run -> make(run, run.get(JOB), 0))
            .orExisting(Fixture.firstOf("issues_list"));

    /** An issue that the checks of bounds change as they like. */
    static final Fixture<Long> TO_CHANGE = Fixture.of("an issue to change", run -> make(run, run.get(JOB), 1));

    /** The two jobs of a task in which nothing but {@link #SEVERAL} is reported. */
    public static final Fixture<List<Long>> JOBS = Fixture.of("two jobs with issues",
            run -> TaskFixtures.jobs(run, TaskFixtures.withImages(run, 4, Map.of("segment_size", 2))));

    /**
     * Issues on the frames 0 to 3 of a task, two in each job: a new one, one that is resolved, one with an assignee,
     * and another new one.
     */
    public static final Fixture<Sample.Items> SEVERAL = Fixture.of("several issues", run -> {
        List<Long> jobs = run.get(JOBS);
        List<Long> ids = List.of(make(run, jobs.get(0), 0), make(run, jobs.get(0), 1), make(run, jobs.get(1), 2),
                make(run, jobs.get(1), 3));
        change(run, ids.get(1), Map.of("resolved", true));
        change(run, ids.get(2), Map.of("assignee", run.main().id()));
        Object task = run.main().call("jobs_retrieve").path(jobs.get(0)).expect(200).has("task_id").at("task_id");
        return new Sample.Items(ids, Map.of("task_id", String.valueOf(task)));
    });

    /** Two issues in an organization of their own, and one beside it. */
    public static final Fixture<Sample.InOrganization> IN_ORGANIZATION =
            Fixture.of("issues of an organization", run -> {
        Answer organization = run.main().call("organizations_create").json(Map.of("slug", run.names().slug()))
                .expect(201);
        String slug = String.valueOf(organization.at("slug"));
        long task = run.main().call("tasks_create").inOrganization(slug)
                .json(Map.of("name", run.name("task"), "labels", List.of(Map.of("name", "car")))).expect(201).id();
        TaskFixtures.upload(run, run.main(), task, 1);
        long job = TaskFixtures.jobs(run, task).get(0);
        List<Long> inside = Stream.of(1, 2).map(number -> run.main().call("issues_create").inOrganization(slug)
                .json(body(job, 0)).expect(201).id()).toList();
        return new Sample.InOrganization(slug, organization.id(), inside, run.get(ISSUE));
    });

    private IssueFixtures() {
    }

    /** A new issue on a frame of a job. */
    public static long make(Run run, long job, int frame) {
        return run.main().call("issues_create").json(body(job, frame)).expect(201).id();
    }

    static Map<String, Object> body(long job, int frame) {
        return Map.of("job", job, "frame", frame, "message", MESSAGE, "position", List.of(1, 2, 3, 4));
    }

    private static void change(Run run, long issue, Map<String, ?> change) {
        run.main().call("issues_partial_update").path(issue).json(change).expect(200);
    }
}
