package io.github.cvatopenapi.contract.projects;

import io.github.cvatopenapi.contract.harness.fixtures.Downloads;
import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.LabelledTask;
import io.github.cvatopenapi.contract.tasks.PlacesChecks;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Getting projects out of the server and into it again. */
final class ProjectsExportChecks {

    private static final String FORMAT = "CVAT for images 1.1";

    /** The finished request for the annotations of a project. */
    private static final Fixture<Answer> EXPORTED = Fixture.of("an exported project",
            run -> run.awaitFinished(run.main(),
                    export(run, run.get(ProjectFixtures.WITH_TASK)).query("save_images", false)
                            .expect(202)));

    /** The finished request for a backup. */
    private static final Fixture<Answer> BACKUP = Fixture.of("a backup of a project",
            run -> run.awaitFinished(run.main(),
                    run.main().call("projects_create_backup_export").path(run.get(ProjectFixtures.WITH_TASK))
                            .expect(202)));

    static Call export(Run run, long project) {
        return run.main().call("projects_create_dataset_export").path(project).query("format", FORMAT)
                .query("save_images", false);
    }

    @Check(operation = "projects_create_dataset_export", rule = Rule.ASYNC_ACCEPTED)
    void anExportIsARequestOfItsOwner(Run run) {
        run.get(EXPORTED).has("operation.target", "project")
                .has("operation.project_id", run.get(ProjectFixtures.WITH_TASK))
                .has("operation.type", "export:annotations").has("operation.format", FORMAT)
                .has("owner.id", run.main().id());
    }

    @Check(operation = "projects_create_dataset_export", rule = Rule.ASYNC_RESULT)
    void anExportIsAnArchive(Run run) {
        Answer archive = Downloads.result(run.main(), run.get(EXPORTED)).expect(200).mediaType("application/zip");
        Downloads.archive(archive);
    }

    @Check(operation = "projects_create_dataset_export", rule = Rule.HEADER_DOWNLOAD)
    void anExportNamesItsFileAndItsVersion(Run run) {
        Answer archive = Downloads.result(run.main(), run.get(EXPORTED)).expect(200);
        if (archive.header("Content-Disposition") == null
                || !archive.header("Content-Disposition").contains("filename")) {
            throw archive.fail("Content-Disposition is " + archive.header("Content-Disposition"));
        }
        if (archive.header("ETag") == null) {
            throw archive.fail("there is no ETag");
        }
    }

    @Check(operation = "projects_create_dataset_export", rule = Rule.ASYNC_OWNER, caseName = "somebody else")
    void anExportIsNotForOthers(Run run) {
        Downloads.result(run.second(), run.get(EXPORTED)).expect(403);
    }

    @Check(operation = "projects_create_dataset_export", rule = Rule.ASYNC_OWNER, caseName = "nobody")
    void anExportIsNotForNobody(Run run) {
        Downloads.result(run.anonymous(), run.get(EXPORTED)).expect(401);
    }

