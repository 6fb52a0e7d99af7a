package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.Check;
import io.github.cvatopenapi.contract.harness.Rule;
import io.github.cvatopenapi.contract.harness.Run;
import io.github.cvatopenapi.contract.harness.http.Answer;
import java.util.List;
import java.util.Map;

/** Pictures sent into a task in pieces. */
final class TasksTusChecks {

    private static Tus begun(Run run, long task) {
        TasksUploadChecks.start(run, task);
        return Tus.create(run, task);
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
        run.main().call("tasks_retrieve_data_meta").path(task).expect(200).has("size", 1).has("frames.0.name", TaskFixtures.fileName(0));
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

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_TUS, caseName = "OPTIONS")
    void theServerTellsWhichProtocolItSpeaks(Run run) {
        Answer answer = run.main().call("OPTIONS", "/api/tasks/" + run.get(TaskFixtures.EMPTY) + "/data/").expect(204);
        for (String header : List.of("Tus-Resumable", "Tus-Version")) {
            if (!"1.0.0".equals(answer.header(header))) {
                throw answer.fail(header + " is " + answer.header(header) + ", expected 1.0.0");
            }
        }
    }
}
