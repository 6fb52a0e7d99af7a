package io.github.cvatopenapi.contract.projects;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Projects that checks share. */
public final class ProjectFixtures {

    /** A project with one label, {@code car}. */
    public static final Fixture<Long> PROJECT = Fixture.of("a project", run -> make(run, run.name("project")))
            .orExisting(Fixture.firstOf("projects_list"));

    /** A project that the checks of bounds change as they like. */
    static final Fixture<Long> TO_CHANGE = Fixture.of("a project to change", run -> make(run, run.name("project")));

    /** Four projects, found by a word that no other project has. */
    static final Fixture<Sample.Items> SEVERAL = Fixture.of("several projects", run -> {
        String word = run.names().slug();
        List<Long> ids = Stream.of("a", "b", "c", "d").map(suffix -> make(run, word + " " + suffix)).toList();
        run.main().call("projects_partial_update").path(ids.get(1)).json(Map.of("assignee_id", run.main().id()))
                .expect(200);
        return new Sample.Items(ids, Map.of("search", word));
    });

    /** Two projects in an organization of their own, and one beside it. */
    static final Fixture<Sample.InOrganization> IN_ORGANIZATION = Fixture.of("projects in an organization", run -> {
        Answer organization = run.main().call("organizations_create").json(Map.of("slug", run.names().slug()))
                .expect(201);
        String slug = String.valueOf(organization.at("slug"));
        List<Long> inside = Stream.of(1, 2).map(number -> run.main().call("projects_create").inOrganization(slug)
                .json(Map.of("name", run.name("project"), "labels", List.of())).expect(201).id()).toList();
        return new Sample.InOrganization(slug, organization.id(), inside, run.get(PROJECT));
    });

    /** An organization in which checks make projects. */
    static final Fixture<Sample.InOrganization> OTHER_ORGANIZATION = Fixture.of("an organization", run -> {
        Answer organization = run.main().call("organizations_create").json(Map.of("slug", run.names().slug()))
                .expect(201);
        return new Sample.InOrganization(String.valueOf(organization.at("slug")), organization.id(), List.of(), 0);
    });

    /** A project with a task that has pictures. */
    public static final Fixture<Long> WITH_TASK = Fixture.of("a project with a task", run -> {
        long project = make(run, run.name("project"));
        TaskFixtures.withImages(run, 2, Map.of("project_id", project));
        return project;
    }).orExisting(ProjectFixtures::pictured);

    private ProjectFixtures() {
    }

    /** The first project that has a picture to show, among the newest. */
    private static Optional<Long> pictured(Run run) {
        return run.main().call("projects_list").expect(200).resultIds().stream().map(id -> ((Number) id).longValue())
                .filter(id ->
                        run.main().call("projects_retrieve_preview").path(id).accept("*/*").send().status() == 200)
                .findFirst();
    }

    /** A project of the main account with one label, {@code car}. */
    public static long make(Run run, String name) {
        return run.main().call("projects_create")
                .json(Map.of("name", name, "labels", List.of(Map.of("name", "car", "color", "#112233"))))
                .expect(201).id();
    }
}
