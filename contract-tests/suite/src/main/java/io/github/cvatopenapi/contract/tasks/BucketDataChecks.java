package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.cloudstorages.BucketFixtures;
import io.github.cvatopenapi.contract.cloudstorages.CloudstorageFixtures;
import io.github.cvatopenapi.contract.harness.fixtures.Downloads;
import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Data of tasks that come from the bucket of the settings. */
final class BucketDataChecks {

    /** A task of two pictures of the bucket, which stay there. */
    static final Fixture<Long> NAMED = Fixture.of("a task of pictures in a bucket", run -> {
        String folder = run.get(BucketFixtures.PICTURES);
        return made(run, Map.of("server_files", List.of(folder + "first.png", folder + "second.png")));
    });

    /** A task of data in the bucket, with what is peculiar to it. */
    private static long made(Run run, Map<String, ?> more) {
        long task = TaskFixtures.make(run, Map.of());
        run.awaitFinished(run.main(), run.main().call("tasks_create_data").path(task).json(body(run, more))
                .expect(202));
        return task;
    }

    private static Map<String, Object> body(Run run, Map<String, ?> more) {
        BucketFixtures.writable(run);
        Map<String, Object> body = new LinkedHashMap<>(Map.of("image_quality", 70, "use_cache", true,
                "sorting_method", "lexicographical", "cloud_storage_id", run.get(CloudstorageFixtures.STORAGE)));
        body.putAll(more);
        return body;
    }

    /** Asserts that the pictures of that names, in a folder of the bucket, are the frames of the task. */
    private static Answer frames(Run run, long task, String folder, String... names) {
        Answer meta = run.main().call("tasks_retrieve_data_meta").path(task).expect(200).has("size", names.length)
                .has("cloud_storage_id", run.get(CloudstorageFixtures.STORAGE)).has("frames." + names.length, null);
        for (int frame = 0; frame < names.length; frame++) {
            meta.has("frames." + frame + ".name", folder + names[frame]);
        }
        return meta;
    }

    /** Asserts that the first frame shows what that picture of the bucket does. */
    private static void shows(Run run, long task, String name) {
        Answer answer = run.main().call("tasks_retrieve_data").path(task).query("type", "frame").query("number", 0)
                .query("quality", "original").expect(200).mediaType("image/png");
        BufferedImage there = Downloads.picture(answer);
        Downloads.sized(answer, there);
        BufferedImage put = Downloads.picture(answer, BucketFixtures.picture(name));
        for (int x = 0; x < put.getWidth(); x++) {
            for (int y = 0; y < put.getHeight(); y++) {
                if (put.getRGB(x, y) != there.getRGB(x, y)) {
                    throw answer.fail("the frame does not show what " + name + " in the bucket does");
                }
            }
        }
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "of a cloud storage")
    void picturesOfACloudStorageStayThere(Run run) {
        long task = run.get(NAMED);
        frames(run, task, run.get(BucketFixtures.PICTURES), "first.png", "second.png").has("storage", "cloud_storage");
        shows(run, task, "first.png");
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "of a cloud storage, by folder")
    void aFolderOfACloudStorageIsTakenButForWhatIsExcluded(Run run) {
        String folder = run.get(BucketFixtures.PICTURES);
        frames(run, made(run, Map.of("server_files", List.of(folder), "server_files_exclude",
                List.of(folder + "second.png"))), folder, "first.png", "third.png");
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "of a cloud storage, by pattern")
    void aManifestIsTakenAsFarAsItsNamesFitThePattern(Run run) {
        String folder = run.get(BucketFixtures.LISTED);
        frames(run, made(run, Map.of("server_files", List.of(folder + BucketFixtures.MANIFEST),
                "filename_pattern", "*third*")), folder, "third.png");
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "of a cloud storage, copied")
    void whatIsCopiedFromACloudStorageShowsTheSame(Run run) {
        String folder = run.get(BucketFixtures.PICTURES);
        long task = made(run, Map.of("server_files", List.of(folder + "second.png"), "copy_data", true));
        frames(run, task, folder, "second.png");
        shows(run, task, "second.png");
    }

    @Check(operation = "tasks_create_data", rule = Rule.ASYNC_FAILURE, caseName = "missing file in a cloud storage")
    void dataThatAreNotInTheCloudStorageFail(Run run) {
        String missing = BucketFixtures.writable(run).key("nothing.png");
        TasksUploadChecks.failed(run, run.main().call("tasks_create_data").path(TaskFixtures.make(run, Map.of()))
                .json(body(run, Map.of("server_files", List.of(missing)))).expect(202)).names("message", missing);
    }
}
