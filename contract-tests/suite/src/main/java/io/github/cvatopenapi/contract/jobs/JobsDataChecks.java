package io.github.cvatopenapi.contract.jobs;

import io.github.cvatopenapi.contract.harness.fixtures.Downloads;
import io.github.cvatopenapi.contract.harness.fixtures.SamplePictures;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Frames, chunks and previews of a job, which are those of its part of the task. */
final class JobsDataChecks {

    private static Call data(Run run, String type) {
        return run.main().call("jobs_retrieve_data").path(run.get(JobFixtures.JOB)).query("type", type);
    }

    @Check(operation = "jobs_retrieve_data", rule = Rule.MEDIA_ACCEPT, caseName = "original frame")
    void anOriginalFrameIsThePictureThatWasUploaded(Run run) {
        Answer answer = data(run, "frame").query("number", 0).query("quality", "original").expect(200)
                .mediaType("image/png");
        Downloads.sized(answer, Downloads.picture(answer));
        if (!Arrays.equals(answer.bytes(), TaskFixtures.uploaded(0))) {
            throw answer.fail("the frame is not the picture that was uploaded");
        }
    }

    @Check(operation = "jobs_retrieve_data", rule = Rule.MEDIA_ACCEPT, caseName = "chunk by number")
    void aChunkByItsNumberHoldsTheFramesOfTheJob(Run run) {
        Downloads.chunk(data(run, "chunk").query("number", 0).query("quality", "compressed").expect(200),
                TaskFixtures.SEGMENT);
    }

    @Check(operation = "jobs_retrieve_data", rule = Rule.MEDIA_ACCEPT, caseName = "chunk by index")
    void aChunkByItsIndexHoldsTheFramesOfTheJob(Run run) {
        Downloads.chunk(data(run, "chunk").query("index", 0).query("quality", "compressed").expect(200),
                TaskFixtures.SEGMENT);
    }

    @Check(operation = "jobs_retrieve_data", rule = Rule.ERROR_INPUT, caseName = "chunk beyond the last")
    void aChunkBeyondTheLastGets400(Run run) {
        data(run, "chunk").query("index", 99).expect(400).readableError();
    }

    @Check(operation = "jobs_retrieve_data", rule = Rule.ERROR_INPUT, caseName = "frame beyond the last")
    void aFrameBeyondTheLastGets400(Run run) {
        data(run, "frame").query("number", 99).expect(400).readableError();
    }

    @Check(operation = "jobs_retrieve_data", rule = Rule.ERROR_INPUT, caseName = "frame of another job")
    void aFrameOfAnotherJobGets400(Run run) {
        run.main().call("jobs_retrieve_data").path(run.get(JobFixtures.SECOND_JOB)).query("type", "frame")
                .query("number", 0).query("quality", "original").expect(400).readableError();
    }

    @Check(operation = "jobs_retrieve_data", rule = Rule.ERROR_INPUT, caseName = "context of another job")
    void theContextOfAFrameOfAnotherJobGets400(Run run) {
        run.main().call("jobs_retrieve_data").path(run.get(JobFixtures.SECOND_JOB)).query("type", "context_image")
                .query("number", 0).expect(400).readableError();
    }

    @Check(operation = "jobs_retrieve_data", rule = Rule.ERROR_INPUT, caseName = "no type")
    void noTypeOfDataGets400(Run run) {
        run.main().call("jobs_retrieve_data").path(run.get(JobFixtures.JOB)).expect(400).readableError();
    }

    @Check(operation = "jobs_retrieve_data_meta", rule = Rule.LIFECYCLE_READ)
    void onlyTheFramesOfTheJobAreTold(Run run) {
        int first = TaskFixtures.SEGMENT;
        Answer meta = run.main().call("jobs_retrieve_data_meta").path(run.get(JobFixtures.SECOND_JOB)).expect(200)
                .has("size", TaskFixtures.SEGMENT).has("start_frame", first)
                .has("stop_frame", first + TaskFixtures.SEGMENT - 1)
                .has("deleted_frames", List.of()).has("image_quality", 70).has("included_frames", null);
        for (int i = 0; i < TaskFixtures.SEGMENT; i++) {
            meta.has("frames." + i + ".name", TaskFixtures.fileName(first + i))
                    .has("frames." + i + ".width", SamplePictures.WIDTH)
                    .has("frames." + i + ".height", SamplePictures.HEIGHT);
        }
        meta.has("frames." + TaskFixtures.SEGMENT, null);
    }

    @Check(operation = "jobs_partial_update_data_meta", rule = Rule.LIFECYCLE_CHANGE)
    void aFrameIsTakenOutAndPutBack(Run run) {
        long id = JobFixtures.make(run, 2);
        for (List<Integer> deleted : List.of(List.of(1), List.<Integer>of())) {
            run.main().call("jobs_partial_update_data_meta").path(id).json(Map.of("deleted_frames", deleted))
                    .expect(200).has("deleted_frames", deleted);
            run.main().call("jobs_retrieve_data_meta").path(id).expect(200).has("deleted_frames", deleted);
        }
    }

    @Check(operation = "jobs_partial_update_data_meta", rule = Rule.ERROR_INPUT, caseName = "frame of another job")
    void aFrameOfAnotherJobCannotBeTakenOut(Run run) {
        run.main().call("jobs_partial_update_data_meta").path(run.get(JobFixtures.SECOND_JOB))
                .json(Map.of("deleted_frames", List.of(0))).expect(400).readableError();
    }

    @Check(operation = "jobs_retrieve_preview", rule = Rule.LIFECYCLE_READ)
    void aJobHasAPreview(Run run) {
        Downloads.picture(run.main().call("jobs_retrieve_preview").path(run.get(JobFixtures.JOB)).expect(200)
                .mediaType("image/jpeg"));
    }

    @Check(operation = "jobs_retrieve_annotations", rule = Rule.LIFECYCLE_READ)
    void aJobThatNobodyAnnotatedHasNoAnnotations(Run run) {
        run.main().call("jobs_retrieve_annotations").path(run.get(JobFixtures.JOB)).expect(200)
                .has("version", 0).has("tags", List.of()).has("shapes", List.of()).has("tracks", List.of());
    }
}
