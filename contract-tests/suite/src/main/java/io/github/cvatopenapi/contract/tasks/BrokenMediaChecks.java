package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.fixtures.SampleClip;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.Map;

/** Media of which no frames can be made: the request fails and says so, and the task stays empty. */
final class BrokenMediaChecks {

    @Check(operation = "tasks_create_data", rule = Rule.ASYNC_FAILURE, caseName = "broken video")
    void aBrokenVideoFailsWithAMessage(Run run) {
        fails(run, Map.of(), "", "broken.mp4");
    }

    @Check(operation = "tasks_create_data", rule = Rule.ASYNC_FAILURE, caseName = "broken archive")
    void aBrokenArchiveFailsWithAMessage(Run run) {
        fails(run, Map.of(), "zip", "broken.zip");
    }

    @Check(operation = "tasks_create_data", rule = Rule.ASYNC_FAILURE, caseName = "broken picture")
    void aBrokenPictureFailsWithAMessage(Run run) {
        fails(run, Map.of(), "", "broken.png");
    }

    @Check(operation = "tasks_create_data", rule = Rule.ASYNC_FAILURE, caseName = "two videos")
    void twoVideosFailWithAMessageThatNamesThem(Run run) {
        fails(run, Map.of(), "2 video(s)", SampleClip.FILE, "clip.webm");
    }

    @Check(operation = "tasks_create_data", rule = Rule.ASYNC_FAILURE, caseName = "video and picture")
    void aVideoWithAPictureFailsWithAMessageThatNamesBoth(Run run) {
        fails(run, Map.of(), "1 image(s), 1 video(s)", SampleClip.FILE, "grey.png");
    }

    @Check(operation = "tasks_create_data", rule = Rule.ASYNC_FAILURE, caseName = "two archives")
    void twoArchivesFailWithAMessageThatNamesThem(Run run) {
        fails(run, Map.of(), "2 zip(s)", "images.zip", "clouds.zip");
    }

    @Check(operation = "tasks_create_data", rule = Rule.ASYNC_FAILURE, caseName = "start_frame beyond the end")
    void aRangeBeyondTheEndOfAVideoFailsWithAMessage(Run run) {
        fails(run, Map.of("start_frame", 500), "", SampleClip.FILE);
    }

    @Check(operation = "tasks_create_data", rule = Rule.ASYNC_FAILURE, caseName = "sorting_method: predefined")
    void anOrderThatIsNowhereDefinedFailsWithAMessageThatNamesTheManifest(Run run) {
        fails(run, Map.of("sorting_method", "predefined"), "manifest", "images.zip");
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_BAD, caseName = "frame_filter: every=2")
    void aFrameFilterThatMakesNoSenseGets400(Run run) {
        MediaFixtures.sending(run, run.get(TaskFixtures.TO_FILL), Map.of("frame_filter", "every=2"), SampleClip.FILE)
                .expect(400).has("frame_filter").readableError();
    }

    private static void fails(Run run, Map<String, ?> fields, String named, String... files) {
        long task = TaskFixtures.make(run, Map.of());
        TasksUploadChecks.failed(run, MediaFixtures.sending(run, task, fields, files).expect(202))
                .names("message", named);
        run.main().call("tasks_retrieve").path(task).expect(200).has("size", 0).has("jobs.count", 0);
    }
}
