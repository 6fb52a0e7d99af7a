package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.fixtures.Downloads;
import io.github.cvatopenapi.contract.harness.fixtures.SamplePictures;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Frames, chunks and previews of a task, and what is told about them. */
final class TasksDataChecks {

    private static Call data(Run run, String type) {
        return run.main().call("tasks_retrieve_data").path(run.get(TaskFixtures.WITH_IMAGES)).query("type", type);
    }

    @Check(operation = "tasks_retrieve_data", rule = Rule.MEDIA_ACCEPT, caseName = "original frame")
    void anOriginalFrameIsThePictureThatWasUploaded(Run run) {
        Answer answer = data(run, "frame").query("number", 1).query("quality", "original").expect(200)
                .mediaType("image/png");
        Downloads.sized(answer, Downloads.picture(answer));
    }

    @Check(operation = "tasks_retrieve_data", rule = Rule.MEDIA_ACCEPT, caseName = "compressed frame")
    void aCompressedFrameIsAJpeg(Run run) {
        Answer answer = data(run, "frame").query("number", 1).query("quality", "compressed").expect(200)
                .mediaType("image/jpeg");
        Downloads.sized(answer, Downloads.picture(answer));
    }

    @Check(operation = "tasks_retrieve_data", rule = Rule.MEDIA_ACCEPT, caseName = "compressed chunk")
    void aCompressedChunkHoldsEveryFrame(Run run) {
        Answer answer = data(run, "chunk").query("number", 0).query("quality", "compressed").expect(200);
        Downloads.chunk(answer, TaskFixtures.PICTURES);
    }

    @Check(operation = "tasks_retrieve_data", rule = Rule.MEDIA_ACCEPT, caseName = "original chunk")
    void anOriginalChunkHoldsEveryFrameAsItWasUploaded(Run run) {
        Answer answer = data(run, "chunk").query("number", 0).query("quality", "original").expect(200);
        Downloads.chunk(answer, TaskFixtures.PICTURES);
        List<byte[]> pictures = List.copyOf(Downloads.archive(answer).values());
        for (int frame = 0; frame < TaskFixtures.PICTURES; frame++) {
            byte[] uploaded = TaskFixtures.uploaded(frame);
            if (pictures.stream().noneMatch(each -> Arrays.equals(each, uploaded))) {
                throw answer.fail("frame " + frame + " is not in the chunk as it was uploaded");
            }
        }
    }

    @Check(operation = "tasks_retrieve_data", rule = Rule.MEDIA_ACCEPT, caseName = "context images")
    void aFrameWithoutContextHasAnEmptyArchive(Run run) {
        Answer answer = data(run, "context_image").query("number", 0).expect(200);
        if (!Downloads.archive(answer).isEmpty()) {
            throw answer.fail("there are context images that nobody uploaded");
        }
    }

    @Check(operation = "tasks_retrieve_data", rule = Rule.ERROR_INPUT, caseName = "frame beyond the last")
    void aFrameBeyondTheLastGets400(Run run) {
        data(run, "frame").query("number", 99).expect(400).readableError();
    }

    @Check(operation = "tasks_retrieve_data", rule = Rule.ERROR_INPUT, caseName = "chunk beyond the last")
    void aChunkBeyondTheLastGets400(Run run) {
        data(run, "chunk").query("number", 99).expect(400).readableError();
    }

    @Check(operation = "tasks_retrieve_data", rule = Rule.ERROR_INPUT, caseName = "unknown type")
    void anUnknownTypeOfDataGets400(Run run) {
        data(run, "bad").expect(400).readableError();
    }

    @Check(operation = "tasks_retrieve_data", rule = Rule.ERROR_INPUT, caseName = "no type")
    void noTypeOfDataGets400(Run run) {
        run.main().call("tasks_retrieve_data").path(run.get(TaskFixtures.WITH_IMAGES)).expect(400).readableError();
    }

    @Check(operation = "tasks_retrieve_data", rule = Rule.ERROR_MISSING, caseName = "before data")
    void aTaskWithoutDataHasNoFrames(Run run) {
        run.main().call("tasks_retrieve_data").path(run.get(TaskFixtures.EMPTY)).query("type", "frame")
                .query("number", 0).send().readableError();
    }

