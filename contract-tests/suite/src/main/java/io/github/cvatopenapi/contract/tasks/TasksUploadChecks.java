package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Getting pictures into a task. */
final class TasksUploadChecks {

    private static final byte[] NO_PICTURE = "this is no picture!!".getBytes(StandardCharsets.US_ASCII);

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_MULTIPART)
    void picturesComeBackByteForByte(Run run) {
        comeBack(run, run.get(TaskFixtures.WITH_IMAGES), TaskFixtures.PICTURES);
    }

    static void comeBack(Run run, long task, int pictures) {
        for (int frame = 0; frame < pictures; frame++) {
            Answer answer = run.main().call("tasks_retrieve_data").path(task).query("type", "frame")
                    .query("number", frame).query("quality", "original").expect(200).mediaType("image/png");
            if (!Arrays.equals(answer.bytes(), TaskFixtures.uploaded(frame))) {
                throw answer.fail("frame " + frame + " is not the picture that was uploaded as "
                        + TaskFixtures.fileName(frame));
            }
        }
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_SEVERAL)
    void picturesSentBetweenStartAndFinishComeBack(Run run) {
        long task = TaskFixtures.make(run, Map.of());
        start(run, task);
        TaskFixtures.adding(run.main().call("tasks_create_data").path(task).header("Upload-Multiple", "true")
                .field("image_quality", 70), 2).expect(200);
        run.awaitFinished(run.main(), finish(run, task, Map.of("image_quality", 70)).expect(202));
        comeBack(run, task, 2);
    }

    /** The document wants yes or no there; to servers it counts that the headers are there. */
    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_BAD, caseName = "headers that say maybe")
    void headersThatSayNeitherYesNorNoDoNotBreakTheServer(Run run) {
        long task = TaskFixtures.make(run, Map.of());
        perhaps(run, task, "Upload-Start").json(Map.of("image_quality", 70)).send().notBroken();
        TaskFixtures.adding(perhaps(run, task, "Upload-Multiple").field("image_quality", 70), 1).send().notBroken();
        Answer finished = perhaps(run, task, "Upload-Finish").json(Map.of("image_quality", 70)).send().notBroken();
        if (finished.status() < 300) {
            run.awaitFinished(run.main(), finished);
            comeBack(run, task, 1);
        }
    }

    private static Call perhaps(Run run, long task, String step) {
        return run.main().call("tasks_create_data").path(task).header(step, "maybe");
    }

    static void start(Run run, long task) {
        run.main().call("tasks_create_data").path(task).header("Upload-Start", "true").json(Map.of("image_quality", 70))
                .expect(202);
    }

    static Call finish(Run run, long task, Map<String, ?> body) {
        return run.main().call("tasks_create_data").path(task).header("Upload-Finish", "true").json(body);
    }

    @Check(operation = "tasks_create_data", rule = Rule.ASYNC_ACCEPTED)
    void anUploadIsARequestOfItsOwner(Run run) {
        long task = TaskFixtures.make(run, Map.of());
        Answer accepted = TaskFixtures.sending(run.main(), task, 1).expect(202).has("rq_id");
        run.awaitFinished(run.main(), accepted).has("id", accepted.at("rq_id")).has("operation.type", "create:task")
                .has("operation.target", "task").has("operation.task_id", task).has("operation.job_id", null)
                .has("owner.id", run.main().id()).has("owner.username", run.main().username())
                .has("result_url", null).has("result_id", null);
    }

    @Check(operation = "tasks_create_data", rule = Rule.ASYNC_FAILURE, caseName = "no picture")
    void whatIsNoPictureEndsAsFailedWithAMessage(Run run) {
        long task = TaskFixtures.make(run, Map.of());
        Answer accepted = run.main().call("tasks_create_data").path(task).field("image_quality", 70)
                .file("client_files[0]", "a.png", NO_PICTURE, "image/png").expect(202);
        failed(run, accepted);
        Answer status = run.main().call("tasks_retrieve_status").path(task).expect(200).has("state", "Failed");
        if (String.valueOf(status.at("message")).isBlank()) {
            throw status.fail("there is no message");
        }
    }

    @Check(operation = "tasks_create_data", rule = Rule.ASYNC_FAILURE, caseName = "unknown server file")
    void aFileThatIsNotOnTheServerEndsAsFailedWithAMessage(Run run) {
        long task = TaskFixtures.make(run, Map.of());
        String missing = "no-such-file-of-" + run.names().runId() + ".png";
        failed(run, run.main().call("tasks_create_data").path(task)
                .json(Map.of("image_quality", 70, "server_files", List.of(missing))).expect(202));
    }

    /** The request that failed, as it had to. */
    static Answer failed(Run run, Answer accepted) {
        Answer request = run.await(run.main(), String.valueOf(accepted.has("rq_id").at("rq_id")))
                .has("status", "failed").has("operation.type", "create:task");
        if (String.valueOf(request.at("message")).isBlank()) {
            throw request.fail("there is no message");
        }
        return request;
    }

    @Check(operation = "tasks_create_data", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotUpload(Run run) {
        run.second().call("tasks_create_data").path(run.get(TaskFixtures.EMPTY)).json(Map.of("image_quality", 70))
                .expect(403).readableError();
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_BAD, caseName = "more data")
    void aTaskThatHasDataTakesNoMore(Run run) {
        TaskFixtures.sending(run.main(), run.get(TaskFixtures.WITH_IMAGES), 1).expect(400).readableError();
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_BAD, caseName = "quality beyond 100")
    void aQualityBeyondItsLimitGets400(Run run) {
        TaskFixtures.adding(run.main().call("tasks_create_data").path(run.get(TaskFixtures.TO_FILL))
                .field("image_quality", 170), 1).expect(400).has("image_quality").readableError();
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_BAD, caseName = "no quality")
    void aQualityMayBeLeftOutOnlyWhereItHasADefault(Run run) {
        if (run.contract().changes().inForce("image-quality-optional")) {
            TaskFixtures.adding(run.main().call("tasks_create_data").path(TaskFixtures.make(run, Map.of())), 1)
                    .expect(202);
            return;
        }
        TaskFixtures.adding(run.main().call("tasks_create_data").path(run.get(TaskFixtures.TO_FILL)), 1)
                .expect(400).has("image_quality").readableError();
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_BAD, caseName = "Upload-Length: -1")
    void aNegativeLengthIsRefused(Run run) {
        long task = TaskFixtures.make(run, Map.of());
        start(run, task);
        Tus.announcing(run.main().call("tasks_create_data").path(task), TaskFixtures.fileName(0), "-1").send()
                .readableError();
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_BAD, caseName = "client_files at the finish")
    void filesNamedAtTheFinishAreRefused(Run run) {
        long task = TaskFixtures.make(run, Map.of());
        start(run, task);
        Tus upload = Tus.create(run, run.main().call("tasks_create_data").path(task), TaskFixtures.fileName(0),
                TaskFixtures.uploaded(0));
        upload.piece(0, upload.length(), 0).expect(204);
        finish(run, task, Map.of("image_quality", 70, "client_files", List.of(TaskFixtures.fileName(0)))).send()
                .readableError();
    }
}
