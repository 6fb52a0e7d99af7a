package io.github.cvatopenapi.contract.harness.mutants;

import static io.github.cvatopenapi.contract.harness.mutants.Break.*;
import static io.github.cvatopenapi.contract.harness.rules.Rule.*;

import io.github.cvatopenapi.embedded.Interceptor.Request;
import io.github.cvatopenapi.embedded.Interceptor;
import io.github.cvatopenapi.spec.Trees;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Instances that cut media into the wrong frames, or lose what is drawn over several of them. */
final class MediaMutants {

    /** Leaves the bytes of files as they are. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    static final List<Mutant> ALL = List.of(
            new Mutant("a frame is the next one", "tasks_create_data", UPLOAD_FRAMES,
                requests("tasks_retrieve_data", request -> request.query() == null ? request
                        : query(request, request.query().replaceFirst("number=15(?=&|$)", "number=16")))),
            new Mutant("the frame of a job is another of it", "jobs_retrieve_data", MEDIA_ACCEPT,
                requests("jobs_retrieve_data", request -> request.query() == null ? request
                        : query(request, request.query().replaceFirst("number=8(?=&|$)", "number=10")))),
            new Mutant("the step is ignored", "tasks_create_data", UPLOAD_FRAMES,
                requests("tasks_create_data", field("frame_filter", "step=3", "step=1"))),
            new Mutant("the last frame is left out", "tasks_create_data", UPLOAD_FRAMES,
                requests("tasks_create_data", field("stop_frame", "24", "23"))),
            new Mutant("a picture is not turned", "tasks_create_data", UPLOAD_FRAMES,
                frames("rotated.jpg", frame -> {
                    Object width = frame.get("width");
                    return with(with(frame, "width", frame.get("height")), "height", width);
                })),
            new Mutant("an archive is not sorted as was asked", "tasks_create_data", UPLOAD_FRAMES,
                requests("tasks_create_data", field("sorting_method", "natural", "lexicographical"))),
            new Mutant("the pictures of a point cloud are lost", "tasks_create_data", UPLOAD_FRAMES,
                body("tasks_retrieve_data_meta", meta -> meta.computeIfPresent("frames", (name, frames) ->
                        Trees.list(frames).stream().map(frame -> with(frame, "related_files", 0)).toList()))),
            new Mutant("three dimensions are called two", "tasks_create_data", UPLOAD_FRAMES,
                body("tasks_retrieve", task -> task.replace("dimension", "3d", "2d"))),
            new Mutant("a removed frame is still there", "tasks_partial_update_data_meta", LIFECYCLE_CHANGE,
                body("tasks_retrieve_data_meta", meta -> meta.put("deleted_frames", List.of()))),
            new Mutant("a track is never gone", "jobs_partial_update_annotations", LIFECYCLE_CREATE,
                body("tasks_retrieve_annotations", MediaMutants::neverOutside)));

    private MediaMutants() {
    }

    /** A field of what is uploaded has another value wherever it has that one. */
    private static UnaryOperator<Request> field(String name, String value, String otherwise) {
        Pattern field = Pattern.compile("(?<head>\"" + name + "\".*?\r\n\r\n)" + value + "(?=\r\n)", Pattern.DOTALL);
        return request -> new Request(request.method(), request.path(), request.query(), request.headers(),
                field.matcher(new String(request.body(), BYTES)).replaceFirst("${head}" + otherwise).getBytes(BYTES));
    }

    /** The frame of that name is told otherwise. */
    private static Interceptor frames(String name, UnaryOperator<Map<String, Object>> change) {
        return body("tasks_retrieve_data_meta", meta -> meta.computeIfPresent("frames", (member, frames) ->
                Trees.list(frames).stream().map(Trees::object)
                        .map(frame -> name.equals(frame.get("name")) ? change.apply(frame) : frame).toList()));
    }

    private static void neverOutside(Map<String, Object> sheet) {
        sheet.computeIfPresent("tracks", (name, tracks) -> Trees.list(tracks).stream().map(track ->
                with(track, "shapes", Trees.list(Trees.object(track).get("shapes")).stream()
                        .map(shape -> with(shape, "outside", false)).toList())).toList());
    }
}
