package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.fixtures.Downloads;
import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.fixtures.SampleClip;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is drawn over several frames: tracks of a video, out and in again, and boxes around points. */
final class TrackChecks {

    private static final String VIDEO_FORMAT = "CVAT for video 1.1";

    /** A track that goes straight from its first place to its second, stays, and is gone. */
    private static final List<Integer> KEYFRAMES = List.of(0, 6, 8);
    private static final List<Double> BEGIN = List.of(1.0, 2.0, 20.0, 30.0);
    private static final List<Double> END = List.of(11.0, 12.0, 30.0, 40.0);
    /** What exports round places to. */
    private static final double ROUNDED = 0.011;

    /** What was answered when the track was drawn in the first job of a video, and the task. */
    private record Tracked(long task, long job, Object label, Object attribute, Answer drawn) {
    }

    private static final Fixture<Tracked> TRACKED = Fixture.of("a video with a track", TrackChecks::tracked);

    private static Tracked tracked(Run run) {
        long task = MediaFixtures.video(run, Map.of("labels", List.of(Map.of("name", "car", "attributes", List.of(
                Map.of("name", "parked", "mutable", true, "input_type", "checkbox", "default_value", "false",
                        "values", List.of()))))));
        long job = TaskFixtures.jobs(run, task).get(0);
        Answer labels = run.main().call("labels_list").query("task_id", task).expect(200);
        Object label = labels.at("results.0.id");
        Object attribute = labels.at("results.0.attributes.0.id");
        Answer drawn = run.main().call("jobs_partial_update_annotations").path(job).query("action", "create")
                .json(Map.of("tracks", List.of(Map.of("frame", 0, "label_id", label, "group", 0, "source", "manual",
                        "attributes", List.of(), "shapes", List.of(
                                shape(0, BEGIN, false, false, List.of(Map.of("spec_id", attribute, "value", "true"))),
                                shape(6, END, true, false, List.of()), shape(8, END, false, true, List.of()))))))
                .expect(200);
        return new Tracked(task, job, label, attribute, drawn);
    }

    private static Map<String, Object> shape(int frame, List<Double> points, boolean occluded, boolean outside,
                                             List<?> attributes) {
        return Map.of("type", "rectangle", "frame", frame, "points", points, "occluded", occluded, "outside", outside,
                "attributes", attributes);
    }

    @Check(operation = "jobs_partial_update_annotations", rule = Rule.LIFECYCLE_CREATE, caseName = "track")
    void aTrackOfAVideoIsReadBackWithItsKeyframes(Run run) {
        Tracked there = run.get(TRACKED);
        keyframes(there.drawn(), there, "manual");
        for (Answer read : List.of(
                run.main().call("jobs_retrieve_annotations").path(there.job()).expect(200),
                run.main().call("tasks_retrieve_annotations").path(there.task()).expect(200))) {
            keyframes(read, there, "manual").has("tracks.0.id", there.drawn().at("tracks.0.id"));
            for (int i = 0; i < KEYFRAMES.size(); i++) {
                read.has("tracks.0.shapes." + i + ".attributes",
                        List.of(Map.of("spec_id", there.attribute(), "value", "true")));
            }
        }
    }

    private static Answer keyframes(Answer sheet, Tracked there, String source) {
        sheet.has("tracks.0.frame", 0).has("tracks.0.label_id", there.label()).has("tracks.0.source", source)
                .has("tracks.1", null).has("shapes", List.of());
        for (int i = 0; i < KEYFRAMES.size(); i++) {
            String at = "tracks.0.shapes." + i + ".";
            sheet.has(at + "frame", KEYFRAMES.get(i)).has(at + "points", i == 0 ? BEGIN : END)
                    .has(at + "occluded", i == 1).has(at + "outside", i == 2).has(at + "type", "rectangle");
        }
        return sheet.has("tracks.0.shapes." + KEYFRAMES.size(), null);
    }

    @Check(operation = "tasks_create_annotations", rule = Rule.ASYNC_RESULT, caseName = VIDEO_FORMAT)
    void tracksComeBackFromTheFormatForVideos(Run run) {
        Tracked there = tracked(run);
        importAgain(run, there, download(run, there, VIDEO_FORMAT, false));
        keyframes(run.main().call("tasks_retrieve_annotations").path(there.task()).expect(200), there, "file");
    }

