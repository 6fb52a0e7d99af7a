package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.Check;
import io.github.cvatopenapi.contract.harness.Downloads;
import io.github.cvatopenapi.contract.harness.Fixture;
import io.github.cvatopenapi.contract.harness.Rule;
import io.github.cvatopenapi.contract.harness.Run;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Json;
import io.github.cvatopenapi.spec.Trees;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Backups of tasks, what is restored from them, and annotations that are brought in again. */
final class TasksBackupChecks {

    private static final String ZIP = "application/zip";

    /** The finished request for a backup. */
    private static final Fixture<Answer> BACKUP = Fixture.of("a backup of a task", run -> run.awaitFinished(run.main(),
            run.main().call("tasks_create_backup_export").path(run.get(TaskFixtures.WITH_IMAGES)).expect(202)));

    @Check(operation = "tasks_create_backup_export", rule = Rule.ASYNC_ACCEPTED)
    void aBackupIsARequestOfItsOwner(Run run) {
        run.get(BACKUP).has("operation.type", "export:backup").has("operation.target", "task")
                .has("operation.task_id", run.get(TaskFixtures.WITH_IMAGES)).has("owner.id", run.main().id()).has("result_url").has("result_id", null);
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
        run.second().call("tasks_create_backup_export").path(run.get(TaskFixtures.WITH_IMAGES)).expect(403).readableError();
    }

    @Check(operation = "tasks_create_backup_export", rule = Rule.ASYNC_OWNER, caseName = "request")
    void theRequestOfABackupIsItsOwnersOnly(Run run) {
        run.second().call("requests_retrieve").path(run.get(BACKUP).at("id")).expect(403).readableError();
    }

    @Check(operation = "tasks_create_backup_export", rule = Rule.ASYNC_CONFLICT)
    void theSameBackupTwiceAtATimeIsRefusedWithItsRequest(Run run) {
        long task = TaskFixtures.withImages(run, 1, Map.of());
        Queue.conflict(run, task, "tasks", again -> run.main().call("tasks_create_backup_export").path(task));
    }

    @Check(operation = "tasks_create_backup_export", rule = Rule.ERROR_INPUT, caseName = "before data")
    void aTaskWithoutDataHasNoBackup(Run run) {
        run.main().call("tasks_create_backup_export").path(run.get(TaskFixtures.EMPTY)).expect(400).readableError();
    }

    @Check(operation = "tasks_create_backup_export", rule = Rule.ASYNC_RETIRED)
    void theRetiredWayToBackUpGets410(Run run) {
        run.main().call("GET", "/api/tasks/" + run.get(TaskFixtures.WITH_IMAGES) + "/backup").expect(410).readableError();
    }

    @Check(operation = "tasks_create_backup", rule = Rule.ASYNC_RESULT)
    void aTaskComesBackFromItsBackup(Run run) {
        byte[] archive = Downloads.result(run.main(), run.get(BACKUP)).expect(200).bytes();
        Answer finished = run.awaitFinished(run.main(), run.main().call("tasks_create_backup")
                .file("task_file", "backup.zip", archive, ZIP).expect(202)).has("operation.type", "import:backup").has("result_url", null);
        long id = finished.number("result_id");
        run.made().add("task " + id, () -> run.main().call("tasks_destroy").path(id).send());
        Answer before = run.main().call("tasks_retrieve").path(run.get(TaskFixtures.WITH_IMAGES)).expect(200);
        run.main().call("tasks_retrieve").path(id).expect(200).has("name", before.at("name")).has("size", before.at("size"))
                .has("jobs.count", before.at("jobs.count")).has("owner.id", run.main().id()).has("segment_size", before.at("segment_size"));
        TasksUploadChecks.comeBack(run, id, TaskFixtures.PICTURES);
    }

    @Check(operation = "tasks_create_backup", rule = Rule.ASYNC_FAILURE)
    void whatIsNoBackupEndsAsFailedWithAMessage(Run run) {
        Answer accepted = run.main().call("tasks_create_backup")
                .file("task_file", "backup.zip", "no archive".getBytes(StandardCharsets.US_ASCII), ZIP).expect(202);
        Answer failed = run.await(run.main(), String.valueOf(accepted.has("rq_id").at("rq_id"))).has("status", "failed").has("result_id", null);
        if (String.valueOf(failed.at("message")).isBlank()) {
            throw failed.fail("there is no message");
        }
    }

    @Check(operation = "tasks_create_backup", rule = Rule.ERROR_INPUT, caseName = "no file")
    void aRestoreWithoutItsFileGets400(Run run) {
        run.main().call("tasks_create_backup").json(Map.of()).expect(400).has("task_file").readableError();
    }

    @Check(operation = "tasks_create_annotations", rule = Rule.ASYNC_RESULT)
    void exportedAnnotationsComeBackByAnImport(Run run) {
        Labelled labelled = Labelled.make(run, 1);
        long task = labelled.task();
        run.main().call("tasks_update_annotations").path(task)
                .json(Labelled.sheet(List.of(labelled.tag(0)), List.of(labelled.rectangle(0)), List.of())).expect(200);
        Answer exported = run.awaitFinished(run.main(), run.main().call("tasks_create_dataset_export").path(task)
                .query("format", ExportChecks.FORMAT).query("save_images", false).expect(202));
        byte[] archive = Downloads.result(run.main(), exported).expect(200).bytes();
        run.main().call("tasks_destroy_annotations").path(task).expect(204);
        run.awaitFinished(run.main(), run.main().call("tasks_create_annotations").path(task).query("format", "CVAT 1.1")
                .file("annotation_file", "annotations.zip", archive, ZIP).expect(202)).has("operation.type", "import:annotations")
                .has("operation.task_id", task).has("result_url", null);
        Answer there = run.main().call("tasks_retrieve_annotations").path(task).expect(200);
        if (Trees.list(there.at("tags")).size() != 1 || Trees.list(there.at("shapes")).size() != 1) {
            throw there.fail("there are " + Trees.list(there.at("tags")).size() + " tags and " + Trees.list(there.at("shapes")).size()
                    + " shapes, expected 1 of each");
        }
        there.has("shapes.0.type", "rectangle").has("shapes.0.frame", 0).has("shapes.0.label_id", labelled.rectangle(0).get("label_id"));
        List<Object> points = Trees.list(there.at("shapes.0.points"));
        if (!Json.same(points, labelled.rectangle(0).get("points"))) {
            throw there.fail("the points are " + points + ", expected " + labelled.rectangle(0).get("points"));
        }
    }
}
