package io.github.cvatopenapi.contract.cloudstorages;

import io.github.cvatopenapi.contract.harness.cleanup.RunBucket;
import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.fixtures.SamplePictures;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Trees;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** What a run writes into the bucket of the settings, where it can take that away by itself. */
public final class BucketFixtures {

    /** The pictures in each folder, in the order of their names; no id of a run has the letter i or o. */
    public static final List<String> NAMES = List.of("first.png", "second.png", "third.png");
    /** The name of the manifest in {@link #LISTED}. */
    public static final String MANIFEST = "manifest.jsonl";

    /** A folder of the bucket that holds the pictures and nothing else; its key ends in a slash. */
    public static final Fixture<String> PICTURES = Fixture.of("pictures in a bucket",
            run -> filled(run, "pictures/"));

    /** Another one, with a manifest of them beside the pictures. */
    public static final Fixture<String> LISTED = Fixture.of("pictures with a manifest in a bucket", run -> {
        String folder = filled(run, "listed/");
        StringBuilder lines = new StringBuilder("{\"version\":\"1.1\"}\n{\"type\":\"images\"}\n");
        for (String name : NAMES) {
            int dot = name.lastIndexOf('.');
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("name", name.substring(0, dot));
            line.put("extension", name.substring(dot));
            line.put("width", SamplePictures.WIDTH);
            line.put("height", SamplePictures.HEIGHT);
            line.put("meta", Map.of("related_images", List.of()));
            lines.append(JsonTrees.write(line)).append('\n');
        }
        writable(run).put(folder + MANIFEST, lines.toString().getBytes(StandardCharsets.UTF_8));
        return folder;
    });

    private BucketFixtures() {
    }

    private static String filled(Run run, String name) {
        RunBucket bucket = writable(run);
        String folder = bucket.key(name);
        NAMES.forEach(each -> bucket.put(folder + each, picture(each)));
        return folder;
    }

    /** What is in the object of that name. */
    public static byte[] picture(String name) {
        return SamplePictures.png(NAMES.indexOf(name) + 1);
    }

    /** Whether something may be written into the bucket of the settings. */
    public static boolean mayWrite(Run run) {
        return run.bucket().isPresent() && run.bucket().get().obstacle().isEmpty();
    }

    /** The bucket of the settings; skips the check where nothing may be written into it. */
    public static RunBucket writable(Run run) {
        CloudstorageFixtures.own(run);
        CloudstorageFixtures.bucket(run);
        RunBucket bucket = run.bucket().orElseThrow();
        bucket.obstacle().ifPresent(reason -> {
            throw new TestAbortedException("needs a bucket from which the suite can take away by itself what is "
                    + "written there (by bucket-endpoint and its keys, or bucket-folder): " + reason);
        });
        return bucket;
    }

    /** The call with an object of the bucket as the place of its file, whose name is given. */
    public static Call place(Run run, Call call, String key) {
        return there(run, call).query("filename", key);
    }

    /** The call with the bucket as the place of its file. */
    public static Call there(Run run, Call call) {
        writable(run);
        return CloudstorageFixtures.at(run, call);
    }

    /** The bucket as the place that a project or task has for its files. */
    public static Map<String, Object> settings(Run run) {
        writable(run);
        return CloudstorageFixtures.place(run);
    }

    /**
     * Asserts that the request ended with its file in the bucket and not with a download.
     *
     * @param beginning of its key
     * @return the key
     */
    public static String stored(Run run, Answer finished, String beginning) {
        finished.has("result_url", null).has("result_id", null);
        String folder = beginning.substring(0, beginning.lastIndexOf('/') + 1);
        String wanted = beginning.substring(folder.length());
        Answer content = run.main().call("cloudstorages_retrieve_content_v2")
                .path(run.get(CloudstorageFixtures.STORAGE)).query("prefix", folder.isEmpty() ? wanted : folder)
                .expect(200);
        return Trees.list(content.at("content")).stream().map(each -> String.valueOf(Trees.object(each).get("name")))
                .filter(name -> name.startsWith(wanted)).findFirst().map(name -> folder + name)
                .orElseThrow(() -> content.fail("the file that the request wrote is not there: " + beginning));
    }
}
