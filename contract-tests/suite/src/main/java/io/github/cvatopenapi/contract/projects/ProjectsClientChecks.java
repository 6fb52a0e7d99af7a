package io.github.cvatopenapi.contract.projects;

import io.github.cvatopenapi.client.CvatClient;
import io.github.cvatopenapi.client.Target;
import io.github.cvatopenapi.client.model.ProjectRead;
import io.github.cvatopenapi.client.model.ProjectWriteRequest;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.ClientJobs;
import io.github.cvatopenapi.contract.tasks.ExportChecks;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Whole jobs of the client on projects. */
final class ProjectsClientChecks {

    private static final int PICTURES = 2;

    private static Target target(long project) {
        return Target.project(Math.toIntExact(project));
    }

    /** A project that nobody else exports: who began the same meanwhile would be refused, or take the file away. */
    private static Target toExport(Run run) {
        long project = ProjectFixtures.make(run, run.name("project"));
        TaskFixtures.withImages(run, PICTURES, Map.of("project_id", project));
        return target(project);
    }

    @Check(operation = "projects_create_dataset_export", rule = Rule.CLIENT_EXPORT)
    void aDatasetIsOnTheDisk(Run run) {
        ClientJobs.exported(run, toExport(run), PICTURES);
    }

    @Check(operation = "projects_create_dataset", rule = Rule.CLIENT_IMPORT)
    void aDatasetComesIntoAnotherProject(Run run) {
        imported(run, false);
    }

    @Check(operation = "projects_create_dataset", rule = Rule.CLIENT_IMPORT, caseName = "in pieces")
    void aDatasetSentInPiecesComesIntoAnotherProject(Run run) {
        imported(run, true);
    }

    private static void imported(Run run, boolean inPieces) {
        Target from = toExport(run);
        long project = ProjectFixtures.make(run, run.name("project"));
        run.main().byJar((cvat, directory) -> {
            Path file = cvat.exports().dataset(from, ExportChecks.FORMAT, true, directory, ClientJobs.options(run));
            return cvat.imports().dataset(Math.toIntExact(project), ClientJobs.IMPORT_FORMAT, file,
                    ClientJobs.sending(run, file, inPieces));
        });
        run.main().call("tasks_list").query("project_id", project).expect(200).has("count", 1)
                .has("results.0.size", PICTURES);
    }

    @Check(operation = "projects_create_backup", rule = Rule.CLIENT_BACKUP)
    void aProjectComesBackFromItsBackup(Run run) {
        long project = ProjectFixtures.make(run, run.name("project"));
        TaskFixtures.withImages(run, 1, Map.of("project_id", project));
        int id = run.main().byJar((cvat, directory) -> {
            Path backup = cvat.exports().backup(target(project), directory, ClientJobs.options(run));
            int made = cvat.imports().projectBackup(backup, ClientJobs.sending(run, backup, true));
            run.resources().add("projects_destroy", made, run.main());
            return made;
        });
        Answer before = run.main().call("projects_retrieve").path(project).expect(200);
        run.main().call("projects_retrieve").path(id).expect(200).has("name", before.at("name"))
                .has("tasks.count", 1).has("owner.id", run.main().id());
    }

    @Check(operation = "projects_list", rule = Rule.CLIENT_LIST)
    void everyProjectOfAListIsGivenOnce(Run run) {
        Object word = run.get(ProjectFixtures.SEVERAL).scope().get("search");
        ClientJobs.walked(run.main().call("projects_list").query("search", word), run.main().byJar(
                (cvat, directory) -> ids(cvat, String.valueOf(word))));
    }

    private static List<Integer> ids(CvatClient cvat, String word) {
        return cvat.list(cvat.projects().projectsList(o -> o.search(word))).pageSize(1).stream()
                .map(ProjectRead::getId).toList();
    }

    private static List<Integer> named(CvatClient cvat, String name) {
        return cvat.list(cvat.projects().projectsList(o -> o.name(name))).stream().map(ProjectRead::getId).toList();
    }

    @Check(operation = "projects_create", rule = Rule.CLIENT_ORGANIZATION)
    void aProjectIsMadeInTheOrganizationAndSeenThereOnly(Run run) {
        Sample.InOrganization organization = run.get(ProjectFixtures.OTHER_ORGANIZATION);
        String name = run.name("project");
        List<List<Integer>> seen = run.main().byJar((cvat, directory) -> {
            CvatClient inside = cvat.inOrganization(organization.slug());
            ProjectRead project = inside.execute(inside.projects()
                    .projectsCreate(new ProjectWriteRequest().name(name)));
            return List.of(List.of(project.getId()), named(inside, name), named(cvat.inPersonalSpace(), name));
        });
        Answer project = run.main().call("projects_retrieve").path(seen.get(0).get(0)).expect(200)
                .has("organization_id", organization.id()).has("name", name);
        if (!seen.get(1).equals(seen.get(0)) || !seen.get(2).isEmpty()) {
            throw project.fail("the client lists " + seen.get(1) + " in the organization and " + seen.get(2)
                    + " in the personal space");
        }
    }
}
