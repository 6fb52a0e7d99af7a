package io.github.cvatopenapi.contract.jobs;

import io.github.cvatopenapi.contract.harness.fixtures.Downloads;
import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.fixtures.SampleClip;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.MediaFixtures;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.util.List;
import java.util.Map;

/** Jobs of a video and of point clouds: each has its part of the frames. */
final class JobsVideoChecks {

    private static final int SEGMENT = 10;

    /** The second job of the video, which begins in the first. */
    private static final Fixture<Long> SECOND = Fixture.of("a job of a video",
            run -> TaskFixtures.jobs(run, run.get(MediaFixtures.VIDEO)).get(1));

    private static final int FIRST = MediaFixtures.SEGMENTS.get(1).get(0);
    private static final int LAST = MediaFixtures.SEGMENTS.get(1).get(1);

    @Check(operation = "jobs_list", rule = Rule.LIFECYCLE_READ, caseName = "video")
    void aVideoIsDividedIntoJobsThatOverlap(Run run) {
        Answer list = run.main().call("jobs_list").query("task_id", run.get(MediaFixtures.VIDEO)).query("sort", "id")
                .expect(200).has("count", MediaFixtures.SEGMENTS.size());
        for (int job = 0; job < MediaFixtures.SEGMENTS.size(); job++) {
            List<Integer> frames = MediaFixtures.SEGMENTS.get(job);
            String at = "results." + job + ".";
            list.has(at + "start_frame", frames.get(0)).has(at + "stop_frame", frames.get(1))
                    .has(at + "frame_count", frames.get(1) - frames.get(0) + 1).has(at + "mode", "interpolation")
                    .has(at + "dimension", "2d").has(at + "data_compressed_chunk_type", "video");
        }
    }

    @Check(operation = "jobs_list", rule = Rule.FILTER_SIMPLE, caseName = "dimension of point clouds")
    void aJobOfPointCloudsIsFoundByItsDimension(Run run) {
        long task = run.get(MediaFixtures.CLOUDS);
        run.main().call("jobs_list").query("task_id", task).query("dimension", "3d").expect(200).has("count", 1)
                .has("results.0.dimension", "3d").has("results.0.frame_count", 2);
        run.main().call("jobs_list").query("task_id", task).query("dimension", "2d").expect(200).has("count", 0);
    }

    @Check(operation = "jobs_retrieve_data_meta", rule = Rule.LIFECYCLE_READ, caseName = "video")
    void theFramesOfTheJobAreCountedAsThoseOfTheVideo(Run run) {
        run.main().call("jobs_retrieve_data_meta").path(run.get(SECOND)).expect(200).has("size", SEGMENT)
                .has("start_frame", FIRST).has("stop_frame", LAST).has("deleted_frames", List.of())
                .has("frames.0.name", SampleClip.FILE).has("frames.1", null);
    }

    private static Call data(Run run, String type) {
        return run.main().call("jobs_retrieve_data").path(run.get(SECOND)).query("type", type);
    }

    @Check(operation = "jobs_retrieve_data", rule = Rule.MEDIA_ACCEPT, caseName = "frame of a video")
    void aFrameOfTheJobIsCountedFromTheStartOfTheVideo(Run run) {
        Answer answer = data(run, "frame").query("number", FIRST).query("quality", "compressed").expect(200)
                .mediaType("image/png");
        SampleClip.shows(answer, Downloads.picture(answer), FIRST);
    }

    @Check(operation = "jobs_retrieve_data", rule = Rule.MEDIA_ACCEPT, caseName = "chunk of a video by index")
    void aChunkByItsIndexIsAVideoOfTheFramesOfTheJob(Run run) {
        Downloads.video(data(run, "chunk").query("index", 0).query("quality", "compressed").expect(200), SEGMENT);
    }

    @Check(operation = "jobs_retrieve_data", rule = Rule.MEDIA_ACCEPT, caseName = "chunk of a video by number")
    void aChunkByItsNumberIsAVideoOfTheFramesOfTheJob(Run run) {
        Downloads.video(data(run, "chunk").query("number", 0).query("quality", "original").expect(200), SEGMENT);
    }

    @Check(operation = "jobs_retrieve_preview", rule = Rule.LIFECYCLE_READ, caseName = "video")
    void aJobOfAVideoHasAPreview(Run run) {
        Downloads.picture(run.main().call("jobs_retrieve_preview").path(run.get(SECOND)).expect(200)
                .mediaType("image/jpeg"));
    }

    @Check(operation = "jobs_partial_update_data_meta", rule = Rule.LIFECYCLE_CHANGE, caseName = "after the task")
    void framesTakenOutOfAJobReplaceThoseTakenOutOfItsTask(Run run) {
        long task = MediaFixtures.video(run, Map.of());
        run.main().call("tasks_partial_update_data_meta").path(task).json(Map.of("deleted_frames", List.of(3, 4)))
                .expect(200);
        long job = TaskFixtures.jobs(run, task).get(0);
        run.main().call("jobs_partial_update_data_meta").path(job).json(Map.of("deleted_frames", List.of(1)))
                .expect(200).has("deleted_frames", List.of(1)).has("size", SEGMENT);
    }
}
