package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.cloudstorages.BucketFixtures;
import io.github.cvatopenapi.contract.harness.fixtures.Downloads;
import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** Backups of tasks, and what is restored from them. */
final class TasksBackupChecks {

    private static final String ZIP = "application/zip";

    /** The finished request for a backup. */
    private static final Fixture<Answer> BACKUP = Fixture.of("a backup of a task", run -> run.awaitFinished(run.main(),
            run.main().call("tasks_create_backup_export").path(run.get(TaskFixtures.WITH_IMAGES)).expect(202)));

    @Check(operation = "tasks_create_backup_export", rule = Rule.ASYNC_ACCEPTED)
    void aBackupIsARequestOfItsOwner(Run run) {
        run.get(BACKUP).has("operation.type", "export:backup").has("operation.target", "task")
                .has("operation.task_id", run.get(TaskFixtures.WITH_IMAGES)).has("owner.id", run.main().id())
                .has("result_url").has("result_id", null);
    }

    @Check(operation = "tasks_create_backup_export", rule = Rule.ASYNC_RESULT)
    void aBackupIsAnArchive(Run run) {
        Answer answer = Downloads.result(run.main(), run.get(BACKUP)).expect(200).mediaType(ZIP);
        if (Downloads.archive(answer).isEmpty()) {
            throw answer.fail("the archive is empty");
        }
    }

