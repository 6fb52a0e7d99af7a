package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the document brings for the operations of the tag {@code tasks}. */
final class TasksGenericChecks extends AnnotatedGenericChecks {

    TasksGenericChecks() {
        super("tasks");
    }

    @TestFactory
    Stream<DynamicTest> backupsWithoutFiles(Run run) {
        return checks(run, plan -> FileBodies.add(plan, "tasks_create_backup", "task_file",
                () -> run.main().call("tasks_create_backup")));
    }

    @TestFactory
    Stream<DynamicTest> wrongPlacesOfBackups(Run run) {
        return checks(run, plan -> WrongPlaces.ofBackups(plan, "tasks", "task_file",
                () -> run.main().call("tasks_create_backup_export").path(run.get(TaskFixtures.WITH_IMAGES)),
                () -> run.main().call("tasks_create_backup")));
    }

    @Override
    protected void samples(Samples samples) {
        list(samples.of("tasks_list").items(TaskFixtures.SEVERAL).inOrganization(TaskFixtures.IN_ORGANIZATION));
        annotated(samples, TaskFixtures.ANY, TaskFixtures.WITH_IMAGES, TaskFixtures.TO_ANNOTATE);
        samples.of("tasks_create").json(run -> Map.of("name", run.name("task"), "labels", List.of(Map.of("name", "l"))))
                .bounds();
        samples.of("tasks_partial_update").path(TaskFixtures.TO_CHANGE).json(run -> Map.of("name", run.name("task")))
                .bounds();
        samples.of("tasks_create_data").path(TaskFixtures.TO_FILL).json(run -> Map.of("image_quality", 70)).bounds();
        samples.of("tasks_update_annotations").path(TaskFixtures.TO_ANNOTATE)
                .json(run -> rectangle(run, TaskFixtures.TO_ANNOTATE))
                .boundsWithin("shapes");
        samples.of("tasks_partial_update_annotations").path(TaskFixtures.TO_ANNOTATE).query("action", "create")
                .json(run -> LabelledTask.sheet(List.of(), List.of(), List.of())).together();
        samples.of("tasks_retrieve_status").path(TaskFixtures.ANY);
    }

    private static void list(Sample list) {
        list.differs("name").differs("subset").differs("tracker_link", "bug_tracker").differs("assignee")
                .differs("updated_date").alike("owner").alike("status").alike("dimension");
        list.shows(Rule.FILTER_LOGIC, "part of a text", run -> new Sample.Shown(
                Map.of("filter", JsonTrees.write(Map.of("in", List.of(
                        TaskFixtures.subset(run, "d").substring(2), Map.of("var", "subset"))))),
                run.get(TaskFixtures.SEVERAL).at(3)));
        list.shows(Rule.FILTER_LOGIC, "between dates", between("2000-01-01", "2200-01-01"), 0, 1, 2, 3)
                .shows(Rule.FILTER_LOGIC, "between other dates", between("2000-01-01", "2001-01-01"));
        list.shows(Rule.FILTER_SIMPLE, "mode", Map.of("mode", "annotation"))
                .shows(Rule.FILTER_SIMPLE, "unknown mode", run -> new Sample.Shown(Map.of("mode",
                        run.contract().changes().inForce("task-mode-enumerated") ? "interpolation" : "no-such-mode"),
                        List.of()))
                .shows(Rule.FILTER_SIMPLE, "validation_mode", Map.of("validation_mode", "gt"))
                .shows(Rule.FILTER_SIMPLE, "project_id", Map.of("project_id", 987654321))
                .shows(Rule.FILTER_SIMPLE, "project_name", Map.of("project_name", "no such project"))
                .shows(Rule.FILTER_SEARCH, "nothing", Map.of("name", "no such name"));
    }

    private static Map<String, Object> between(String first, String last) {
        return Map.of("filter", JsonTrees.write(
                Map.of("and", List.of(Map.of("<=", List.of(first, Map.of("var", "updated_date"), last))))));
    }
}