    @Check(operation = "tasks_create_annotations", rule = Rule.ASYNC_RESULT, caseName = "track as shapes")
    void aTrackComesBackFromTheFormatForImagesAsAShapeInEachOfItsFrames(Run run) {
        Tracked there = tracked(run);
        importAgain(run, there, download(run, there, ExportChecks.FORMAT, true));
        Answer sheet = run.main().call("tasks_retrieve_annotations").path(there.task()).expect(200)
                .has("tracks", List.of());
        Map<Integer, List<Object>> places = new TreeMap<>();
        for (Object shape : Trees.list(sheet.at("shapes"))) {
            places.put(((Number) JsonTrees.at(shape, "frame")).intValue(), Trees.list(JsonTrees.at(shape, "points")));
        }
        List<Integer> frames = new ArrayList<>(places.keySet());
        if (!frames.equals(List.of(0, 1, 2, 3, 4, 5, 6, 7)) || Trees.list(sheet.at("shapes")).size() != 8) {
            throw sheet.fail("there are shapes in the frames " + frames + ", expected one in each of 0 to 7");
        }
        places.forEach((frame, points) -> {
            for (int i = 0; i < BEGIN.size(); i++) {
                double way = Math.min(frame, KEYFRAMES.get(1)) / (double) KEYFRAMES.get(1);
                double due = BEGIN.get(i) + way * (END.get(i) - BEGIN.get(i));
                if (Math.abs(((Number) points.get(i)).doubleValue() - due) > ROUNDED) {
                    throw sheet.fail("the shape in frame " + frame + " is at " + points
                            + ", expected between the places of the track");
                }
            }
        });
    }

    private static Answer download(Run run, Tracked there, String format, boolean pictures) {
        return Downloads.result(run.main(), run.awaitFinished(run.main(),
                run.main().call("tasks_create_dataset_export").path(there.task()).query("format", format)
                        .query("save_images", pictures).expect(202))).expect(200).mediaType("application/zip");
    }

    private static void importAgain(Run run, Tracked there, Answer exported) {
        run.awaitFinished(run.main(), run.main().call("tasks_create_annotations").path(there.task())
                .query("format", "CVAT 1.1")
                .file("annotation_file", "a.zip", exported.bytes(), "application/zip").expect(202));
    }

    @Check(operation = "tasks_create_dataset_export", rule = Rule.ASYNC_RESULT, caseName = VIDEO_FORMAT)
    void anExportOfAVideoWithPicturesHoldsEveryFrame(Run run) {
        Answer answer = download(run, run.get(TRACKED), VIDEO_FORMAT, true);
        Map<String, byte[]> files = new TreeMap<>(Downloads.archive(answer));
        if (files.remove("annotations.xml") == null || files.size() != SampleClip.FRAMES) {
            throw answer.fail("the archive holds " + Downloads.archive(answer).keySet()
                    + ", expected annotations.xml and " + SampleClip.FRAMES + " pictures");
        }
        int frame = 0;
        for (byte[] picture : files.values()) {
            SampleClip.shows(answer, Downloads.picture(answer, picture), frame++);
        }
    }

    @Check(operation = "jobs_partial_update_annotations", rule = Rule.LIFECYCLE_CREATE, caseName = "cuboid of points")
    void aBoxAroundPointsIsReadBackWithItsPlaceItsTurnAndItsSize(Run run) {
        long task = run.get(MediaFixtures.CLOUDS);
        Object label = run.main().call("labels_list").query("task_id", task).expect(200).at("results.0.id");
        List<Integer> points = List.of(1, 1, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0);
        Object id = run.main().call("jobs_partial_update_annotations").path(TaskFixtures.jobs(run, task).get(0))
                .query("action", "create")
                .json(Map.of("shapes", List.of(Map.of("type", "cuboid", "frame", 0, "label_id", label,
                        "occluded", false, "points", points))))
                .expect(200).has("shapes.0.id").at("shapes.0.id");
        run.main().call("tasks_retrieve_annotations").path(task).expect(200).has("shapes.0.id", id)
                .has("shapes.0.type", "cuboid").has("shapes.0.frame", 0).has("shapes.0.label_id", label)
                .has("shapes.0.points", points).has("shapes.0.source", "manual").has("shapes.1", null)
                .has("tracks", List.of());
    }
}
