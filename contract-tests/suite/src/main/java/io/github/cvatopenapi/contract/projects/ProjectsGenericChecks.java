package io.github.cvatopenapi.contract.projects;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.FileBodies;
import io.github.cvatopenapi.contract.tasks.WrongPlaces;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the document brings for the operations of the tag {@code projects}. */
final class ProjectsGenericChecks extends GenericChecks {

    ProjectsGenericChecks() {
        super("projects");
    }

    @TestFactory
    Stream<DynamicTest> withoutFiles(Run run) {
        return checks(run, plan -> {
            FileBodies.add(plan, "projects_create_backup", "project_file",
                    () -> run.main().call("projects_create_backup"));
            FileBodies.add(plan, "projects_create_dataset", "dataset_file", () -> run.main()
                    .call("projects_create_dataset").path(run.get(ProjectFixtures.PROJECT))
                    .query("format", "CVAT 1.1"));
        });
    }

    @TestFactory
    Stream<DynamicTest> wrongPlaces(Run run) {
        return checks(run, plan -> {
            WrongPlaces.ofBackups(plan, "projects", "project_file",
                    () -> run.main().call("projects_create_backup_export").path(run.get(ProjectFixtures.PROJECT)),
                    () -> run.main().call("projects_create_backup"));
            WrongPlaces.add(plan, "projects_create_dataset_export",
                    () -> ProjectsExportChecks.export(run, run.get(ProjectFixtures.PROJECT)));
            WrongPlaces.add(plan, "projects_create_dataset", "dataset_file",
                    () -> run.main().call("projects_create_dataset").path(run.get(ProjectFixtures.PROJECT))
                            .query("format", "CVAT 1.1"));
        });
    }

    @Override
    protected void samples(Samples samples) {
        samples.of("projects_list").items(ProjectFixtures.SEVERAL).inOrganization(ProjectFixtures.IN_ORGANIZATION)
                .differs("name").differs("assignee").differs("updated_date").alike("owner").alike("status");
        samples.of("projects_create").json(run -> Map.of("name", run.name("project"), "labels", List.of())).bounds();
        samples.of("projects_retrieve").path(ProjectFixtures.PROJECT);
        samples.of("projects_create_dataset").path(ProjectFixtures.PROJECT);
        samples.of("projects_partial_update").path(ProjectFixtures.TO_CHANGE)
                .json(run -> Map.of("name", run.name("project"))).bounds();
    }
}