    @Check(operation = "tasks_retrieve_data", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotSeeAFrame(Run run) {
        run.second().call("tasks_retrieve_data").path(run.get(TaskFixtures.WITH_IMAGES)).query("type", "frame")
                .query("number", 0).query("quality", "original").expect(403).readableError();
    }

    @Check(operation = "tasks_retrieve_data_meta", rule = Rule.LIFECYCLE_READ)
    void theFramesAreToldAsTheyWereUploaded(Run run) {
        Answer meta = run.main().call("tasks_retrieve_data_meta").path(run.get(TaskFixtures.WITH_IMAGES)).expect(200)
                .has("size", TaskFixtures.PICTURES).has("start_frame", 0).has("stop_frame", TaskFixtures.PICTURES - 1)
                .has("image_quality", 70).has("deleted_frames", List.of()).has("chunk_size")
                .has("included_frames", null).has("storage", "local").has("cloud_storage_id", null);
        for (int frame = 0; frame < TaskFixtures.PICTURES; frame++) {
            meta.has("frames." + frame + ".name", TaskFixtures.fileName(frame))
                    .has("frames." + frame + ".width", SamplePictures.WIDTH)
                    .has("frames." + frame + ".height", SamplePictures.HEIGHT)
                    .has("frames." + frame + ".related_files", 0);
        }
        meta.has("frames." + TaskFixtures.PICTURES, null);
    }

    @Check(operation = "tasks_retrieve_data_meta", rule = Rule.ERROR_MISSING, caseName = "before data")
    void aTaskWithoutDataHasNothingToTellAboutIt(Run run) {
        run.main().call("tasks_retrieve_data_meta").path(run.get(TaskFixtures.EMPTY)).send().readableError();
    }

    @Check(operation = "tasks_retrieve_data_meta", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotReadAboutTheFrames(Run run) {
        run.second().call("tasks_retrieve_data_meta").path(run.get(TaskFixtures.WITH_IMAGES)).expect(403)
                .readableError();
    }

    @Check(operation = "tasks_partial_update_data_meta", rule = Rule.LIFECYCLE_CHANGE)
    void aFrameIsTakenOutAndPutBack(Run run) {
        long id = TaskFixtures.withImages(run, 2, Map.of());
        Answer before = run.main().call("tasks_retrieve").path(id).expect(200);
        for (List<Integer> deleted : List.of(List.of(1), List.<Integer>of())) {
            run.main().call("tasks_partial_update_data_meta").path(id).json(Map.of("deleted_frames", deleted))
                    .expect(200).has("deleted_frames", deleted).has("size", 2);
            run.main().call("tasks_retrieve_data_meta").path(id).expect(200).has("deleted_frames", deleted);
        }
        run.main().call("tasks_retrieve").path(id).expect(200).updatedSince(before);
    }

    @Check(operation = "tasks_partial_update_data_meta", rule = Rule.ERROR_INPUT, caseName = "negative frame")
    void aNegativeFrameGets400(Run run) {
        run.main().call("tasks_partial_update_data_meta").path(run.get(TaskFixtures.WITH_IMAGES))
                .json(Map.of("deleted_frames", List.of(-1))).expect(400).readableError();
    }

    @Check(operation = "tasks_retrieve_preview", rule = Rule.LIFECYCLE_READ)
    void aTaskWithPicturesHasAPreview(Run run) {
        Downloads.picture(run.main().call("tasks_retrieve_preview").path(run.get(TaskFixtures.WITH_IMAGES)).expect(200)
                .mediaType("image/jpeg"));
    }

    @Check(operation = "tasks_retrieve_preview", rule = Rule.ERROR_MISSING, caseName = "before data")
    void aTaskWithoutDataHasNoPreview(Run run) {
        run.main().call("tasks_retrieve_preview").path(run.get(TaskFixtures.EMPTY)).expect(404).readableError();
    }

    @Check(operation = "tasks_retrieve_preview", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotSeeThePreview(Run run) {
        run.second().call("tasks_retrieve_preview").path(run.get(TaskFixtures.WITH_IMAGES)).expect(403).readableError();
    }

    @Check(operation = "tasks_retrieve_status", rule = Rule.LIFECYCLE_READ)
    void anUploadThatSucceededIsFinished(Run run) {
        run.main().call("tasks_retrieve_status").path(run.get(TaskFixtures.WITH_IMAGES)).expect(200)
                .has("state", "Finished").has("message", "");
    }

    @Check(operation = "tasks_retrieve_status", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotReadTheStatus(Run run) {
        run.second().call("tasks_retrieve_status").path(run.get(TaskFixtures.WITH_IMAGES)).expect(403).readableError();
    }

    @Check(operation = "tasks_retrieve_annotations", rule = Rule.ERROR_INPUT, caseName = "before data")
    void aTaskWithoutDataHasNoAnnotations(Run run) {
        run.main().call("tasks_retrieve_annotations").path(run.get(TaskFixtures.EMPTY)).expect(400).readableError();
    }

    @Check(operation = "tasks_retrieve_annotations", rule = Rule.LIFECYCLE_READ)
    void aTaskThatNobodyAnnotatedHasNone(Run run) {
        run.main().call("tasks_retrieve_annotations").path(run.get(TaskFixtures.WITH_IMAGES)).expect(200)
                .has("version", 0).has("tags", List.of()).has("shapes", List.of()).has("tracks", List.of());
    }
}
