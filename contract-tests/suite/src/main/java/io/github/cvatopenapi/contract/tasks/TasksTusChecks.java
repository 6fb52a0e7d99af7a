package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.fixtures.Downloads;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.List;
import java.util.Map;

/** Pictures and annotations sent into a task in pieces. */
final class TasksTusChecks {

    private static final String ARCHIVE = "annotations.zip";

    private static Tus begun(Run run, long task) {
        TasksUploadChecks.start(run, task);
        return Tus.create(run, run.main().call("tasks_create_data").path(task), TaskFixtures.fileName(0),
                TaskFixtures.uploaded(0));
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_TUS)
    void aPictureSentInPiecesComesBack(Run run) {
        long task = TaskFixtures.make(run, Map.of());
        Tus upload = begun(run, task);
        int half = upload.length() / 2;
        upload.has(0);
        Tus.tells(upload.piece(0, half, 0).expect(204), "Upload-Offset", half);
        upload.has(half);
        Tus.tells(upload.piece(half, upload.length(), half).expect(204), "Upload-Offset", upload.length());
        upload.head().expect(404);
        run.awaitFinished(run.main(), TasksUploadChecks.finish(run, task,
                Map.of("image_quality", 70, "upload_file_order", List.of(TaskFixtures.fileName(0)))).expect(202));
        run.main().call("tasks_retrieve_data_meta").path(task).expect(200).has("size", 1)
                .has("frames.0.name", TaskFixtures.fileName(0));
        TasksUploadChecks.comeBack(run, task, 1);
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_OFFSET)
    void aPieceAtTheWrongPlaceGets409AndChangesNothing(Run run) {
        long task = TaskFixtures.make(run, Map.of());
        Tus upload = begun(run, task);
        int half = upload.length() / 2;
        upload.piece(0, half, 0).expect(204);
        upload.piece(half, upload.length(), 1).expect(409);
        upload.has(half);
    }

    @Check(operation = "tasks_create_annotations", rule = Rule.UPLOAD_TUS)
    void annotationsAreSentInPiecesToo(Run run) {
        LabelledTask labelled = LabelledTask.make(run, 1);
        long task = labelled.task();
        Map<String, Object> rectangle = labelled.rectangle(0);
        run.main().call("tasks_update_annotations").path(task)
                .json(LabelledTask.sheet(List.of(), List.of(rectangle), List.of())).expect(200);
        Answer exported = run.awaitFinished(run.main(), run.main().call("tasks_create_dataset_export").path(task)
                .query("format", ExportChecks.FORMAT).query("save_images", false).expect(202));
        byte[] archive = Downloads.result(run.main(), exported).expect(200).bytes();
        run.main().call("tasks_destroy_annotations").path(task).expect(204);
        importing(run, task, ARCHIVE).header("Upload-Start", "true").expect(202);
        Tus upload = Tus.create(run, run.main().call("tasks_create_annotations").path(task), ARCHIVE, archive);
        upload.piece(0, archive.length / 2, 0).expect(204);
        upload.has(archive.length / 2);
        upload.piece(archive.length / 2, archive.length, archive.length / 2).expect(204);
        run.awaitFinished(run.main(),
                importing(run, task, upload.storedName()).header("Upload-Finish", "true").expect(202))
                .has("operation.type", "import:annotations").has("operation.task_id", task);
        run.main().call("tasks_retrieve_annotations").path(task).expect(200)
                .has("shapes.0.points", rectangle.get("points")).has("shapes.1", null);
    }

    /** @param file the name that the server gave it with the header {@code Upload-Filename}; it is found by no other */
    private static Call importing(Run run, long task, String file) {
        return run.main().call("tasks_create_annotations").path(task).query("format", "CVAT 1.1")
                .query("filename", file);
    }

    @Check(operation = "tasks_create_annotations", rule = Rule.UPLOAD_BAD, caseName = "unknown file")
    void aFileThatWasNotSentIsNotImported(Run run) {
        importing(run, run.get(TaskFixtures.WITH_IMAGES), "no-such-file").header("Upload-Finish", "true").expect(400)
                .readableError();
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_TUS, caseName = "OPTIONS")
    void theServerTellsWhichProtocolItSpeaks(Run run) {
        Answer answer = run.main().call("OPTIONS", "/api/tasks/" + run.get(TaskFixtures.TO_FILL) + "/data/")
                .expect(204);
        for (String header : List.of("Tus-Resumable", "Tus-Version")) {
            if (!"1.0.0".equals(answer.header(header))) {
                throw answer.fail(header + " is " + answer.header(header) + ", expected 1.0.0");
            }
        }
    }
}
