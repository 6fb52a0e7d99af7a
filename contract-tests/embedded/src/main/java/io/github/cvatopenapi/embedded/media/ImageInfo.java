package io.github.cvatopenapi.embedded.media;

/**
 * What the header of an image says.
 *
 * @param width  in pixels
 * @param height in pixels
 * @param format lower-case name of the format, such as {@code png} or {@code jpeg}
 */
public record ImageInfo(int width, int height, String format) {
}
