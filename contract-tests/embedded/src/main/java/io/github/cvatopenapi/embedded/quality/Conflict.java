package io.github.cvatopenapi.embedded.quality;

import java.util.List;

/**
 * Something in which the annotations of a frame differ from the ground truth.
 *
 * @param type    as the interface names it
 * @param frame   of the job
 * @param objects that it is about; those of the job first
 */
public record Conflict(String type, int frame, List<AnnotatedObject> objects) {

    /** {@code error} for what counts against accuracy, else {@code warning}. */
    public String severity() {
        return switch (type) {
            case "missing_annotation", "extra_annotation", "mismatching_label" -> "error";
            default -> "warning";
        };
    }
}
