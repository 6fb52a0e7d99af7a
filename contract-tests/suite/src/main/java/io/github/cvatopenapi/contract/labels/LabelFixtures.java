package io.github.cvatopenapi.contract.labels;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.projects.ProjectFixtures;
import io.github.cvatopenapi.contract.tasks.LabelledTask;
import java.util.List;
import java.util.Map;

/** Labels that checks share; they come with their projects. */
final class LabelFixtures {

    /** The label of {@link ProjectFixtures#PROJECT}. */
    static final Fixture<Object> LABEL = Fixture.<Object>of("a label",
            run -> ofProject(run, run.get(ProjectFixtures.PROJECT)).at("results.0.id"))
            .orExisting(run -> Fixture.firstOf("labels_list").apply(run).map(id -> id));

    /** Four labels of one project, {@code a} to {@code d}, different in color and type. */
    static final Fixture<Sample.Items> SEVERAL = Fixture.of("several labels", run -> {
        long project = project(run, List.of(label("a", "#0a0a0a", "any"), label("b", "#0b0b0b", "rectangle"),
                label("c", "#0c0c0c", "polygon"), label("d", "#0d0d0d", "tag")));
        return new Sample.Items(ofProject(run, project).resultIds(), Map.of("project_id", String.valueOf(project)));
    });

    /** A project with labels that have attributes and with a skeleton. */
    static final Fixture<Long> EVERY_KIND = Fixture.of("a project with every kind of label",
            run -> project(run, LabelledTask.LABELS));

    /** The two labels in an organization of their own, and one beside it. */
    static final Fixture<Sample.InOrganization> IN_ORGANIZATION = Fixture.of("labels in an organization", run -> {
        Answer organization = run.main().call("organizations_create").json(Map.of("slug", run.names().slug()))
                .expect(201);
        String slug = String.valueOf(organization.at("slug"));
        long project = run.main().call("projects_create").inOrganization(slug).json(Map.of("name", run.name("project"),
                "labels", List.of(label("a", "#0a0a0a", "any"), label("b", "#0b0b0b", "any")))).expect(201).id();
        return new Sample.InOrganization(slug, organization.id(), ofProject(run, project).resultIds(), run.get(LABEL));
    });

    /** A label that the checks of bounds change as they like. */
    static final Fixture<Object> TO_CHANGE = Fixture.of("a label to change", run -> one(run).at("results.0.id"));

    private LabelFixtures() {
    }

    private static Map<String, Object> label(String name, String color, String type) {
        return Map.of("name", name, "color", color, "type", type);
    }

    static long project(Run run, List<Map<String, Object>> labels) {
        return run.main().call("projects_create").json(Map.of("name", run.name("project"), "labels", labels))
                .expect(201).id();
    }

    /** The labels of a project in the order in which they were made. */
    static Answer ofProject(Run run, long project) {
        return run.main().call("labels_list").query("project_id", project).query("sort", "id").query("page_size", "all")
                .expect(200);
    }

    /** The label {@code car} of a new project, as a list. */
    static Answer one(Run run) {
        return ofProject(run, project(run, List.of(label("car", "#112233", "any"))));
    }

    /** The labels {@code car} and {@code bus} of a new project, as a list. */
    static Answer two(Run run) {
        return ofProject(run, project(run, List.of(label("car", "#112233", "any"), label("bus", "#332211", "any"))));
    }
}
