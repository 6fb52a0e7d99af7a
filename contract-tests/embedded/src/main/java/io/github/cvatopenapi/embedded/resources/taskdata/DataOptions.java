package io.github.cvatopenapi.embedded.resources.taskdata;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.media.FrameRange;
import io.github.cvatopenapi.embedded.media.MediaException;
import io.github.cvatopenapi.embedded.resources.storages.ServerFiles;
import java.util.List;
import java.util.Map;

/**
 * How pictures shall be attached to a task.
 *
 * @param chunkSize  null for one that fits the size of the pictures
 * @param order      names in the order in which they were chosen, empty for that of the upload
 * @param source     what has the server's files: its share or a bucket
 * @param bucket     id of the cloud storage, null for the share
 * @param copied     whether files of the bucket are copied, and then stay when it loses them
 * @param pattern    with wildcards, for names of server files; null for all
 * @param mapping    names for each job, empty for jobs of equal size
 * @param zipChunks  whether editors get the frames of a video as zip files
 * @param validation which frames get ground truth, null for none
 */
public record DataOptions(int quality, Integer chunkSize, int start, int stop, String filter, String sorting,
        List<String> order,
        List<String> serverFiles, List<String> exclude, List<String> remoteFiles, ServerFiles source,
                Long bucket, boolean copied, String pattern,
        List<List<String>> mapping, boolean zipChunks, Body validation) {

    /** Reads a body that was held against the document; 400 for what still does not fit. */
    public static DataOptions of(Body body, ServerFiles source, Long bucket) {
        if (!body.list("client_files").isEmpty()) {
            throw Fault.field("client_files",
                    "The submitted data was not a file. Check the encoding type on the form.");
        }
        String filter = body.text("frame_filter", "");
        try {
            FrameRange.of(0, 0, filter);
        } catch (MediaException bad) {
            throw Fault.field("frame_filter", "Invalid frame filter expression");
        }
        Body validation = body.object("validation_params");
        if (validation != null) {
            requireShare(validation, "frame_share");
            requireShare(validation, "frames_per_job_share");
            if (validation.text("frame_selection_method") == null) {
                throw new Fault(Answer.json(400, Map.of("validation_params",
                        Map.of("frame_selection_method", List.of("This field is required.")))));
            }
        }
        return new DataOptions((int) body.number("image_quality", 70),
                body.number("chunk_size") == null ? null : body.number("chunk_size").intValue(),
                (int) body.number("start_frame", 0), (int) body.number("stop_frame", 0), filter,
                body.text("sorting_method", "lexicographical"), body.list("upload_file_order"),
                        body.list("server_files"),
                body.list("server_files_exclude"), body.list("remote_files"), source, bucket,
                body.flag("copy_data", false) || !body.flag("use_cache", true), body.text("filename_pattern"),
                body.list("job_file_mapping"), body.flag("use_zip_chunks", false), validation);
    }

    private static void requireShare(Body validation, String property) {
        Double share = validation.decimal(property);
        if (share != null && (share < 0 || share > 1)) {
            throw new Fault(Answer.json(400, Map.of(
                    "validation_params", Map.of(property, List.of("Value must be in the range [0; 1]")))));
        }
    }

    /** Whether it names files that need not be uploaded. */
    public boolean namesFiles() {
        return !serverFiles.isEmpty() || !remoteFiles.isEmpty();
    }
}
