package io.github.cvatopenapi.contract.projects;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import java.util.List;
import java.util.Map;

/** What the document brings for the operations of the tag {@code projects}. */
final class ProjectsGenericChecks extends GenericChecks {

    ProjectsGenericChecks() {
        super("projects");
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
