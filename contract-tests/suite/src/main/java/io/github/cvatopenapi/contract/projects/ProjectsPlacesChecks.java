package io.github.cvatopenapi.contract.projects;

import io.github.cvatopenapi.contract.cloudstorages.BucketFixtures;
import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.ExportChecks;
import io.github.cvatopenapi.contract.tasks.PlacedTask;
import java.util.List;
import java.util.Map;

/** Projects whose files are in the bucket of the settings. */
final class ProjectsPlacesChecks {

    /** An export that goes where the project says. */
    private static final Fixture<PlacedTask.Stored> DATASET = Fixture.of("an export where its project says", run -> {
        String key = BucketFixtures.writable(run).key("files/project.zip");
        return new PlacedTask.Stored(run.awaitFinished(run.main(), run.main().call("projects_create_dataset_export")
                .path(run.get(PlacedTask.SHARED).project()).query("format", ExportChecks.FORMAT)
                .query("save_images", true).query("filename", key).expect(202)), key);
    });

    /** A backup that was told where to go and not what to be called. */
    private static final Fixture<Answer> BACKUP = Fixture.of("a backup in a bucket", run ->
            run.awaitFinished(run.main(), BucketFixtures.there(run, run.main().call("projects_create_backup_export")
                    .path(run.get(PlacedTask.SHARED).project())).expect(202)));

    @Check(operation = "projects_create_dataset_export", rule = Rule.ASYNC_RESULT, caseName = "to the default place")
    void anExportGoesWhereTheProjectSays(Run run) {
        run.get(DATASET).isStored(run);
    }

    @Check(operation = "projects_create_dataset", rule = Rule.ASYNC_RESULT, caseName = "from the default place")
    void anImportComesFromWhereTheProjectSays(Run run) {
        String key = run.get(DATASET).key();
        long project = run.main().call("projects_create").json(Map.of("name", run.name("project"),
                "labels", List.of(Map.of("name", "car")), "source_storage", BucketFixtures.settings(run)))
                .expect(201).id();
        run.awaitFinished(run.main(), run.main().call("projects_create_dataset").path(project)
                .query("format", "CVAT 1.1").query("use_default_location", true).query("filename", key).expect(202));
        comesBack(run, project);
    }

    @Check(operation = "projects_create_backup_export", rule = Rule.ASYNC_RESULT, caseName = "to a cloud storage")
    void aBackupWithoutANameIsCalledAsItsProject(Run run) {
        key(run);
    }

    @Check(operation = "projects_create_backup", rule = Rule.ASYNC_RESULT, caseName = "from a cloud storage")
    void aProjectComesBackFromItsBackupInACloudStorage(Run run) {
        Answer finished = run.awaitFinished(run.main(), BucketFixtures.place(run,
                run.main().call("projects_create_backup"), key(run)).expect(202));
        long id = finished.number("result_id");
        run.resources().add("projects_destroy", id, run.main());
        comesBack(run, id);
    }

    @Check(operation = "projects_create_backup", rule = Rule.AUTH_FOREIGN, caseName = "cloud storage")
    void somebodyElseRestoresNothingFromACloudStorage(Run run) {
        BucketFixtures.place(run, run.second().call("projects_create_backup"), run.names().slug() + ".zip").send()
                .readableError();
    }

    /** The key of the backup, which begins as servers call backups: with the name of the project. */
    private static String key(Run run) {
        Object name = run.main().call("projects_retrieve").path(run.get(PlacedTask.SHARED).project()).expect(200)
                .at("name");
        return BucketFixtures.stored(run, run.get(BACKUP), "project_" + name + "_backup");
    }

    /** Asserts that the project has one task, with what was exported in it. */
    private static void comesBack(Run run, long project) {
        Answer tasks = run.main().call("tasks_list").query("project_id", project).expect(200).has("count", 1);
        PlacedTask.comeBack(run.main().call("tasks_retrieve_annotations").path(tasks.at("results.0.id")).expect(200));
    }
}
