package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * A task, or the part of it that is a job, as formats see it.
 *
 * @param subset      empty if the task has none
 * @param details     further facts for headings, such as mode or owner, by name and in the order to write them
 * @param labels      those of the task or of its project
 * @param frames      in order, deleted ones left out
 * @param annotations tags, shapes and tracks as the interface delivers them
 */
public record TaskView(long id, String name, String subset, Map<String, String> details, List<LabelView> labels,
        List<FrameView> frames, JsonObject annotations) {

    /** Name of the folder of its images in formats that have one for each subset. */
    String subsetOrDefault() {
        return subset == null || subset.isEmpty() ? "default" : subset;
    }
}