    @Check(operation = "projects_create_dataset_export", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotExport(Run run) {
        run.second().call("projects_create_dataset_export").path(run.get(ProjectFixtures.PROJECT))
                .query("format", FORMAT).expect(403);
    }

    @Check(operation = "projects_create_dataset_export", rule = Rule.ERROR_INPUT, caseName = "no format")
    void anExportWithoutAFormatGets400(Run run) {
        run.main().call("projects_create_dataset_export").path(run.get(ProjectFixtures.PROJECT)).expect(400)
                .readableError();
    }

    @Check(operation = "projects_create_dataset_export", rule = Rule.ERROR_INPUT, caseName = "unknown format")
    void anExportInAnUnknownFormatGets400(Run run) {
        run.main().call("projects_create_dataset_export").path(run.get(ProjectFixtures.PROJECT))
                .query("format", "No Such 1.0").expect(400).readableError();
    }

    @Check(operation = "projects_create_dataset_export", rule = Rule.ERROR_INPUT,
            caseName = "cloud_storage without an id")
    void anExportToACloudStorageWithoutItsIdIsRefused(Run run) {
        export(run, run.get(ProjectFixtures.PROJECT)).query("location", "cloud_storage").send().readableError();
    }

    @Check(operation = "projects_create_dataset_export", rule = Rule.ERROR_INPUT, caseName = "missing cloud storage")
    void anExportToACloudStorageThatDoesNotExistIsRefused(Run run) {
        PlacesChecks.nowhere(export(run, run.get(ProjectFixtures.PROJECT))).expect(400).readableError();
    }

    @Check(operation = "projects_create_dataset_export", rule = Rule.ERROR_INPUT, caseName = "save_images: maybe")
    void anExportOfPerhapsThePicturesIsRefused(Run run) {
        run.main().call("projects_create_dataset_export").path(run.get(ProjectFixtures.PROJECT))
                .query("format", FORMAT).query("save_images", "maybe").send().readableError();
    }

    @Check(operation = "projects_create_dataset_export", rule = Rule.ASYNC_RETIRED)
    void theRetiredWayToExportGets410(Run run) {
        run.main().call("GET", "/api/projects/" + run.get(ProjectFixtures.PROJECT) + "/dataset").expect(410)
                .readableError();
    }

    @Check(operation = "projects_create_backup_export", rule = Rule.ASYNC_RETIRED)
    void theRetiredWayToBackUpGets410(Run run) {
        run.main().call("GET", "/api/projects/" + run.get(ProjectFixtures.PROJECT) + "/backup").expect(410)
                .readableError();
    }

    @Check(operation = "projects_create_backup_export", rule = Rule.ASYNC_ACCEPTED)
    void aBackupIsARequestOfItsOwner(Run run) {
        run.get(BACKUP).has("operation.type", "export:backup")
                .has("operation.project_id", run.get(ProjectFixtures.WITH_TASK)).has("owner.id", run.main().id());
    }

    @Check(operation = "projects_create_backup_export", rule = Rule.ASYNC_RESULT)
    void aBackupIsAnArchive(Run run) {
        Downloads.archive(Downloads.result(run.main(), run.get(BACKUP)).expect(200).mediaType("application/zip"));
    }

    @Check(operation = "projects_create_backup_export", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotBackUp(Run run) {
        run.second().call("projects_create_backup_export").path(run.get(ProjectFixtures.PROJECT)).expect(403);
    }

    @Check(operation = "projects_create_backup", rule = Rule.ASYNC_RESULT)
    void aProjectComesBackFromItsBackup(Run run) {
        byte[] archive = Downloads.result(run.main(), run.get(BACKUP)).expect(200).bytes();
        Answer finished = run.awaitFinished(run.main(), run.main().call("projects_create_backup")
                .file("project_file", "backup.zip", archive, "application/zip").expect(202));
        long id = finished.number("result_id");
        run.resources().add("projects_destroy", id, run.main());
        Object name = run.main().call("projects_retrieve").path(run.get(ProjectFixtures.WITH_TASK)).expect(200)
                .at("name");
        run.main().call("projects_retrieve").path(id).expect(200).has("name", name).has("owner.id", run.main().id())
                .has("tasks.count", 1);
    }

    @Check(operation = "projects_create_backup", rule = Rule.ASYNC_FAILURE)
    void whatIsNoBackupEndsAsFailedWithAMessage(Run run) {
        Answer accepted = run.main().call("projects_create_backup")
                .file("project_file", "backup.zip", "no archive".getBytes(StandardCharsets.UTF_8), "application/zip")
                .expect(202);
        Answer failed = run.await(run.main(), String.valueOf(accepted.has("rq_id").at("rq_id")))
                .has("status", "failed");
        if (String.valueOf(failed.at("message")).isBlank()) {
            throw failed.fail("there is no message");
        }
    }

    @Check(operation = "projects_create_backup", rule = Rule.ERROR_INPUT, caseName = "no file")
    void aBackupWithoutItsFileGets400(Run run) {
        run.main().call("projects_create_backup").json(Map.of()).expect(400).readableError();
    }

    @Check(operation = "projects_create_dataset", rule = Rule.ASYNC_FAILURE)
    void aDatasetWithALabelThatIsNotThereEndsAsFailedWithAMessage(Run run) {
        long project = ProjectFixtures.make(run, run.name("project"));
        long task = TaskFixtures.withImages(run, 1, Map.of("project_id", project));
        Object label = run.main().call("labels_list").query("project_id", project).expect(200).at("results.0.id");
        run.main().call("tasks_update_annotations").path(task)
                .json(LabelledTask.sheet(List.of(), List.of(LabelledTask.bare(label, 0)), List.of())).expect(200);
        Answer exported = run.awaitFinished(run.main(), run.main().call("projects_create_dataset_export")
                .path(project).query("format", FORMAT).query("save_images", true).expect(202));
        byte[] dataset = Downloads.result(run.main(), exported).expect(200).bytes();
        long other = run.main().call("projects_create").json(Map.of("name", run.name("project"),
                "labels", List.of(Map.of("name", "bus")))).expect(201).id();
        Answer accepted = run.main().call("projects_create_dataset").path(other).query("format", "CVAT 1.1")
                .file("dataset_file", "dataset.zip", dataset, "application/zip").expect(202);
        Answer failed = run.await(run.main(), String.valueOf(accepted.has("rq_id").at("rq_id"))).has("status", "failed")
                .has("operation.type", "import:dataset").has("operation.target", "project")
                .has("operation.project_id", other);
        if (String.valueOf(failed.at("message")).isBlank()) {
            throw failed.fail("there is no message");
        }
    }

    @Check(operation = "projects_create_dataset", rule = Rule.ERROR_INPUT, caseName = "unknown format")
    void anImportInAnUnknownFormatGets400(Run run) {
        run.main().call("projects_create_dataset").path(run.get(ProjectFixtures.PROJECT)).query("format", "No Such")
                .file("dataset_file", "a.zip", new byte[] {'x'}, "application/zip").expect(400).readableError();
    }

    @Check(operation = "projects_create_backup", rule = Rule.ASYNC_FAILURE,
            caseName = "missing file in a cloud storage")
    void aBackupThatIsNotInTheCloudStorageEndsAsFailed(Run run) {
        PlacesChecks.missingFile(run, run.main().call("projects_create_backup"));
    }

    @Check(operation = "projects_create_backup", rule = Rule.ERROR_INPUT, caseName = "cloud_storage without an id")
    void aBackupFromACloudStorageWithoutItsIdGets400(Run run) {
        run.main().call("projects_create_backup").query("location", "cloud_storage").query("filename", "backup.zip")
                .expect(400).readableError();
    }

    @Check(operation = "projects_create_backup_export", rule = Rule.ASYNC_RESULT, caseName = "lightweight")
    void aLightweightBackupIsAnArchive(Run run) {
        Answer ended = run.awaitFinished(run.main(), run.main().call("projects_create_backup_export")
                .path(ProjectFixtures.make(run, run.name("project"))).query("location", "local")
                .query("lightweight", true).query("filename", "mine.zip").expect(202));
        Downloads.archive(Downloads.result(run.main(), ended).expect(200).mediaType("application/zip"));
    }

    @Check(operation = "projects_create_dataset", rule = Rule.ASYNC_FAILURE,
            caseName = "missing file in a cloud storage")
    void aDatasetThatIsNotInTheCloudStorageEndsAsFailed(Run run) {
        PlacesChecks.missingFile(run, run.main().call("projects_create_dataset")
                .path(ProjectFixtures.make(run, run.name("project"))).query("format", "CVAT 1.1"));
    }
}
