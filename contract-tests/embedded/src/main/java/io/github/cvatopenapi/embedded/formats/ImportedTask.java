package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * A task found in the dataset of a project.
 *
 * @param subset      name of its subset
 * @param frames      its images, numbered from 0
 * @param annotations with label ids of the project and frame numbers of this task
 */
public record ImportedTask(String subset, List<FrameView> frames, JsonObject annotations) {
}
