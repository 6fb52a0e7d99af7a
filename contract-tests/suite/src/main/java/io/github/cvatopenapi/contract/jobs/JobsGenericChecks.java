package io.github.cvatopenapi.contract.jobs;

import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.AnnotatedGenericChecks;
import io.github.cvatopenapi.contract.tasks.LabelledTask;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import io.github.cvatopenapi.contract.tasks.WrongPlaces;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the document brings for the operations of the tag {@code jobs}. */
final class JobsGenericChecks extends AnnotatedGenericChecks {

    JobsGenericChecks() {
        super("jobs");
    }

    @TestFactory
    Stream<DynamicTest> foreign(Run run) {
        return checks(run, plan -> JobsForeignChecks.add(plan, run));
    }

    /** The document still has the places of the retired way to export. */
    @TestFactory
    Stream<DynamicTest> wrongPlacesOfAnnotations(Run run) {
        return checks(run, plan -> WrongPlaces.add(plan, "jobs_retrieve_annotations",
                () -> run.main().call("jobs_retrieve_annotations").path(run.get(JobFixtures.JOB))));
    }

    @Override
    protected void samples(Samples samples) {
        list(samples.of("jobs_list").items(JobFixtures.SEVERAL).inOrganization(JobFixtures.IN_ORGANIZATION));
        annotated(samples, JobFixtures.ANY, JobFixtures.JOB, JobFixtures.TO_ANNOTATE);
        samples.of("jobs_create").json(run -> Map.of("task_id", run.get(TaskFixtures.EMPTY), "type", "ground_truth",
                "frame_selection_method", "random_uniform", "frame_count", 1)).bounds();
        samples.of("jobs_partial_update").path(JobFixtures.TO_CHANGE).json(run -> Map.of("state", "in progress"))
                .bounds();
        samples.of("jobs_update_annotations").path(JobFixtures.TO_ANNOTATE)
                .json(run -> LabelledTask.sheet(List.of(), List.of(), List.of())).together();
        samples.of("jobs_partial_update_annotations").path(JobFixtures.TO_ANNOTATE).query("action", "create")
                .json(run -> rectangle(run, JobFixtures.TO_ANNOTATE))
                .boundsWithin("shapes");
    }

    private static void list(Sample list) {
        list.differs("state").differs("stage").alike("type").alike("dimension");
        list.shows(Rule.FILTER_SIMPLE, "stage and state", Map.of("stage", "annotation", "state", "new"), 0);
        list.shows(Rule.FILTER_SIMPLE, "project_id", Map.of("project_id", 987654321));
        list.shows(Rule.FILTER_SIMPLE, "project_name", Map.of("project_name", "no such project"));
        list.shows(Rule.FILTER_SIMPLE, "parent_job_id", Map.of("parent_job_id", 987654321));
        list.shows(Rule.FILTER_SIMPLE, "assignee", Map.of("assignee", "no-such-user"));
        list.shows(Rule.FILTER_SIMPLE, "task_name",
                run -> new Sample.Shown(Map.of("task_name", name(run)), run.get(JobFixtures.SEVERAL).ids()))
                .shows(Rule.FILTER_SEARCH, "task",
                        run -> new Sample.Shown(Map.of("search", name(run)), run.get(JobFixtures.SEVERAL).ids()));
        list.shows(Rule.FILTER_SIMPLE, "task_name of none", Map.of("task_name", "no such task"));
        list.shows(Rule.FILTER_SEARCH, "nothing", Map.of("search", "no-such-word-anywhere"));
    }

    private static Object name(Run run) {
        return run.main().call("tasks_retrieve").path(run.get(JobFixtures.SEVERAL).scope().get("task_id")).expect(200)
                .at("name");
    }
}
