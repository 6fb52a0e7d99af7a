package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.fixtures.Downloads;
import io.github.cvatopenapi.contract.harness.fixtures.SampleMedia;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Trees;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Archives, documents and pictures of all kinds, and the frames that become of them. */
final class MediaUploadChecks {

    private static final String ARCHIVE = "images.zip";
    private static final List<String> BY_NAME = List.of("1.jpg", "a/10.png", "a/9.png", "b/2.png");
    private static final List<String> BY_NUMBER = List.of("1.jpg", "a/9.png", "a/10.png", "b/2.png");

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "archive")
    void picturesOfAnArchiveAreFramesInTheOrderOfTheirNames(Run run) {
        archived(run, Map.of(), BY_NAME);
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "sorting_method: natural")
    void picturesOfAnArchiveAreSortedByTheirNumbersWhereThatIsAsked(Run run) {
        archived(run, Map.of("sorting_method", "natural"), BY_NUMBER);
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "sorting_method: random")
    void allPicturesOfAnArchiveAreThereInWhateverOrder(Run run) {
        Answer meta = meta(run, MediaFixtures.filled(run, Map.of(), Map.of("sorting_method", "random"), ARCHIVE));
        Set<Object> names = new TreeSet<>(names(meta));
        if (names(meta).size() != BY_NAME.size() || !names.equals(new TreeSet<Object>(BY_NAME))) {
            throw meta.fail("the frames are " + names(meta) + ", expected " + BY_NAME + " in some order");
        }
    }

    private static void archived(Run run, Map<String, ?> fields, List<String> names) {
        long task = MediaFixtures.filled(run, Map.of(), fields, ARCHIVE);
        pictures(run, task, names.size());
        Answer meta = meta(run, task);
        if (!names(meta).equals(names)) {
            throw meta.fail("the frames are " + names(meta) + ", expected " + names);
        }
        for (int frame : List.of(0, 1)) {
            unchanged(run, task, frame, SampleMedia.archive(ARCHIVE).get(names.get(frame)),
                    names.get(frame).endsWith(".jpg") ? "image/jpeg" : "image/png");
        }
    }

    private static Answer meta(Run run, long task) {
        return run.main().call("tasks_retrieve_data_meta").path(task).expect(200);
    }

    private static List<Object> names(Answer meta) {
        return Trees.list(meta.at("frames")).stream().map(frame -> Trees.object(frame).get("name")).toList();
    }

    private static void pictures(Run run, long task, int size) {
        run.main().call("tasks_retrieve").path(task).expect(200).has("mode", "annotation").has("dimension", "2d")
                .has("size", size).has("data_original_chunk_type", "imageset")
                .has("data_compressed_chunk_type", "imageset");
    }

    private static void unchanged(Run run, long task, int frame, byte[] uploaded, String mediaType) {
        Answer answer = MediaFixtures.frame(run, task, frame, "original").expect(200).mediaType(mediaType);
        if (!Arrays.equals(answer.bytes(), uploaded)) {
            throw answer.fail("frame " + frame + " is not the picture that was uploaded");
        }
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "document")
    void eachPageOfADocumentIsAFrame(Run run) {
        int pages = 3;
        long task = MediaFixtures.filled(run, Map.of(), Map.of(), "book.pdf");
        pictures(run, task, pages);
        Answer meta = meta(run, task).has("frames." + (pages - 1)).has("frames." + pages, null);
        byte[] before = {};
        for (int page : List.of(0, 1)) {
            Answer answer = MediaFixtures.frame(run, task, page, "original").expect(200).mediaType("image/jpeg");
            Downloads.sized(answer, Downloads.picture(answer), (int) meta.number("frames." + page + ".width"),
                    (int) meta.number("frames." + page + ".height"));
            if (Arrays.equals(answer.bytes(), before)) {
                throw answer.fail("page " + page + " is the page before it once more");
            }
            before = answer.bytes();
        }
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "moving picture")
    void aMovingPictureIsOneFrame(Run run) {
        alone(run, "moving.gif", "image/gif", 32, 32);
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "BMP")
    void aBmpIsAFrame(Run run) {
        alone(run, "photo.bmp", "image/bmp", 40, 30);
    }

    private static void alone(Run run, String file, String mediaType, int width, int height) {
        long task = MediaFixtures.filled(run, Map.of(), Map.of(), file);
        pictures(run, task, 1);
        sized(meta(run, task), 0, file, width, height).has("frames.1", null);
        unchanged(run, task, 0, SampleMedia.file(file), mediaType);
        compressed(run, task, 0, width, height);
        MediaFixtures.frame(run, task, 1, "original").expect(400).readableError();
    }

    private static Answer sized(Answer meta, int frame, String name, int width, int height) {
        return meta.has("frames." + frame + ".name", name).has("frames." + frame + ".width", width)
                .has("frames." + frame + ".height", height).has("frames." + frame + ".related_files", 0);
    }

    private static void compressed(Run run, long task, int frame, int width, int height) {
        Answer answer = MediaFixtures.frame(run, task, frame, "compressed").expect(200).mediaType("image/jpeg");
        Downloads.sized(answer, Downloads.picture(answer), width, height);
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "TIFF")
    void aTiffIsAFrame(Run run) {
        long task = MediaFixtures.filled(run, Map.of(), Map.of(), "photo.tiff");
        sized(meta(run, task), 0, "photo.tiff", 40, 30);
        MediaFixtures.frame(run, task, 0, "original").expect(200).mediaType("image/tiff");
        compressed(run, task, 0, 40, 30);
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "turned picture")
    void aPictureThatSaysItIsTurnedIsTurned(Run run) {
        long task = MediaFixtures.filled(run, Map.of(), Map.of(), "rotated.jpg");
        pictures(run, task, 1);
        sized(meta(run, task), 0, "rotated.jpg", 40, 80);
        Answer original = MediaFixtures.frame(run, task, 0, "original").expect(200).mediaType("image/jpeg");
        BufferedImage picture = Downloads.picture(original);
        Downloads.sized(original, picture, 40, 80);
        compressed(run, task, 0, 40, 80);
    }

    @Check(operation = "tasks_create_data", rule = Rule.UPLOAD_FRAMES, caseName = "several kinds")
    void picturesOfSeveralKindsAreFramesOfOneTask(Run run) {
        List<String> files = List.of("grey.png", "photo.webp", "rotated.jpg");
        long task = MediaFixtures.filled(run, Map.of(), Map.of(), files.toArray(String[]::new));
        pictures(run, task, files.size());
        Answer meta = meta(run, task);
        sized(meta, 0, files.get(0), 40, 30);
        sized(meta, 1, files.get(1), 40, 30);
        sized(meta, 2, files.get(2), 40, 80);
        unchanged(run, task, 0, SampleMedia.file(files.get(0)), "image/png");
        unchanged(run, task, 1, SampleMedia.file(files.get(1)), "image/x-webp");
        compressed(run, task, 1, 40, 30);
    }
}
