package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.fixtures.SampleClip;
import io.github.cvatopenapi.contract.harness.fixtures.SampleMedia;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tasks of video, archives, documents and point clouds. */
public final class MediaFixtures {

    /** The frames of the jobs of {@link #VIDEO}, first and last: ten each, two of them in the job before as well. */
    public static final List<List<Integer>> SEGMENTS = List.of(List.of(0, 9), List.of(8, 17), List.of(16, 25),
            List.of(24, 29));

    /** A task of the sample clip with overlapping jobs. */
    public static final Fixture<Long> VIDEO = Fixture.of("a task with a video", run -> video(run, Map.of()));

    /** A task of an archive with two point clouds, each of which has a picture. */
    public static final Fixture<Long> CLOUDS = Fixture.of("a task with point clouds", run -> filled(run,
            Map.of("labels", List.of(Map.of("name", "box", "type", "cuboid"))), Map.of(), "clouds.zip"));

    private MediaFixtures() {
    }

    /** A new task like {@link #VIDEO}, with more set. */
    public static long video(Run run, Map<String, ?> more) {
        Map<String, Object> task = new HashMap<>(more);
        task.put("segment_size", 10);
        task.put("overlap", 2);
        return filled(run, task, Map.of(), SampleClip.FILE);
    }

    /**
     * A new task of some files.
     *
     * @param task   what is set of the task
     * @param fields what is said of its data
     */
    static long filled(Run run, Map<String, ?> task, Map<String, ?> fields, String... files) {
        long id = TaskFixtures.make(run, task);
        run.awaitFinished(run.main(), sending(run, id, fields, files).expect(202));
        return id;
    }

    /** A call that uploads files into a task at once. */
    static Call sending(Run run, long task, Map<String, ?> fields, String... files) {
        Call call = run.main().call("tasks_create_data").path(task).field("image_quality", 70);
        fields.forEach(call::field);
        for (int i = 0; i < files.length; i++) {
            call.file("client_files[" + i + "]", files[i], SampleMedia.file(files[i]), "application/octet-stream");
        }
        return call;
    }

    /** A call for a frame of a task; {@code quality} is {@code original} or {@code compressed}. */
    static Call frame(Run run, long task, int number, String quality) {
        return data(run, task, "frame", number, quality);
    }

    /** A call for a chunk of a task. */
    static Call chunk(Run run, long task, int number, String quality) {
        return data(run, task, "chunk", number, quality);
    }

    private static Call data(Run run, long task, String type, int number, String quality) {
        return run.main().call("tasks_retrieve_data").path(task).query("type", type).query("number", number)
                .query("quality", quality);
    }

    /** Asserts that a list shows a task by one value of a filter and not by another. */
    static void listed(Run run, long task, String filter, String is, String isNot) {
        Object name = run.main().call("tasks_retrieve").path(task).expect(200).at("name");
        run.main().call("tasks_list").query("name", name).query(filter, is).expect(200).has("count", 1)
                .has("results.0.id", task).has("results.0." + filter, is);
        run.main().call("tasks_list").query("name", name).query(filter, isNot).expect(200).has("count", 0);
    }
}
