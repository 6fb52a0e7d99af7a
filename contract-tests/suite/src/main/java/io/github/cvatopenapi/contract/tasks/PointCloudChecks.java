package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.fixtures.Downloads;
import io.github.cvatopenapi.contract.harness.fixtures.SampleMedia;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Point clouds: their frames, and the pictures that belong to them. */
final class PointCloudChecks {

    private static final String MEDIA_TYPE = "image/x.point-cloud-data";
    private static final List<String> CLOUDS = List.of("pointcloud/000001.pcd", "pointcloud/000002.pcd");

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "point cloud")
    void aPointCloudIsAFrameOfThreeDimensions(Run run) {
        String file = "cloud.pcd";
        long task = MediaFixtures.filled(run, Map.of(), Map.of(), file);
        is3d(run, task, 1);
        run.main().call("tasks_retrieve_data_meta").path(task).expect(200).has("frames.0.name", file)
                .has("frames.0.related_files", 0).has("frames.1", null);
        unchanged(run, task, 0, SampleMedia.file(file));
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "point clouds in an archive")
    void pointCloudsOfAnArchiveAreFramesAndTheirPicturesAreNone(Run run) {
        long task = run.get(MediaFixtures.CLOUDS);
        is3d(run, task, CLOUDS.size());
        Answer meta = run.main().call("tasks_retrieve_data_meta").path(task).expect(200)
                .has("size", CLOUDS.size()).has("stop_frame", CLOUDS.size() - 1).has("frames." + CLOUDS.size(), null);
        for (int frame = 0; frame < CLOUDS.size(); frame++) {
            meta.has("frames." + frame + ".name", CLOUDS.get(frame)).has("frames." + frame + ".related_files", 1);
            unchanged(run, task, frame, SampleMedia.archive("clouds.zip").get(CLOUDS.get(frame)));
        }
    }

    private static void is3d(Run run, long task, int size) {
        run.main().call("tasks_retrieve").path(task).expect(200).has("dimension", "3d").has("mode", "annotation")
                .has("size", size).has("jobs.count", 1);
    }

    private static void unchanged(Run run, long task, int frame, byte[] uploaded) {
        for (String quality : List.of("original", "compressed")) {
            Answer answer = MediaFixtures.frame(run, task, frame, quality).expect(200).mediaType(MEDIA_TYPE);
            if (!Arrays.equals(answer.bytes(), uploaded)) {
                throw answer.fail("frame " + frame + " is not the point cloud that was uploaded");
            }
        }
    }

    @Check(operation = "tasks_retrieve_data", rule = Rule.MEDIA_ACCEPT, caseName = "chunk of point clouds")
    void aChunkOfPointCloudsIsAnArchiveOfThem(Run run) {
        Answer answer = MediaFixtures.chunk(run, run.get(MediaFixtures.CLOUDS), 0, "original").expect(200)
                .mediaType("application/zip");
        List<byte[]> clouds = List.copyOf(Downloads.archive(answer).values());
        for (String name : CLOUDS) {
            byte[] uploaded = SampleMedia.archive("clouds.zip").get(name);
            if (clouds.size() != CLOUDS.size() || clouds.stream().noneMatch(each -> Arrays.equals(each, uploaded))) {
                throw answer.fail("the chunk holds " + clouds.size() + " files, expected " + CLOUDS);
            }
        }
    }

    @Check(operation = "tasks_retrieve_data", rule = Rule.MEDIA_ACCEPT, caseName = "pictures of a point cloud")
    void thePictureOfAPointCloudIsItsContext(Run run) {
        Answer answer = run.main().call("tasks_retrieve_data").path(run.get(MediaFixtures.CLOUDS))
                .query("type", "context_image").query("number", 0).query("quality", "original").expect(200)
                .mediaType("application/zip");
        Map<String, byte[]> pictures = Downloads.archive(answer);
        if (pictures.size() != 1) {
            throw answer.fail("there are " + pictures.keySet() + ", expected one picture");
        }
        Downloads.sized(answer, Downloads.picture(answer, pictures.values().iterator().next()));
    }

    @Check(operation = "tasks_retrieve_preview", rule = Rule.LIFECYCLE_READ, caseName = "point clouds")
    void aTaskWithPointCloudsHasAPreview(Run run) {
        Downloads.picture(run.main().call("tasks_retrieve_preview").path(run.get(MediaFixtures.CLOUDS)).expect(200)
                .mediaType(run.contract().changes().inForce("storage-preview-png") ? "image/png" : "image/jpeg"));
    }

    @Check(operation = "tasks_list", rule = Rule.FILTER_SIMPLE, caseName = "dimension of point clouds")
    void pointCloudsAreFoundByTheirDimension(Run run) {
        MediaFixtures.listed(run, run.get(MediaFixtures.CLOUDS), "dimension", "3d", "2d");
    }
}