    @Check(operation = "tasks_create_backup_export", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotBackUp(Run run) {
        run.second().call("tasks_create_backup_export").path(run.get(TaskFixtures.WITH_IMAGES)).expect(403)
                .readableError();
    }

    @Check(operation = "tasks_create_backup_export", rule = Rule.ASYNC_OWNER, caseName = "request")
    void theRequestOfABackupIsItsOwnersOnly(Run run) {
        run.second().call("requests_retrieve").path(run.get(BACKUP).at("id")).expect(403).readableError();
    }

    @Check(operation = "tasks_create_backup_export", rule = Rule.ASYNC_CONFLICT)
    void theSameBackupTwiceAtATimeIsRefusedWithItsRequest(Run run) {
        long task = TaskFixtures.withImages(run, 1, Map.of());
        QueueFiller.conflict(run, task, "tasks", run.main().call("tasks_create_backup_export").path(task));
    }

    @Check(operation = "tasks_create_backup_export", rule = Rule.ERROR_INPUT, caseName = "before data")
    void aTaskWithoutDataHasNoBackup(Run run) {
        run.main().call("tasks_create_backup_export").path(run.get(TaskFixtures.EMPTY)).expect(400).readableError();
    }

    @Check(operation = "tasks_create_backup_export", rule = Rule.ASYNC_RETIRED)
    void theRetiredWayToBackUpGets410(Run run) {
        run.main().call("GET", "/api/tasks/" + run.get(TaskFixtures.WITH_IMAGES) + "/backup").expect(410)
                .readableError();
    }

    @Check(operation = "tasks_create_backup", rule = Rule.ASYNC_RESULT)
    void aTaskComesBackFromItsBackup(Run run) {
        byte[] archive = Downloads.result(run.main(), run.get(BACKUP)).expect(200).bytes();
        Answer finished = run.awaitFinished(run.main(), run.main().call("tasks_create_backup")
                .file("task_file", "backup.zip", archive, ZIP).expect(202)).has("operation.type", "import:backup")
                .has("result_url", null);
        long id = finished.number("result_id");
        run.resources().add("tasks_destroy", id, run.main());
        Answer before = run.main().call("tasks_retrieve").path(run.get(TaskFixtures.WITH_IMAGES)).expect(200);
        run.main().call("tasks_retrieve").path(id).expect(200).has("name", before.at("name"))
                .has("size", before.at("size"))
                .has("jobs.count", before.at("jobs.count")).has("owner.id", run.main().id())
                .has("segment_size", before.at("segment_size"));
        TasksUploadChecks.comeBack(run, id, TaskFixtures.PICTURES);
    }

    @Check(operation = "tasks_create_backup", rule = Rule.ASYNC_FAILURE)
    void whatIsNoBackupEndsAsFailedWithAMessage(Run run) {
        Answer accepted = run.main().call("tasks_create_backup")
                .file("task_file", "backup.zip", "no archive".getBytes(StandardCharsets.US_ASCII), ZIP).expect(202);
        Answer failed = run.await(run.main(), String.valueOf(accepted.has("rq_id").at("rq_id"))).has("status", "failed")
                .has("result_id", null);
        if (String.valueOf(failed.at("message")).isBlank()) {
            throw failed.fail("there is no message");
        }
    }

    @Check(operation = "tasks_create_backup", rule = Rule.ERROR_INPUT, caseName = "no file")
    void aRestoreWithoutItsFileGets400(Run run) {
        run.main().call("tasks_create_backup").json(Map.of()).expect(400).has("task_file").readableError();
    }

    @Check(operation = "tasks_create_backup", rule = Rule.ASYNC_FAILURE, caseName = "missing file in a cloud storage")
    void aBackupThatIsNotInTheCloudStorageEndsAsFailed(Run run) {
        PlacesChecks.missingFile(run, run.main().call("tasks_create_backup"));
    }

    @Check(operation = "tasks_create_backup", rule = Rule.ERROR_INPUT, caseName = "cloud_storage without an id")
    void aBackupFromACloudStorageWithoutItsIdGets400(Run run) {
        run.main().call("tasks_create_backup").query("location", "cloud_storage").query("filename", "backup.zip")
                .expect(400).readableError();
    }

    @Check(operation = "tasks_create_backup_export", rule = Rule.ASYNC_RESULT, caseName = "lightweight")
    void aLightweightBackupLeavesPicturesInTheBucket(Run run) {
        boolean bucket = BucketFixtures.mayWrite(run);
        long task = bucket ? run.get(BucketDataChecks.NAMED) : TaskFixtures.withImages(run, 1, Map.of());
        Answer ended = run.awaitFinished(run.main(), run.main().call("tasks_create_backup_export").path(task)
                .query("location", "local").query("lightweight", true).query("filename", "mine.zip").expect(202));
        ended.has("operation.type", "export:backup").has("operation.lightweight", bucket ? true : null);
        Answer download = Downloads.result(run.main(), ended).expect(200).mediaType(ZIP);
        Set<String> files = Downloads.archive(download).keySet();
        if (files.isEmpty() || bucket && files.stream().anyMatch(name -> name.endsWith(".png"))) {
            throw download.fail("the archive holds " + files + ", expected no pictures");
        }
    }

    @Check(operation = "tasks_create_backup_export", rule = Rule.ASYNC_RESULT, caseName = "to a cloud storage")
    void aBackupGoesToACloudStorage(Run run) {
        run.get(PlacedTask.BACKUP).isStored(run);
    }

    @Check(operation = "tasks_create_backup", rule = Rule.ASYNC_RESULT, caseName = "from a cloud storage")
    void aTaskComesBackFromItsBackupInACloudStorage(Run run) {
        Answer finished = run.awaitFinished(run.main(), run.get(PlacedTask.BACKUP)
                .from(run, run.main().call("tasks_create_backup")).expect(202));
        long id = finished.number("result_id");
        run.resources().add("tasks_destroy", id, run.main());
        PlacedTask.comeBack(run.main().call("tasks_retrieve_annotations").path(id).expect(200));
    }

    @Check(operation = "tasks_create_backup", rule = Rule.AUTH_FOREIGN, caseName = "cloud storage")
    void somebodyElseRestoresNothingFromACloudStorage(Run run) {
        BucketFixtures.place(run, run.second().call("tasks_create_backup"), run.names().slug() + ".zip").send()
                .readableError();
    }
}
