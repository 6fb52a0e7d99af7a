package io.github.cvatopenapi.embedded.quality;

/**
 * When two objects count as the same, and what is worth a warning. Shares are from 0 to 1.
 *
 * @param iou                 least overlap of a match
 * @param oksSigma            how far points may be apart, as a share of the size of the object
 * @param pointSizeOfImage    whether the size of points is that of the image, not of the box around them
 * @param lineThickness       how far lines may be apart, as a share of the diagonal of the image
 * @param lowOverlap          a match below is worth a warning
 * @param orientation         how much better a line must fit the other way round for a warning; null to not look
 * @param groupMatch          least share of a group that two groups have in common; null to not look
 * @param visibility          least share of an object that is not covered by others; null to not look
 * @param attributes          whether attributes are compared
 * @param emptyIsAnnotated    whether a frame that is empty for both counts as one right object
 */
public record Thresholds(double iou, double oksSigma, boolean pointSizeOfImage, double lineThickness, double lowOverlap,
                         Double orientation, Double groupMatch, Double visibility, boolean attributes,
                                 boolean emptyIsAnnotated) {
}
