package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.fixtures.Downloads;
import io.github.cvatopenapi.contract.harness.fixtures.SampleClip;
import io.github.cvatopenapi.contract.harness.fixtures.SamplePictures;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Videos cut into frames and chunks: whole, by ranges and by steps. */
final class VideoChecks {

    private static final String PNG = "image/png";
    private static final String ORIGINAL = "original";
    private static final String COMPRESSED = "compressed";

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "video")
    void everyFrameOfAVideoIsThere(Run run) {
        long task = run.get(MediaFixtures.VIDEO);
        run.main().call("tasks_retrieve").path(task).expect(200).has("mode", "interpolation").has("dimension", "2d")
                .has("size", SampleClip.FRAMES).has("overlap", 2).has("segment_size", 10)
                .has("jobs.count", MediaFixtures.SEGMENTS.size()).has("data_chunk_size", 36)
                .has("data_original_chunk_type", "video").has("data_compressed_chunk_type", "video");
        meta(run, task, SampleClip.FRAMES, 0, SampleClip.FRAMES - 1, "");
        for (int frame : List.of(0, 15, 29)) {
            shows(run, task, frame, frame);
        }
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "start_frame and stop_frame")
    void aRangeOfAVideoBeginsAndEndsWhereItIsAsked(Run run) {
        long task = part(run, Map.of("start_frame", 5, "stop_frame", 24), 20);
        meta(run, task, 20, 5, 24, "");
        shows(run, task, 0, 5);
        shows(run, task, 3, 8);
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "frame_filter")
    void ofAVideoEveryFifthFrameIsTakenWhereThatIsAsked(Run run) {
        long task = part(run, Map.of("frame_filter", "step=5"), 6);
        meta(run, task, 6, 0, 25, "step=5");
        shows(run, task, 0, 0);
        shows(run, task, 3, 15);
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "range and frame_filter")
    void aRangeAndAStepOfAVideoCountTogether(Run run) {
        long task = part(run, Map.of("start_frame", 2, "stop_frame", 20, "frame_filter", "step=3"), 7);
        meta(run, task, 7, 2, 20, "step=3");
        shows(run, task, 0, 2);
        shows(run, task, 3, 11);
    }

    private static long part(Run run, Map<String, ?> fields, int size) {
        long task = MediaFixtures.filled(run, Map.of(), fields, SampleClip.FILE);
        run.main().call("tasks_retrieve").path(task).expect(200).has("mode", "interpolation").has("size", size)
                .has("segment_size", size).has("jobs.count", 1);
        return task;
    }

    private static void meta(Run run, long task, int size, int first, int last, String filter) {
        run.main().call("tasks_retrieve_data_meta").path(task).expect(200).has("size", size).has("start_frame", first)
                .has("stop_frame", last).has("frame_filter", filter).has("deleted_frames", List.of())
                .has("included_frames", null).has("frames.0.name", SampleClip.FILE)
                .has("frames.0.width", SamplePictures.WIDTH).has("frames.0.height", SamplePictures.HEIGHT)
                .has("frames.1", null);
    }

    private static void shows(Run run, long task, int number, int ofClip) {
        Answer answer = MediaFixtures.frame(run, task, number, ORIGINAL).expect(200).mediaType(PNG);
        SampleClip.shows(answer, Downloads.picture(answer), ofClip);
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "use_zip_chunks")
    void chunksOfAVideoAreArchivesWhereThatIsAsked(Run run) {
        int size = 10;
        long task = MediaFixtures.filled(run, Map.of(), Map.of("use_zip_chunks", true, "chunk_size", size),
                SampleClip.FILE);
        run.main().call("tasks_retrieve").path(task).expect(200).has("data_chunk_size", size)
                .has("size", SampleClip.FRAMES).has("data_original_chunk_type", "video")
                .has("data_compressed_chunk_type", "imageset");
        Downloads.video(MediaFixtures.chunk(run, task, 1, ORIGINAL).expect(200), size);
        for (int chunk : List.of(0, 1)) {
            Answer answer = MediaFixtures.chunk(run, task, chunk, COMPRESSED).expect(200);
            Downloads.chunk(answer, size);
            int frame = chunk * size;
            for (byte[] picture : new TreeMap<>(Downloads.archive(answer)).values()) {
                SampleClip.shows(answer, Downloads.picture(answer, picture), frame++);
            }
        }
        MediaFixtures.chunk(run, task, 9999, COMPRESSED).expect(400).readableError();
        Answer frame = MediaFixtures.frame(run, task, 3, COMPRESSED).expect(200).mediaType("image/jpeg");
        SampleClip.shows(frame, Downloads.picture(frame), 3);
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "another container")
    void aVideoOfAnotherContainerAndCodecHasAllItsFrames(Run run) {
        long task = MediaFixtures.filled(run, Map.of(), Map.of(), "clip.webm");
        run.main().call("tasks_retrieve").path(task).expect(200).has("mode", "interpolation").has("size", 10);
        run.main().call("tasks_retrieve_data_meta").path(task).expect(200).has("stop_frame", 9)
                .has("frames.0.name", "clip.webm").has("frames.0.width", 48).has("frames.0.height", 64);
        Answer frame = MediaFixtures.frame(run, task, 1, ORIGINAL).expect(200).mediaType(PNG);
        Downloads.sized(frame, Downloads.picture(frame), 48, 64);
        Downloads.video(MediaFixtures.chunk(run, task, 0, ORIGINAL).expect(200), 10);
    }

    @Check(operation = "tasks_retrieve_data", rule = Rule.MEDIA_ACCEPT, caseName = "compressed frame of a video")
    void aCompressedFrameOfAVideoIsAPngOfThatFrame(Run run) {
        Answer answer = MediaFixtures.frame(run, run.get(MediaFixtures.VIDEO), 15, COMPRESSED).expect(200)
                .mediaType(PNG);
        SampleClip.shows(answer, Downloads.picture(answer), 15);
    }

    @Check(operation = "tasks_retrieve_data", rule = Rule.MEDIA_ACCEPT, caseName = "chunks of a video")
    void aChunkOfAVideoIsAVideoOfItsFrames(Run run) {
        long task = run.get(MediaFixtures.VIDEO);
        for (String quality : List.of(ORIGINAL, COMPRESSED)) {
            Downloads.video(MediaFixtures.chunk(run, task, 0, quality).expect(200), SampleClip.FRAMES);
        }
    }

    @Check(operation = "tasks_retrieve_preview", rule = Rule.LIFECYCLE_READ, caseName = "video")
    void aTaskWithAVideoHasAPreviewOfItsFirstFrame(Run run) {
        Answer answer = run.main().call("tasks_retrieve_preview").path(run.get(MediaFixtures.VIDEO)).expect(200)
                .mediaType("image/jpeg");
        BufferedImage image = Downloads.picture(answer);
        if (image.getWidth() * SamplePictures.HEIGHT != image.getHeight() * SamplePictures.WIDTH) {
            throw answer.fail("the preview has " + image.getWidth() + " x " + image.getHeight()
                    + " pixels, expected the shape of the video");
        }
    }

    @Check(operation = "tasks_partial_update_data_meta", rule = Rule.LIFECYCLE_CHANGE, caseName = "video")
    void framesOfAVideoAreTakenOut(Run run) {
        long task = MediaFixtures.video(run, Map.of());
        List<Integer> removed = List.of(3, 4);
        run.main().call("tasks_partial_update_data_meta").path(task).json(Map.of("deleted_frames", removed))
                .expect(200).has("deleted_frames", removed).has("size", SampleClip.FRAMES);
        run.main().call("tasks_retrieve_data_meta").path(task).expect(200).has("deleted_frames", removed)
                .has("size", SampleClip.FRAMES).has("stop_frame", SampleClip.FRAMES - 1);
    }

    @Check(operation = "tasks_list", rule = Rule.FILTER_SIMPLE, caseName = "mode of a video")
    void aVideoIsFoundByItsMode(Run run) {
        long task = run.get(MediaFixtures.VIDEO);
        MediaFixtures.listed(run, task, "mode", "interpolation", "annotation");
    }
}
